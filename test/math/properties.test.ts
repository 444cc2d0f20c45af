import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  binaryCrossEntropyGradient,
  binaryCrossEntropyWithLogits,
  binaryCrossEntropyWithLogitsGradient,
  crossEntropyWithLogits,
  crossEntropyWithLogitsGradient,
  entropy,
  exp,
  log,
  logSigmoid,
  logSoftmax,
  logSumExp,
  logit,
  odds,
  onlineSoftmax,
  round,
  sigmoid,
  sigmoidDerivative,
  softmax,
  softmaxJacobian,
  softplus,
  ulpDistance,
  type FormatName,
} from 'logits';

const anyFinite = fc.double({ noNaN: true, noDefaultInfinity: true });
const logitOf = (size: number) => fc.double({ min: -size, max: size, noNaN: true });
const row = (size: number, minLength = 1) => fc.array(logitOf(size), { minLength, maxLength: 40 });

/** Holds for every input that fast-check thinks of; a failure shows the smallest it found. */
const always = <T>(arbitrary: fc.Arbitrary<T>, holds: (x: T) => boolean | void) =>
  fc.assert(fc.property(arbitrary, holds), { numRuns: 300 });

const close = (a: number, b: number, relative = 1e-14, absolute = 0) =>
  Object.is(a, b) || Math.abs(a - b) <= Math.max(relative * Math.max(Math.abs(a), Math.abs(b)), absolute);

describe('sigmoid', () => {
  test('σ(−z) is the complement: the two sum to 1 within a unit', () => {
    always(anyFinite, (z) => Math.abs(sigmoid(z) + sigmoid(-z) - 1) <= 2 ** -52);
  });

  test('rises, and stays in [0, 1]', () => {
    always(fc.tuple(anyFinite, anyFinite), ([a, b]) => {
      expect(sigmoid(Math.min(a, b))).toBeLessThanOrEqual(sigmoid(Math.max(a, b)));
      expect(sigmoid(a)).toBeGreaterThanOrEqual(0);
      expect(sigmoid(a)).toBeLessThanOrEqual(1);
    });
  });

  test('logit undoes it, and the odds are e^z', () => {
    always(logitOf(15), (z) => close(logit(sigmoid(z)), z, 1e-9, 1e-9) && close(odds(sigmoid(z)), exp(z), 1e-8));
  });

  test('a threshold t on p is logit(t) on z', () => {
    expect(sigmoid(3)).toBe(0.9525741268224333);
    always(fc.tuple(logitOf(20), fc.double({ min: 0.01, max: 0.99, noNaN: true })), ([z, t]) => {
      const far = Math.abs(z - logit(t)) > 1e-12;
      return !far || sigmoid(z) >= t === z >= logit(t);
    });
  });

  test('its slope is σ(1 − σ), at most ¼, and the difference quotient says so too', () => {
    always(logitOf(20), (z) => {
      expect(sigmoidDerivative(z)).toBeLessThanOrEqual(0.25);
      expect(sigmoidDerivative(z)).toBe(sigmoidDerivative(-z));
      return close((sigmoid(z + 1e-5) - sigmoid(z - 1e-5)) / 2e-5, sigmoidDerivative(z), 1e-6, 1e-10);
    });
  });

  test('softplus has it as its slope, and softplus(z) − softplus(−z) is z', () => {
    always(logitOf(30), (z) => {
      expect(close((softplus(z + 1e-5) - softplus(z - 1e-5)) / 2e-5, sigmoid(z), 1e-6, 1e-9)).toBe(true);
      return close(softplus(z) - softplus(-z), z, 1e-13, 1e-15) && close(exp(logSigmoid(z)), sigmoid(z));
    });
  });
});

