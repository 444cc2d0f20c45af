import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { called, endsOf, formatNames } from '../../../components/draw/float-formats.ts';
import { sentenceText } from '../../../components/widget/sentence.ts';
import breaking from '../../../components/widgets/breaking-point.ts';
import { round, trace, ulpDistance } from '../../../src/math/index.ts';

const logit = fc.double({ min: -1000, max: 1000, noNaN: true });
const state = (z: number, shifted: boolean) => ({ z, shifted, ...breaking.values({ z, shifted }) });

describe('breaking-point', () => {
  it('shows what the traced evaluations come to, in every format', () => {
    fc.assert(
      fc.property(logit, fc.boolean(), (z, shifted) => {
        for (const [i, name] of formatNames.entries()) {
          const { e, sigma, softmax } = breaking.values({ z, shifted }).lanes[i]!;
          const both = trace(shifted ? 'softmax' : 'naiveSoftmax', [z, z], name);
          const one = shifted ? trace('softmax', [z, 0], name) : trace('naiveSigmoid', [z], name);
          const pairs = [
            [e, both.steps.find((step) => step.name === 'e_{1}')!.value],
            [softmax, both.result[0]!],
            [sigma, one.result[0]!],
          ] as const;
          for (const [shown, traced] of pairs)
            if (!Object.is(shown, traced))
              expect(ulpDistance(shown, traced, name)).toBeLessThanOrEqual(name === 'float64' ? 2 : 0);
        }
      }),
    );
  });

  it('heals, with the maximum subtracted, every format that can hold the logit, and no other', () => {
    fc.assert(
      fc.property(logit, (z) => {
        for (const [i, name] of formatNames.entries()) {
          const lane = breaking.values({ z, shifted: true }).lanes[i]!;
          const held = Number.isFinite(round(z, name));
          expect(lane.state).toBe(held ? 'fine' : 'not stored');
          expect(lane.softmax).toBe(held ? 0.5 : NaN);
          expect(lane.lost).toBe(!held);
        }
      }),
    );
  });

  it('names in its sentence every format in which softmax is right, and every one in which it is not', () => {
    fc.assert(
      fc.property(logit, fc.boolean(), (z, shifted) => {
        const { lanes, fineCount, ...rest } = state(z, shifted);
        const said = sentenceText(breaking.say({ lanes, fineCount, ...rest }));
        if (fineCount === 6) expect(said).toContain('all six formats');
        else for (const { label } of lanes) expect(said).toContain(label);
        for (const { softmax, state: is } of lanes) expect(softmax === 0.5).toBe(is === 'fine');
      }),
    );
  });

  it('steps from one end of a ladder to the next, until no ladder is left', () => {
    const { up, down } = breaking.actions!;
    let at = state(-1000, false);
    const stops = new Set<number>();
    while (up!.when!(at)) stops.add((at = state(up!.do(at, at).z, false)).z);
    expect([...stops]).toEqual(
      [...new Set(formatNames.map((name) => endsOf(name).overflowLogit))].toSorted((a, b) => a - b),
    );
    expect(at.fine).toBe('');
    while (down!.when!(at)) at = state(down!.do(at, at).z, false);
    expect(at.fine).toBe('');
    expect(at.zero).toContain(called('float64'));
  });
});
