import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endsOf, expIn, formatNames, textbookSigmoidIn } from '../../components/draw/float-formats.ts';
import almostOne from '../../components/widgets/almost-one.ts';
import anatomy from '../../components/widgets/float-anatomy.ts';
import ladder from '../../components/widgets/ladder.ts';
import stickySum from '../../components/widgets/sticky-sum.ts';
import { authorOf, bitsOfValue, startOf, wordsOf } from '../../components/widget/contract.ts';
import { formats, limitsOf, next, previous, round, ulpDistance } from '../../src/math/index.ts';

const format = fc.constantFrom(...formatNames);

describe('the ends of each format', () => {
  // limitsOf finds them by bisection over exact fractions, which takes too long while a page waits.
  it.each(formatNames)('%s: as exact fractions find them', (name) => {
    const ends = endsOf(name);
    const limits = limitsOf(name);
    expect(ends.lastFinite).toBe(limits.largestLogit);
    expect(ends.overflow).toBe(limits.overflowLogit);
    expect(ends.textbookOne).toBe(limits.naiveSigmoidIsOne);
    expect(ulpDistance(ends.exactOne, limits.sigmoidIsOne)).toBeLessThanOrEqual(1);
    expect(ends.lastNonzero).toBeGreaterThanOrEqual(limits.smallestLogit);
    expect(ends.firstZero).toBeLessThan(limits.smallestLogit);
  });

  it('e^z is 0 below the last nonzero one, and a number up to the overflow', () => {
    fc.assert(
      fc.property(format, fc.double({ min: -1000, max: 1000, noNaN: true }), (name, z) => {
        const { overflow, lastNonzero } = endsOf(name);
        const e = expIn(z, name);
        const stored = round(z, name);
        expect(e === 0).toBe(stored < lastNonzero);
        expect(Number.isFinite(e)).toBe(stored < overflow);
      }),
    );
  });

  it('textbook code is 1 from its place on, and never before', () => {
    fc.assert(
      fc.property(format, fc.double({ min: 0, max: 50, noNaN: true }), (name, z) => {
        expect(textbookSigmoidIn(z, name) === 1).toBe(round(z, name) >= endsOf(name).textbookOne);
      }),
    );
  });
});

describe('ladder', () => {
  const { sink, climb } = ladder.actions!;
  const state = (z: number) => ({ z, ...ladder.values({ z }) });

  it('steps up to each overflow in turn, until no e^z is a number', () => {
    let z = -1000;
    const stops: number[] = [];
    while (climb!.when!(state(z))) stops.push((z = climb!.do({ z }, ladder.values({ z })).z));
    expect(stops).toEqual([...new Set(formatNames.map((name) => endsOf(name).overflow))].toSorted((a, b) => a - b));
    expect(ladder.values({ z }).finite).toBe('');
    expect(ladder.values({ z: previous(z, 'float64') }).finite).toBe('float64');
  });

  it('steps down to each first 0 in turn, until no e^z is a number', () => {
    let z = 1000;
    while (sink!.when!(state(z))) z = sink!.do({ z }, ladder.values({ z })).z;
    expect(ladder.values({ z }).finite).toBe('');
    expect(ladder.values({ z: next(z, 'float64') }).finite).toBe('float64');
    expect(ladder.values({ z: next(z, 'float64') }).subnormal).toBe('float64');
  });

  it('names in its sentence the formats that e^z has left, and only those', () => {
    fc.assert(
      fc.property(fc.double({ min: -1000, max: 1000, noNaN: true }), (z) => {
        const [, gone = ''] = /(?:overflowed|become 0) in ([^;.]*)/.exec(wordsOf(ladder.say(state(z)))) ?? [];
        for (const { label, state: is } of ladder.values({ z }).lanes)
          expect(gone.split(/, | and /).includes(label)).toBe(is === 'overflowed' || is === 'zero');
      }),
    );
  });
});