describe('softmax', () => {
  test('sums to 1 within a unit for each class, each probability in [0, 1]', () => {
    always(row(700), (z) => {
      const p = softmax(z);
      expect(p.every((pi) => pi >= 0 && pi <= 1)).toBe(true);
      return Math.abs(p.reduce((a, b) => a + b, 0) - 1) <= z.length * 2 ** -52;
    });
  });

  test('ignores a constant added to every logit, where the addition is exact', () => {
    const grid = fc.array(fc.integer({ min: -3000, max: 3000 }), { minLength: 1, maxLength: 40 });
    always(fc.tuple(grid, fc.integer({ min: -1e9, max: 1e9 })), ([k, c]) => {
      const p = softmax(k.map((i) => i / 64));
      return softmax(k.map((i) => i / 64 + c)).every((q, i) => ulpDistance(q, p[i]!) <= 1);
    });
  });

  test('keeps the order of logits and gives equal logits the same bits', () => {
    always(row(700, 2), (z) => {
      const p = softmax([...z, z[0]!]);
      expect(p.at(-1)).toBe(p[0]);
      return z.every((zi, i) => z.every((zj, j) => zi <= zj || p[i]! >= p[j]!));
    });
  });

  test('gives each class the same bits wherever it stands', () => {
    always(row(50, 2), (z) => {
      const p = softmax(z);
      const q = softmax([...z].reverse()).reverse();
      return p.every((pi, i) => ulpDistance(pi, q[i]!) <= 1);
    });
  });

  test('the ratio of two probabilities is e to the difference of their logits', () => {
    always(row(100, 2), (z) => {
      const p = softmax(z);
      return close(p[0]! / p[1]!, exp(z[0]! - z[1]!), 1e-12);
    });
  });

  test('of two classes is the sigmoid of the difference', () => {
    always(fc.tuple(logitOf(300), logitOf(300)), ([a, b]) => {
      const [p, q] = softmax([a, b]);
      // The difference of the logits is rounded, the one inside softmax is not.
      const slack = Math.abs(a - b) * 2 ** -52 + 2 ** -51;
      return close(p!, sigmoid(a - b), slack, 5e-324) && close(q!, sigmoid(b - a), slack, 5e-324);
    });
  });

  test('its logarithm is log-softmax, log-softmax is z − log-sum-exp, and cross-entropy is minus an entry', () => {
    always(row(300), (z) => {
      const logP = logSoftmax(z);
      const lse = logSumExp(z);
      softmax(z).forEach((p, i) => {
        expect(close(exp(logP[i]!), p, 1e-12)).toBe(true);
        expect(close(logP[i]!, z[i]! - lse, 1e-13, 1e-13)).toBe(true);
        expect(crossEntropyWithLogits(z, i)).toBe(0 - logP[i]!);
      });
      const p = softmax(z);
      expect(close(entropy(p), -p.reduce((sum, pi, i) => sum + (pi && pi * logP[i]!), 0), 1e-12, 1e-14)).toBe(true);
    });
  });

  test('a temperature divides the logits; the coldest is one-hot, the hottest uniform', () => {
    always(fc.tuple(row(50), fc.constantFrom(0.25, 0.5, 2, 8, 1024)), ([z, temperature]) => {
      const scaled = z.map((zi) => zi / temperature);
      const p = softmax(scaled);
      softmax(z, { temperature }).forEach((q, i) => expect(ulpDistance(q, p[i]!)).toBeLessThanOrEqual(1));
      expect(close(logSumExp(z, { temperature }), temperature * logSumExp(scaled), 1e-14, 1e-14)).toBe(true);
      expect(crossEntropyWithLogits(z, 0, { temperature })).toBe(0 - logSoftmax(z, { temperature })[0]!);
    });
  });

  test('is the last state of online softmax', () => {
    always(row(500), (z) => {
      const { m, s } = [...onlineSoftmax(z)].at(-1)!;
      expect(m).toBe(Math.max(...z));
      return (
        softmax(z).every((p, i) => close(exp(z[i]! - m) / s, p, 1e-12, 1e-320)) &&
        close(m + log(s), logSumExp(z), 1e-13, 1e-13)
      );
    });
  });
});

describe('log-sum-exp', () => {
  test('lies between the maximum and the maximum plus log C', () => {
    always(row(1e6), (z) => {
      const max = Math.max(...z);
      expect(logSumExp(z)).toBeGreaterThanOrEqual(max);
      return logSumExp(z) <= max + log(z.length) + Math.abs(max) * 2 ** -52 + 2 ** -51;
    });
  });

  test('moves along with a constant added to every logit', () => {
    always(fc.tuple(row(50), logitOf(1000)), ([z, c]) =>
      close(logSumExp(z.map((zi) => zi + c)), logSumExp(z) + c, 1e-13, 1e-13),
    );
  });
});

