/** What moves stands where Plot would put it on the same scales. */
import * as Plot from '@observablehq/plot';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { svg } from '../../../components/dom/elements.ts';
import { paint } from '../../../components/render/layers.ts';
import {
  arrow,
  dot,
  handle,
  label,
  line,
  link,
  rect,
  ruleX,
  ruleY,
  type Mark,
} from '../../../components/draw/marks.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
const [width, height] = [640, 320];
const frame = { marginTop: 20, marginRight: 30, marginBottom: 40, marginLeft: 50 };
const scales = {
  linear: { domain: [-5, 5] },
  symlog: { type: 'symlog', constant: 1, domain: [-5, 5] },
} as const;

function drawn(kind: keyof typeof scales, mark?: Plot.Markish) {
  return Plot.plot({
    document,
    width,
    height,
    ...frame,
    x: { ...scales[kind], axis: null },
    y: { domain: [0, 1], axis: null },
    marks: mark ? [mark] : [],
  } as Plot.PlotOptions) as Plot.Plot;
}

const axesOf = (kind: keyof typeof scales) => {
  const plot = drawn(kind);
  const at = (name: 'x' | 'y') => (value: number) => Number(plot.scale(name)!.apply(value));
  return { x: at('x'), y: at('y'), top: 20, bottom: height - 40, left: 50, right: width - 30 };
};
const axes = { linear: axesOf('linear'), symlog: axesOf('symlog') };

const layer = () => svg(document as unknown as Document, 'svg');
const painted = (kind: keyof typeof scales, ...marks: Mark[]) => {
  const there = layer();
  paint(there, marks, axes[kind]);
  return there.firstElementChild!;
};

/** All the numbers of some attributes, in order. */
const numbersOf = (element: Element, ...names: string[]): number[] =>
  names.flatMap((name) => (element.getAttribute(name)?.match(/-?\d+(\.\d+)?(e-?\d+)?/g) ?? []).map(Number));

/** Half of the tenth of a pixel to which lengths are written. */
const close = (found: number[], expected: number[], tolerance = 0.0501) => {
  expect(found.length).toBeGreaterThan(0);
  expect(found).toHaveLength(expected.length);
  found.forEach((x, i) => expect(Math.abs(x - expected[i]!), `${found} ${expected}`).toBeLessThanOrEqual(tolerance));
};

const kinds = fc.constantFrom('linear', 'symlog') as fc.Arbitrary<keyof typeof scales>;
const xs = fc.double({ min: -5, max: 5, noNaN: true });
const ys = fc.double({ min: 0, max: 1, noNaN: true });

