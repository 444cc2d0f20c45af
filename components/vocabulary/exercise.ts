/** What an exercise may use without importing it. */
export { default as Guess } from './Guess.astro';
export { default as Hint } from './Hint.astro';
export { default as Match } from './Match.astro';
export { default as Option } from './Option.astro';
export { default as Other } from './Other.astro';
export { default as Reasons } from './Reasons.astro';
export { default as Solution } from './Solution.astro';
export { default as Starter } from './Starter.astro';
export { default as Tex } from './Tex.astro';