describe('gradients', () => {
  test('cross-entropy’s is p − onehot, sums to 0, and the difference quotient says so too', () => {
    always(fc.tuple(row(8, 2), fc.constantFrom(1, 0.5, 3)), ([z, temperature]) => {
      const gradient = crossEntropyWithLogitsGradient(z, 0, { temperature });
      expect(Math.abs(gradient.reduce((a, b) => a + b, 0))).toBeLessThan(1e-14);
      z.forEach((_, i) => {
        const at = (h: number) =>
          crossEntropyWithLogits(
            z.map((zj, j) => (i === j ? zj + h : zj)),
            0,
            { temperature },
          );
        expect(close((at(1e-5) - at(-1e-5)) / 2e-5, gradient[i]!, 1e-5, 1e-8)).toBe(true);
      });
    });
  });

  test('cross-entropy’s keeps its digits where the right class is almost certain', () => {
    expect([...crossEntropyWithLogitsGradient([0, -40], 0)]).toEqual([-4.248354255291589e-18, 4.248354255291589e-18]);
  });

  test('binary cross-entropy’s is σ(z) − y', () => {
    always(fc.tuple(logitOf(20), fc.double({ min: 0, max: 1, noNaN: true })), ([z, y]) => {
      const at = (h: number) => binaryCrossEntropyWithLogits(z + h, y);
      return close((at(1e-5) - at(-1e-5)) / 2e-5, binaryCrossEntropyWithLogitsGradient(z, y), 1e-5, 1e-8);
    });
  });

  test('by way of probabilities no gradient reaches a logit far out, where p(1 − p) falls below 10⁻¹²', () => {
    const reaching = (z: number) => binaryCrossEntropyGradient(sigmoid(z), 0) * sigmoidDerivative(z);
    expect(reaching(20)).toBeCloseTo(1, 6);
    expect(reaching(27)).toBeCloseTo(1, 3);
    expect(reaching(30)).toBeLessThan(0.1);
    expect(reaching(40)).toBeLessThan(1e-5);
    expect(binaryCrossEntropyWithLogitsGradient(40, 0)).toBe(1);
  });

  test('the Jacobian of softmax is symmetric, its rows sum to 0, and the difference quotient says so too', () => {
    always(fc.tuple(row(6, 2), fc.constantFrom(1, 2)), ([z, temperature]) => {
      const n = z.length;
      const jacobian = softmaxJacobian(z, { temperature });
      z.forEach((_, j) => {
        const at = (h: number) =>
          softmax(
            z.map((zi, i) => (i === j ? zi + h : zi)),
            { temperature },
          );
        const [up, down] = [at(1e-5), at(-1e-5)];
        let sum = 0;
        for (let i = 0; i < n; i++) {
          expect(jacobian[i * n + j]).toBe(jacobian[j * n + i]);
          expect(close((up[i]! - down[i]!) / 2e-5, jacobian[i * n + j]!, 1e-5, 1e-8)).toBe(true);
          sum += jacobian[j * n + i]!;
        }
        expect(Math.abs(sum)).toBeLessThan(1e-15 * n);
      });
    });
  });
});

describe('exp and log', () => {
  test('exp rises, and log undoes it', () => {
    always(fc.tuple(logitOf(700), logitOf(700)), ([a, b]) => {
      expect(exp(Math.min(a, b))).toBeLessThanOrEqual(exp(Math.max(a, b)));
      return close(log(exp(a)), a, 1e-14, 1e-15);
    });
  });
});

describe('round', () => {
  const formats: FormatName[] = ['float32', 'float16', 'bfloat16', 'float8_e4m3fn', 'float8_e5m2'];

  test('rounding twice is rounding once, a sign is kept, and order too', () => {
    always(fc.tuple(anyFinite, anyFinite, fc.constantFrom(...formats)), ([x, y, format]) => {
      const rounded = round(x, format);
      expect(round(rounded, format)).toBe(rounded);
      expect(round(-x, format)).toBe(-rounded);
      const [low, high] = [round(Math.min(x, y), format), round(Math.max(x, y), format)];
      return !(low > high);
    });
  });
});