describe('a mark stands where Plot puts it', () => {
  const plotted = (kind: keyof typeof scales, mark: Plot.Markish, selector: string) =>
    (drawn(kind, mark) as unknown as Element).querySelector(selector)!;

  it('dot', () => {
    fc.assert(
      fc.property(kinds, xs, ys, (kind, x, y) => {
        const names = ['cx', 'cy', 'r'];
        close(
          numbersOf(painted(kind, dot([x, y], { r: 4 })), ...names),
          numbersOf(plotted(kind, Plot.dot([[x, y]], { r: 4 }), 'circle'), ...names),
        );
      }),
    );
  });

  it('rules and links', () => {
    const names = ['x1', 'y1', 'x2', 'y2'];
    fc.assert(
      fc.property(kinds, xs, ys, xs, ys, (kind, x, y, x2, y2) => {
        const compare = (mark: Mark, by: Plot.Markish) =>
          close(numbersOf(painted(kind, mark), ...names), numbersOf(plotted(kind, by, 'line'), ...names));
        compare(ruleX(x), Plot.ruleX([x]));
        compare(ruleX(x, { y1: y, y2 }), Plot.ruleX([x], { y1: y, y2 }));
        compare(ruleY(y), Plot.ruleY([y]));
        compare(ruleY(y, { x1: x, x2 }), Plot.ruleY([y], { x1: x, x2 }));
        const path = plotted(kind, Plot.link([0], { x1: x, y1: y, x2, y2 }), 'path');
        close(numbersOf(painted(kind, link([x, y], [x2, y2])), ...names), numbersOf(path, 'd'));
      }),
    );
  });

  it('lines, areas and rectangles', () => {
    fc.assert(
      fc.property(kinds, fc.array(fc.tuple(xs, ys), { minLength: 2, maxLength: 6 }), (kind, points) => {
        close(numbersOf(painted(kind, line(points)), 'd'), numbersOf(plotted(kind, Plot.line(points), 'path'), 'd'));
        const [from, to] = [points[0]!, points[1]!];
        const names = ['x', 'y', 'width', 'height'];
        const by = Plot.rect([0], { x1: from[0], y1: from[1], x2: to[0], y2: to[1] });
        const found = numbersOf(painted(kind, rect(from, to, { fill: 'red' })), ...names);
        // Two edges, each rounded.
        close(found, numbersOf(plotted(kind, by, 'rect'), ...names), 0.101);
      }),
    );
  });

  it('words', () => {
    fc.assert(
      fc.property(kinds, xs, ys, (kind, x, y) => {
        const found = painted(kind, label([x, y], 'here', { dx: 5, dy: -7, textAnchor: 'end' }));
        const by = plotted(kind, Plot.text([[x, y]], { text: ['here'], dx: 5, dy: -7, textAnchor: 'end' }), 'text');
        const [left, top] = numbersOf(by, 'transform');
        close(numbersOf(found, 'x', 'y'), [left! + 5, top! - 7]);
        expect(found.textContent).toBe(by.textContent);
        expect(found.getAttribute('text-anchor')).toBe(by.parentElement!.getAttribute('text-anchor'));
      }),
    );
  });

  it('arrows, straight and bent', () => {
    const far = fc.tuple(xs, ys, xs, ys).filter(([x1, , x2]) => Math.abs(x2 - x1) > 1);
    fc.assert(
      fc.property(far, fc.constantFrom(0, 25, -50), ([x1, y1, x2, y2], bend) => {
        const options = { bend, headLength: 6, strokeWidth: 2 };
        const found = painted('linear', arrow([x1, y1], [x2, y2], options)).getAttribute('d')!;
        const by = plotted('linear', Plot.arrow([0], { x1, y1, x2, y2, ...options }), 'path').getAttribute('d')!;
        const ends = (d: string) =>
          d
            .split('M')
            .slice(1)
            .map((part) => part.match(/-?\d+(\.\d+)?/g)!.map(Number));
        const [way, head] = ends(found);
        const [plotWay, plotHead] = ends(by);
        close(way!.slice(0, 2), plotWay!.slice(0, 2));
        close(way!.slice(-2), plotWay!.slice(-2));
        // The wings may be drawn in any order.
        const wings = (points: number[]) => [points.slice(0, 2), points.slice(-2)] as [number, number][];
        for (const [x, y] of wings(head!)) {
          const off = Math.min(...wings(plotHead!).map(([plotX, plotY]) => Math.hypot(x - plotX, y - plotY)));
          expect(off).toBeLessThanOrEqual(0.2);
        }
        if (bend !== 0) {
          expect(Math.abs(way![2]! - plotWay![2]!)).toBeLessThanOrEqual(0.2);
          expect(way!.slice(4, 7)).toEqual(plotWay!.slice(4, 7));
        }
      }),
    );
  });
});

describe('a handle', () => {
  const handled = (options: Parameters<typeof handle>[1]) => {
    const there = layer();
    paint(there, handle([1, 0.5], options), axes.linear);
    return [...there.children];
  };

  it('is a dot in a ring, on ground as wide as a fingertip, all in one place', () => {
    const circles = handled({ r: 6, fill: 'red', term: 'z' });
    expect(circles.map((circle) => Number(circle.getAttribute('r')))).toEqual([22, 10, 6]);
    expect(new Set(circles.map((circle) => circle.getAttribute('cx'))).size).toBe(1);
    expect(circles[0]!.getAttribute('data-term')).toBe('z');
    expect(circles[1]!.getAttribute('stroke')).toBe('red');
  });

  it('says which ways it moves, for the page to scroll the others', () => {
    expect(handled({ along: 'x' })[0]!.getAttribute('data-handle')).toBe('x');
    expect(handled({})[0]!.getAttribute('data-handle')).toBe('xy');
  });
});
