/** What an exercise may use without importing it. */
export { default as Guess } from './Guess.astro';
export { default as Hint } from './notebook/Hint.astro';
export { default as Match } from './notebook/Match.astro';
export { default as Option } from './Option.astro';
export { default as Other } from './notebook/Other.astro';
export { default as Reasons } from './notebook/Reasons.astro';
export { default as Solution } from './notebook/Solution.astro';
export { default as Starter } from './notebook/Starter.astro';
export { default as Tex } from './Tex.astro';
