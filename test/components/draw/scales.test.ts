/** What a page carries of a drawing's scales does what Plot's own do. */
import * as Plot from '@observablehq/plot';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { printScale, readScale, scaleOf, toPixels, toValues } from '../../../components/draw/scales.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

const options = {
  linear: { domain: [-5, 5] },
  turned: { domain: [3, -1], reverse: true },
  log: { type: 'log', domain: [1e-12, 1000] },
  symlog: { type: 'symlog', constant: 0.1, domain: [-700, 700] },
} as const;

describe.each(Object.keys(options) as (keyof typeof options)[])('a %s scale', (kind) => {
  const plot = Plot.plot({ document, width: 640, marginLeft: 52, x: options[kind], marks: [] } as Plot.PlotOptions);
  const by = (plot as Plot.Plot).scale('x')!;
  const carried = readScale(printScale(scaleOf(by)))!;
  const [low, high] = [...options[kind].domain].sort((a, b) => a - b) as [number, number];
  const values = fc.double({ min: low, max: high, noNaN: true });

  it('puts a value where Plot does', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(toPixels(carried)(value)).toBeCloseTo(Number(by.apply(value)), 6);
      }),
    );
  });

  it('reads a pixel as Plot does', () => {
    fc.assert(
      fc.property(fc.double({ min: 52, max: 620, noNaN: true }), (pixel) => {
        const value = Number(by.invert!(pixel));
        expect(Math.abs(toValues(carried)(pixel) - value)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)));
      }),
    );
  });
});

it('refuses a scale that widgets don’t use', () => {
  expect(() => scaleOf({ type: 'band', domain: ['a', 'b'], range: [0, 1] })).toThrow(
    'scale: band from NaN to NaN; expected a linear, log or symlog one with two ends',
  );
  expect(() => scaleOf({ type: 'linear', domain: [0, 1, 2], range: [0, 1, 2] })).toThrow(RangeError);
  expect(readScale(null)).toBeUndefined();
});
