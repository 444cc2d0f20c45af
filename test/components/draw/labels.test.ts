import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxOf, cutTo, keepApart, widthOf, type Box, type Label } from '../../../components/draw/labels.ts';

const frame: Box = { left: 0, right: 640, top: 0, bottom: 320 };
const nothing = { words: [], dots: [], lines: [] };
const beside = (words: string, at: [number, number], dx: number, dy = 0): Label => ({
  words,
  at,
  x: at[0] + dx,
  y: at[1] + dy,
  anchor: dx < 0 ? 'end' : 'start',
});
const apart = (a: Box, b: Box): boolean =>
  a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
const within = ({ left, right, top, bottom }: Box): boolean =>
  left >= frame.left - 1e-9 && right <= frame.right + 1e-9 && top >= frame.top - 1e-9 && bottom <= frame.bottom + 1e-9;

const somewhere = fc.tuple(fc.double({ min: 0, max: 640, noNaN: true }), fc.double({ min: 0, max: 320, noNaN: true }));
const some = fc.record({
  at: somewhere,
  words: fc.constantFrom('cat', 'p = 0.7311', '2.9 × 10⁻²¹'),
  left: fc.boolean(),
});
const labelsOf = (them: { at: [number, number]; words: string; left: boolean }[]) =>
  them.map(({ at, words, left }) => beside(words, at, left ? -10 : 10));

describe('keepApart', () => {
  it('leaves a label where its author wants it while nothing stands there', () => {
    const label = beside('cat', [100, 100], 10);
    expect(keepApart([label], nothing, frame)).toEqual([label]);
  });

  it('takes another side of its point where words stand, or a line', () => {
    const label = beside('cat', [100, 100], 10);
    const across = { ...label, x: 90, anchor: 'end' };
    expect(keepApart([label], { ...nothing, words: [boxOf(label)] }, frame)).toEqual([across]);
    const line = { left: 115, right: 116, top: 0, bottom: 320 };
    expect(keepApart([label], { ...nothing, lines: [line] }, frame)).toEqual([across]);
  });

  it('moves no words that stay, and others out of their way', () => {
    const free = beside('cat', [100, 100], 10);
    const stays = { ...free, words: 'dog', stays: true };
    const [first, second] = keepApart([free, stays], nothing, frame);
    expect(second).toBe(stays);
    expect(apart(boxOf(first!), boxOf(stays))).toBe(true);
  });

  it('keeps any dozen of labels apart and in the frame, wherever their points are', () => {
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), fc.array(somewhere, { maxLength: 3 }), (them, dots) => {
        const around = dots.map(([x, y]) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }));
        const boxes = keepApart(labelsOf(them), { ...nothing, dots: around }, frame).map(boxOf);
        for (const [i, box] of boxes.entries()) {
          expect(within(box)).toBe(true);
          for (const other of boxes.slice(i + 1)) expect(apart(box, other)).toBe(true);
        }
      }),
    );
  });
});

it('cuts words to a width, and leaves those that fit', () => {
  expect(cutTo(100, 'cat')).toBe('cat');
  const cut = cutTo(60, 'a name that is too long');
  expect(cut).toMatch(/^a na.*…$/);
  expect(widthOf(cut)).toBeLessThanOrEqual(60);
});
