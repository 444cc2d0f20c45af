/**
 * Words in drawings keep clear of each other. Their widths are those that labels.ts takes them to have; that no letter is
 * wider in a browser is tested there.
 */
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../components/draw/labels.ts';
import { draw, sizes, type Variant } from '../../../components/render/layers.ts';
import { widgets } from '../../../components/render/prerender.ts';
import { wordsIn } from '../../../components/render/drawn-words.ts';
import type { AnyWidget, Drawing, Kind, Params, PlotDrawing } from '../../../components/widget/contract.ts';
import { authorOf, printParams, settle, stateOf } from '../../../components/widget/state.ts';
import { isTouched } from '../../touched.ts';
import { paramsOf } from './arbitrary.ts';

const drawn = [...widgets].map(([name, w]) => ({
  name,
  w,
  plots: Object.entries((w.draw ?? {}) as Record<string, Drawing<any, any>>).filter(
    (one): one is [string, PlotDrawing<any, any>] => 'still' in one[1],
  ),
}));
const withPlots = drawn.filter(({ plots }) => plots.length > 0);

/** Each parameter at both its ends, the others as the author has them; and settings from a fixed seed. */
function settings(w: AnyWidget, some: number): Record<string, any>[] {
  const author = authorOf(w);
  const ends = Object.entries(w.params as Params).flatMap(([param, kind]: [string, Kind<any>]) =>
    [...(kind.offers?.(author) ?? []), kind.range.min, kind.range.max].map((end) =>
      settle(w, { ...author, [param]: end }),
    ),
  );
  return [author, ...ends, ...fc.sample(paramsOf(w), { numRuns: some, seed: 15 })];
}

/** How deep two boxes lie in each other, where they do. */
const depth = (a: Box, b: Box): number =>
  Math.min(a.right - b.left, b.right - a.left, a.bottom - b.top, b.bottom - a.top);

/** What stands on other words or on a dot, or leaves the frame. */
function faults(place: Element, width: number, height: number): string[] {
  const all = wordsIn(place);
  const dots = [...place.querySelectorAll('.moving circle:not([data-handle], [data-ring])')].map((dot) => {
    const [x, y, r] = ['cx', 'cy', 'r'].map((name) => Number(dot.getAttribute(name))) as [number, number, number];
    return { left: x - r, right: x + r, top: y - r, bottom: y + r };
  });
  return all.flatMap(({ words, boxes }, i) => [
    ...boxes
      .filter(({ left, right, top, bottom }) => Math.min(left, top, width - right, height - bottom) < -0.5)
      .map((box) => `“${words}” leaves the frame: ${JSON.stringify(box)}`),
    ...dots
      .filter((dot) => boxes.some((a) => depth(a, dot) > 1))
      .map((dot) => `“${words}” and a dot collide: ${JSON.stringify(dot)}`),
    ...all
      .slice(i + 1)
      .filter((other) => boxes.some((a) => other.boxes.some((b) => depth(a, b) > 0.5)))
      .map((other) => `“${words}” and “${other.words}” collide`),
  ]);
}

describe.each(withPlots.filter(({ name }) => isTouched(name)))('$name', ({ name, w, plots }) => {
  it.each(['narrow', 'wide'] as const)(
    'no words stand on others or on dots, or leave the frame, %s',
    (variant: Variant) => {
      const found = settings(w, Math.ceil(200 / withPlots.length)).flatMap((params) => {
        const state = stateOf(w, params);
        const where = printParams(w, params, authorOf(w))
          .map((pair) => pair.join('='))
          .join('&');
        return plots.flatMap(([drawing, plot]) => {
          const { document } = parseHTML('<!doctype html><html><body><div></div></body></html>');
          const frame = document.querySelector('div') as unknown as Element;
          draw(frame, drawing, plot, state, { id: name, variant });
          const [width, height] = (plot.size ?? sizes)[variant];
          return faults(frame, width, height).map((fault) => `${drawing} ${variant} #${where}: ${fault}`);
        });
      });
      expect(found).toEqual([]);
    },
  );
});
