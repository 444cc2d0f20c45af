import fc from 'fast-check';
import { percent, sigmoid, softmax, ulpDistance } from 'logits';
import { describe, expect, it } from 'vitest';
import plane from '../../../components/widgets/two-classes.ts';
import type { Drawing } from '../../../components/widget/contract.ts';
import { sentenceText } from '../../../components/widget/sentence.ts';
import { settle, stateOf } from '../../../components/widget/state.ts';

const z = fc.double({ min: -4, max: 4, noNaN: true });
const drag = (plane.draw!['curve'] as Extract<Drawing<any, any>, { still: unknown }>).drag as (
  params: { z1: number; z2: number },
  values: unknown,
  at: { x: number; y: number },
) => { z1: number; z2: number };

describe('the plane of two logits', () => {
  it('gives 3 against 1 the share σ(2), and the rest to class 2', () => {
    const { d, p, q } = plane.values({ z1: 3, z2: 1 });
    expect(d).toBe(2);
    expect(ulpDistance(p, 0.8807970779778824)).toBeLessThanOrEqual(1);
    expect(p + q).toBeCloseTo(1, 15);
  });

  it('has the same share on the plane and on the curve, everywhere', () => {
    fc.assert(
      fc.property(z, z, (z1, z2) => {
        const { p, s } = plane.values({ z1, z2 });
        // Softmax takes the logits as they are; the difference is rounded before σ sees it, to half of 2⁻⁵⁰ at most.
        expect(ulpDistance(p, s)).toBeLessThanOrEqual(6);
      }),
    );
  });

  it('keeps the share along a diagonal', () => {
    fc.assert(
      fc.property(z, z, (z1, z2) => {
        const before = { z1, z2 };
        for (const { do: step, when } of [plane.actions!['up']!, plane.actions!['down']!]) {
          if (!when!(stateOf(plane, before) as never)) continue;
          const after = step({ z1: Math.round(10 * z1) / 10, z2: Math.round(10 * z2) / 10 }, {} as never);
          expect(settle(plane, after)).toEqual(after);
          expect(plane.values(after).p).toBeCloseTo(sigmoid(Math.round(10 * z1) / 10 - Math.round(10 * z2) / 10), 12);
        }
      }),
    );
  });

  it('rides the whole curve without leaving the plane', () => {
    fc.assert(
      fc.property(z, z, fc.double({ min: -12, max: 12, noNaN: true }), (z1, z2, x) => {
        const after = drag({ z1, z2: Math.round(10 * z2) / 10 }, {}, { x, y: 0.5 });
        expect(settle(plane, after)).toEqual(after);
        expect(after.z1 - after.z2).toBeCloseTo(Math.min(Math.max(x, -8), 8), 0.9);
      }),
    );
  });

  it('says the share that it shows', () => {
    fc.assert(
      fc.property(z, z, (z1, z2) => {
        const sentence = sentenceText(plane.say(stateOf(plane, { z1, z2 }) as never));
        expect(sentence).toContain(`Class 1 gets ${percent(softmax([z1, z2])[0]!)} from softmax`);
        expect(sentence).toContain(`and ${percent(sigmoid(z1 - z2))} from σ`);
      }),
    );
  });
});
