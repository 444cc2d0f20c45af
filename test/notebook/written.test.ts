import { expect, it } from 'vitest';
import { written } from '../../src/notebook/written.ts';

it('a value is written as code has it, and a list without end is cut', () => {
  expect(written([1, -0, [NaN]])).toBe('[1, -0, [NaN]]');
  expect(written(new Array(1e6).fill(0))).toBe('[0, 0, 0, 0, 0, 0, 0, 0, … 999992 more]');
});
