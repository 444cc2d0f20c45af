/** What a card of the interview deck may use without importing it. */
export { default as FollowUp } from './FollowUp.astro';
export { default as Full } from './Full.astro';
export { default as Short } from './Short.astro';
export { default as Tex } from './Tex.astro';
export { default as Weak } from './Weak.astro';
