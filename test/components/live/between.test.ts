import { expect, it } from 'vitest';
import { between } from '../../../components/live/between.ts';

const from = { z: [{ label: 'a', value: 0 }], T: 1, far: -Infinity, name: 'a' };
const to = { z: [{ label: 'b', value: 2 }], T: 3, far: 1, name: 'b' };

it('takes numbers, alone and in rows, from one to the other, and all else at once', () => {
  expect(between(from, to, 0.25)).toEqual({ z: [{ label: 'b', value: 0.5 }], T: 1.5, far: 1, name: 'b' });
});

it('arrives at what it goes to, itself', () => {
  expect(between(from, to, 1)).toBe(to);
});

it('takes rows at once that become more or fewer', () => {
  expect(between(from, { ...to, z: [] }, 0.5)['z']).toEqual([]);
});
