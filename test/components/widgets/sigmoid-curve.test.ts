import fc from 'fast-check';
import { expect, it } from 'vitest';
import { logit, sigmoid } from 'logits';
import widget from '../../../components/widgets/sigmoid-curve.ts';
import type { Point } from '../../../components/widget/contract.ts';
import { sentenceText } from '../../../components/widget/sentence.ts';
import { startOf } from '../../../components/widget/state.ts';

type Params = Parameters<typeof widget.values>[0];
const at = (given: string) => startOf(widget, given) as Params;

/** What a drag from one point to another makes of the parameters. */
const drag = (given: string, from: Point, to: Point) => {
  const how = widget.draw!['curve'] as unknown as {
    drag: (params: Params, values: object, to: Point, from: Point) => Params;
  };
  return how.drag(at(given), widget.values(at(given)), to, from);
};

it('says yes where p ≥ t, which is where z ≥ logit(t)', () => {
  fc.assert(
    fc.property(fc.double({ min: -20, max: 20, noNaN: true }), fc.double({ min: 0.001, max: 0.999 }), (z, t) => {
      // So close to the threshold, rounding decides.
      fc.pre(Math.abs(z - logit(t)) > 1e-9);
      expect(widget.values({ ...at(''), z, t }).decision).toBe(z >= logit(t) ? 'yes' : 'no');
    }),
  );
});

it('never shows a probability of 0 or 1, wherever a logit can be typed', () => {
  for (const z of [-700, -200, -40, -8, 0, 8, 36, 40, 700]) {
    const values = widget.values({ ...at(''), z });
    for (const name of ['p', 'q'] as const) expect(widget.write![name]!(values[name])).not.toMatch(/^[01](?:\.0*)?$/);
    expect(sentenceText(widget.say({ ...at(''), z, ...values }))).not.toMatch(/ 0\.0\s%|100/);
  }
});

it('keeps odds and log-odds exact where p has run into 0 or 1', () => {
  for (const z of [-700, -200, -40, 0, 8, 36, 40, 700]) {
    const { odds, logOdds } = widget.values({ ...at(''), z });
    expect(odds / Math.exp(z)).toBeCloseTo(1, 12);
    expect(logOdds).toBeCloseTo(z, 12);
  }
});

it('rides when the point or the open space is grabbed', () => {
  expect(drag('z=1&t=0.9', { x: 1, y: sigmoid(1) }, { x: -2.34, y: 0.1 })).toMatchObject({ z: -2.3, t: 0.9 });
  expect(drag('z=1&t=0.9', { x: 5, y: 0.2 }, { x: 9, y: 0.2 })).toMatchObject({ z: 8, t: 0.9 });
});

it('moves the threshold when one of its lines or ends is grabbed, on either axis', () => {
  expect(drag('z=-3&t=0.5', { x: -6, y: 0.51 }, { x: 3, y: 0.8 })).toMatchObject({ z: -3, t: 0.8 });
  expect(drag('z=-3&t=0.5', { x: -8.3, y: 0.2 }, { x: -8, y: 0.7 })).toMatchObject({ z: -3, t: 0.7 });
  expect(drag('z=-3&t=0.5', { x: 0.2, y: 0.9 }, { x: 3, y: 0.9 })).toMatchObject({ z: -3, t: sigmoid(3) });
  expect(drag('z=-3&t=0.5', { x: 4, y: -0.05 }, { x: 3, y: 0 })).toMatchObject({ z: -3, t: sigmoid(3) });
});

it('moves no threshold that is not shown', () => {
  expect(drag('z=-3&t=0.5&threshold=no', { x: 0, y: 0.9 }, { x: 3, y: 0.9 })).toMatchObject({ z: 3, t: 0.5 });
});

it('says what is shown and nothing else', () => {
  const said = (given: string) => sentenceText(widget.say({ ...at(given), ...widget.values(at(given)) }));
  expect(said('z=3&t=0.9')).toMatch(
    /^At z\s=\s3\.0, yes has 95\.3\s% .* slope is 0\.0452.* threshold 0\.90 .* is yes\.$/,
  );
  expect(said('z=3&threshold=no&slope=no')).not.toMatch(/slope|threshold/);
});