describe('almost-one', () => {
  it('shows textbook code at 1 where the truth, rounded once, is not yet there', () => {
    for (const name of formatNames) {
      const { code, once } = almostOne.values({ format: name, z: endsOf(name).textbookOne });
      expect(code).toBe(1);
      expect(once).toBe(previous(1, name));
    }
  });

  it('drags a point to the logit that puts it there', () => {
    const { drag } = almostOne.draw!['line'] as { drag: Function };
    for (const x of [0.4, 1.2, -0.3]) {
      const params = drag({ format: 'float16', z: 3 }, undefined, { x, y: 0 });
      const { paths } = almostOne.values(params);
      expect(x > 0 ? paths.sum.at : paths.once.at).toBeCloseTo(x, 1);
    }
  });
});

describe('sticky-sum', () => {
  it('holds the sum that adding one by one arrives at', () => {
    for (const n of [1, 7, 8, 9, 17, 255, 257, 2049, 3000]) {
      for (const [i, name] of formatNames.entries()) {
        let sum = 0;
        for (let one = 0; one < n; one++) sum = round(sum + 1, name);
        expect(stickySum.values({ n }).sums[i]!.sum).toBe(sum);
      }
    }
  });

  it('sticks at 256 in bfloat16 and at 2048 in float16', () => {
    const { sums } = stickySum.values({ n: 1 });
    expect(Object.fromEntries(sums.map(({ label, sticks }) => [label, sticks]))).toMatchObject({
      bfloat16: 256,
      float16: 2048,
    });
  });
});

describe('float-anatomy', () => {
  const author = authorOf(anatomy) as Parameters<typeof anatomy.values>[0];

  it('reads the parts of a finite float as its value', () => {
    fc.assert(
      fc.property(format, fc.double({ noNaN: true }), (name, x) => {
        const { value, field, fraction } = anatomy.values({ ...author, format: name, x: bitsOfValue(x, name) });
        fc.pre(Number.isFinite(value));
        const { bias, fractionBits } = formats[name];
        const significand = (field === 0 ? 0 : 1) + fraction / 2 ** fractionBits;
        // In two factors: 2^1023 and 2^−1074 are floats, their exponents halved make no difference.
        const power = Math.max(field, 1) - bias;
        const half = Math.trunc(power / 2);
        expect(Math.abs(value)).toBe(significand * 2 ** half * 2 ** (power - half));
      }),
    );
  });

  it('draws the neighbors in order, each at its distance', () => {
    fc.assert(
      fc.property(format, fc.double({ noNaN: true }), (name, x) => {
        const { value, neighbors, spacing } = anatomy.values({ ...author, format: name, x: bitsOfValue(x, name) });
        fc.pre(!Number.isNaN(value));
        expect(neighbors.some(({ at }) => at === 0)).toBe(true);
        for (const [i, { at, value: v }] of neighbors.entries()) {
          if (i > 0) expect(at).toBeGreaterThan(neighbors[i - 1]!.at);
          if (Number.isFinite(value) && Number.isFinite(v)) expect(at).toBe((v - value) / spacing);
        }
      }),
    );
  });

  it('keeps the value when the format changes, rounded once, and every pattern while it does not', () => {
    const there = startOf(anatomy, 'format=float64&x=0.1');
    expect(anatomy.values(there as typeof author).value).toBe(0.1);
    expect(anatomy.params.x.clamp(there['x'], { format: 'float16' })).toEqual(bitsOfValue(0.1, 'float16'));
    const nan = { format: 'float16', row: '1111110000000001' } as const;
    expect(anatomy.params.x.clamp(nan, { format: 'float16' })).toEqual(nan);
  });

  it('lands on the float nearest to e^z', () => {
    const after = anatomy.actions!['land']!.do(
      { ...author, format: 'bfloat16', z: 5 },
      anatomy.values({ ...author, format: 'bfloat16', z: 5 }),
    );
    expect(anatomy.values(after).value).toBe(expIn(5, 'bfloat16'));
  });
});
