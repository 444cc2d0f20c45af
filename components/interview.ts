/** What a card of the interview deck may use without importing it. */
export { default as FollowUp } from './interview/FollowUp.astro';
export { default as Full } from './interview/Full.astro';
export { default as Short } from './interview/Short.astro';
export { default as Tex } from './Tex.astro';
export { default as Weak } from './interview/Weak.astro';
