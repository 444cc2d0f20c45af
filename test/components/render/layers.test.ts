/** What moves is changed rather than replaced. */
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { svg } from '../../../components/dom/elements.ts';
import { dot, label, line, ruleX } from '../../../components/draw/marks.ts';
import { paint } from '../../../components/render/layers.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
const layer = () => svg(document as unknown as Document, 'svg');
const axes = { x: (x: number) => 100 * x, y: (y: number) => 100 * y, top: 0, bottom: 100, left: 0, right: 100 };

describe('paint', () => {
  it('leaves out what has no place, and keeps the order of the rest', () => {
    const there = layer();
    const marks = [
      dot([Number.NaN, 0]),
      label([0, 0], 'one'),
      ruleX(Number.POSITIVE_INFINITY),
      line([
        [0, 0],
        [1, Number.NaN],
      ]),
      label([1, 1], 'two'),
    ];
    paint(there, marks, axes);
    expect([...there.children].map((child) => child.textContent)).toEqual(['one', 'two']);
  });

  it('knows a place from a name', () => {
    const there = layer();
    paint(there, [label([0, 0], 'NaN is no number', { term: 'row:NaN' })], axes);
    expect(there.children).toHaveLength(1);
  });

  it('changes an element that shows the same term, so that what is lit stays lit, and replaces any other', () => {
    const there = layer();
    paint(there, [dot([0, 0], { term: 'p' }), label([0, 0], 'a', { term: 'z' })], axes);
    const [circle, words] = [...there.children];
    circle!.setAttribute('class', 'lit');
    paint(there, [dot([1, 1], { term: 'p' }), label([1, 1], 'b', { term: 'q' })], axes);
    expect(there.children[0]).toBe(circle);
    expect(circle!.getAttribute('class')).toBe('lit');
    expect(there.children[1]).not.toBe(words);
    expect(there.children[1]!.textContent).toBe('b');
    paint(there, [], axes);
    expect(there.children).toHaveLength(0);
  });
});
