import fc from 'fast-check';
import { ulpDistance } from 'logits';
import { describe, expect, it } from 'vitest';
import proof from '../../../components/widgets/two-classes-proof.ts';
import { sentenceText } from '../../../components/widget/sentence.ts';
import { stateOf } from '../../../components/widget/state.ts';

const said = (z1: number, z2: number) => sentenceText(proof.say(stateOf(proof, { z1, z2 }) as never));

describe('the proof', () => {
  it('holds in mathematics: every line lies within a few ulps of σ(2) for 3 and 1', () => {
    for (const line of proof.values({ z1: 3, z2: 1 }).lines) {
      expect(ulpDistance(line, 0.8807970779778824)).toBeLessThanOrEqual(4);
    }
  });

  it('holds for every pair of logits that a slider reaches', () => {
    const z = fc.double({ min: -10, max: 10, noNaN: true });
    fc.assert(
      fc.property(z, z, (z1, z2) => {
        const { lines } = proof.values({ z1, z2 });
        for (const line of lines) expect(Math.abs(line / lines[4] - 1)).toBeLessThan(1e-13);
      }),
    );
  });

  it('loses the first two lines, and only those, to overflow and to underflow', () => {
    for (const far of [750, -750]) {
      const { lines } = proof.values({ z1: 3 + far, z2: 1 + far });
      expect(lines.map(Number.isNaN)).toEqual([true, true, false, false, false]);
      expect(lines[4]).toBe(proof.values({ z1: 3, z2: 1 }).lines[4]);
      expect(said(3 + far, 1 + far)).toBe('Lines 1 and 2 are NaN; line 5 reads 0.8808.');
    }
  });

  it('keeps the tiny share in the last line where the others round it to zero', () => {
    const { lines } = proof.values({ z1: 0, z2: 720 });
    expect(lines.slice(0, 4)).toEqual([0, 0, 0, 0]);
    expect(lines[4]).toBeGreaterThan(0);
  });

  it('never moves between the lines that differ only in where the minus stands', () => {
    const z = fc.double({ min: -2000, max: 2000, noNaN: true });
    fc.assert(
      fc.property(z, z, (z1, z2) => {
        expect(proof.values({ z1, z2 }).ulps[2]).toBe(0);
      }),
    );
  });

  it('carries at each line all its digits, and how far it is from the line above', () => {
    const values = proof.values({ z1: 3, z2: 1 }) as Record<string, any>;
    for (const n of [1, 2, 3, 4, 5]) expect(Number(values[`digits${n}`])).toBe(values['lines'][n - 1]);
    expect([2, 3, 4, 5].map((n) => values[`apart${n}`])).toEqual([
      '1 ulp',
      '2 ulps',
      'the same to the last bit',
      '1 ulp',
    ]);
    const failed = proof.values({ z1: 753, z2: 751 });
    expect([failed.digits1, failed.digits2, failed.apart2]).toEqual(['NaN', 'NaN', 'no distance to count']);
  });

  it('counts what it says', () => {
    expect(said(3, 1)).toMatch(/moves by at most \d ulps?\.$/);
    expect(said(0, 0)).toBe('All five lines read 0.5000, the same to the last bit.');
  });
});
