/** What a chapter or an exercise may use without importing it. */
export { default as Aside } from './Aside.astro';
export { default as Cell } from './Cell.astro';
export { default as Chapter } from './Chapter.astro';
export { default as Exercise } from './Exercise.astro';
export { default as Figure } from './Figure.astro';
export { default as Line } from './Line.astro';
export { default as Live } from './Live.astro';
export { default as Slot } from './Slot.astro';
export { default as Step } from './Step.astro';
export { default as Term } from './Term.astro';
export { default as Tex } from './Tex.astro';
export { default as Walk } from './Walk.astro';
export { default as h2 } from './Heading2.astro';
export { default as h3 } from './Heading3.astro';
export { default as table } from './Table.astro';
export { default as Source } from './Source.astro';
