import { describe, expect, test } from 'vitest';
import {
  binaryCrossEntropy,
  binaryCrossEntropyWithLogits,
  binaryCrossEntropyWithLogitsGradient,
  crossEntropyWithLogits,
  crossEntropyWithLogitsGradient,
  entropy,
  exp,
  expm1,
  log,
  log1p,
  logSigmoid,
  logSoftmax,
  logSoftmaxAlongAxis,
  logSumExp,
  logit,
  negativeLogLikelihood,
  odds,
  onlineSoftmax,
  sigmoid,
  sigmoidDerivative,
  softmax,
  softmaxAlongAxis,
  softmaxJacobian,
  softplus,
} from 'logits';

const third = 1 / 3;

describe('rows of logits at the edges', () => {
  test.each<[z: number[], softmax: number[], logSoftmax: number[], logSumExp: number]>([
    [[], [], [], -Infinity],
    [
      [1000, 1000, 1000],
      [third, third, third],
      [-1.0986122886681098, -1.0986122886681098, -1.0986122886681098],
      1001.0986122886682,
    ],
    [[0, -Infinity], [1, 0], [0, -Infinity], 0],
    [[-Infinity, -Infinity], [NaN, NaN], [NaN, NaN], -Infinity],
    [[-Infinity], [NaN], [NaN], -Infinity],
    [[0, Infinity], [NaN, NaN], [NaN, NaN], Infinity],
    [[Infinity, Infinity], [NaN, NaN], [NaN, NaN], Infinity],
    [[0, NaN], [NaN, NaN], [NaN, NaN], NaN],
    [[NaN, 0], [NaN, NaN], [NaN, NaN], NaN],
    [[NaN, Infinity], [NaN, NaN], [NaN, NaN], NaN],
    [[Infinity, NaN], [NaN, NaN], [NaN, NaN], NaN],
    [[-Infinity, NaN], [NaN, NaN], [NaN, NaN], NaN],
    [[700, NaN, -Infinity], [NaN, NaN, NaN], [NaN, NaN, NaN], NaN],
    [[1e308, -1e308], [1, 0], [0, -Infinity], 1e308],
    [[-1e308, -1e308], [0.5, 0.5], [-0.6931471805599453, -0.6931471805599453], -1e308],
    [[1e308, 1e308, -Infinity], [0.5, 0.5, 0], [-0.6931471805599453, -0.6931471805599453, -Infinity], 1e308],
    [[3], [1], [0], 3],
    [[-2000, 1e-320], [0, 1], [-2000, 0], 1e-320],
  ])('%j', (z, p, logP, lse) => {
    for (const temperature of [1, undefined]) {
      expect([...softmax(z, { temperature })]).toEqual(p);
      expect([...logSoftmax(z, { temperature })]).toEqual(logP);
      expect(logSumExp(z, { temperature })).toBe(lse);
    }
    // A temperature changes no 0, no NaN and no infinity of these (but 2000/2 is enough for a subnormal no more).
    expect([...softmax(z, { temperature: 2 })].map(Number.isNaN)).toEqual(p.map(Number.isNaN));
    expect(z.map((_, i) => crossEntropyWithLogits(z, i))).toEqual(logP.map((x) => (x === 0 ? 0 : -x)));
  });

  test('a whole row of masks beside ordinary logits', () => {
    const z = new Float64Array(1000).fill(-Infinity);
    z[500] = 2;
    z[501] = 2;
    expect(softmax(z).filter((p) => p !== 0)).toEqual(new Float64Array([0.5, 0.5]));
  });

  test('huge gaps, in logits that are themselves moderate or huge', () => {
    expect([...softmax([0, -1e30, -1e300, -5e9])]).toEqual([1, 0, 0, 0]);
    expect([...softmax([1e30, -1e30])]).toEqual([1, 0]);
    expect([...logSoftmax([1e300, -1e300])]).toEqual([0, -2e300]);
    expect([...logSoftmax([1e308, -1e308], { temperature: 1e10 })]).toEqual([0, -2e298]);
  });

  test('extreme temperatures: one-hot with shared ties, and uniform', () => {
    expect([...softmax([2, 2, 1], { temperature: 5e-324 })]).toEqual([0.5, 0.5, 0]);
    expect([...softmax([2, 2, 1], { temperature: 1e-10 })]).toEqual([0.5, 0.5, 0]);
    expect([...softmax([2, -2, 1], { temperature: 1.7e308 })]).toEqual([third, third, third]);
    expect(logSumExp([5, 1], { temperature: 1e-300 })).toBe(5);
  });
});

describe('scalar functions at the edges', () => {
  test.each<[f: (x: number) => number, cases: [x: number, y: number][]]>([
    [
      exp,
      [
        [NaN, NaN],
        [Infinity, Infinity],
        [-Infinity, 0],
        [0, 1],
        [-0, 1],
        [709.782712893384, 1.7976931348622732e308],
        [709.7827128933841, Infinity],
        [-745.1332191019411, 5e-324],
        [-745.1332191019412, 0],
      ],
    ],
    [
      expm1,
      [
        [NaN, NaN],
        [Infinity, Infinity],
        [-Infinity, -1],
        [0, 0],
        [-0, -0],
        [5e-324, 5e-324],
        [1e-300, 1e-300],
        [800, Infinity],
      ],
    ],
    [
      log,
      [
        [NaN, NaN],
        [Infinity, Infinity],
        [0, -Infinity],
        [-0, -Infinity],
        [1, 0],
        [-1, NaN],
        [-Infinity, NaN],
        [5e-324, -744.4400719213812],
      ],
    ],
    [
      log1p,
      [
        [NaN, NaN],
        [Infinity, Infinity],
        [-1, -Infinity],
        [-2, NaN],
        [-Infinity, NaN],
        [0, 0],
        [-0, -0],
        [5e-324, 5e-324],
      ],
    ],
    [
      sigmoid,
      [
        [NaN, NaN],
        [Infinity, 1],
        [-Infinity, 0],
        [0, 0.5],
        [-0, 0.5],
        [-745.1332191019411, 5e-324],
        [-745.1332191019412, 0],
        [37.42994775023705, 1],
        [37.42994775023704, 1 - 2 ** -53],
        [-40, 4.248354255291589e-18],
      ],
    ],
    [
      sigmoidDerivative,
      [
        [NaN, NaN],
        [Infinity, 0],
        [-Infinity, 0],
        [0, 0.25],
        [40, 4.248354255291589e-18],
      ],
    ],
    [
      logit,
      [
        [NaN, NaN],
        [0, -Infinity],
        [-0, -Infinity],
        [1, Infinity],
        [0.5, 0],
        [-0.1, NaN],
        [1.1, NaN],
        [5e-324, -744.4400719213812],
      ],
    ],
    [
      odds,
      [
        [NaN, NaN],
        [0, 0],
        [1, Infinity],
        [0.5, 1],
        [2, NaN],
        [-1, NaN],
      ],
    ],
    [
      softplus,
      [
        [NaN, NaN],
        [Infinity, Infinity],
        [-Infinity, 0],
        [0, 0.6931471805599453],
        [1e308, 1e308],
        [-745.1332191019411, 5e-324],
      ],
    ],
    [
      logSigmoid,
      [
        [NaN, NaN],
        [Infinity, 0],
        [-Infinity, -Infinity],
        [0, -0.6931471805599453],
        [-1e308, -1e308],
        [40, -4.248354255291589e-18],
      ],
    ],
  ])('%o', (f, cases) => {
    for (const [x, y] of cases) expect([f.name, x, f(x)]).toEqual([f.name, x, y]);
  });

  test('binary cross-entropy with logits', () => {
    const cases = [
      [Infinity, 1, 0],
      [-Infinity, 0, 0],
      [-Infinity, 1, Infinity],
      [Infinity, 0, Infinity],
      [Infinity, 0.5, Infinity],
      [40, 1, 4.248354255291589e-18],
      [-40, 0, 4.248354255291589e-18],
      [0, 0.3, 0.6931471805599453],
      [NaN, 0, NaN],
      [1e308, 0, 1e308],
    ] as const;
    for (const [z, y, loss] of cases) expect([z, y, binaryCrossEntropyWithLogits(z, y)]).toEqual([z, y, loss]);
    expect(binaryCrossEntropyWithLogitsGradient(40, 1)).toBe(-4.248354255291589e-18);
    expect(binaryCrossEntropyWithLogitsGradient(-Infinity, 1)).toBe(-1);
    expect(binaryCrossEntropyWithLogitsGradient(NaN, 0.5)).toBe(NaN);
  });

  test('binary cross-entropy from probabilities clamps its logarithms at −100, as frameworks do', () => {
    expect(binaryCrossEntropy(0, 1)).toBe(100);
    expect(binaryCrossEntropy(1, 0)).toBe(100);
    expect(binaryCrossEntropy(1, 1)).toBe(0);
    expect(binaryCrossEntropy(sigmoid(40), 0)).toBe(100);
    expect(binaryCrossEntropyWithLogits(40, 0)).toBe(40);
  });

  test('negative log-likelihood takes log-probabilities, and no logarithm', () => {
    expect(negativeLogLikelihood([-0.5, -1], 1)).toBe(1);
    expect(negativeLogLikelihood([0.2, 0.8], 1)).toBe(-0.8);
  });

  test('entropy: 0 for a certainty, log C for the uniform distribution', () => {
    expect(entropy([0, 1, 0])).toBe(0);
    expect(entropy([0.25, 0.25, 0.25, 0.25])).toBeCloseTo(Math.log(4), 15);
    expect(entropy([])).toBe(0);
  });
});

describe('along an axis', () => {
  const data = [1, 2, 3, 4, 5, 6];

  test('axis 1 of a matrix is its rows, axis 0 its columns, and −1 the last', () => {
    const rows = [...softmax([1, 2, 3]), ...softmax([4, 5, 6])];
    expect([...softmaxAlongAxis(data, [2, 3], 1)]).toEqual(rows);
    expect([...softmaxAlongAxis(data, [2, 3], -1)]).toEqual(rows);
    const column = softmax([1, 4]);
    expect([...softmaxAlongAxis(data, [2, 3], 0)]).toEqual([0, 0, 0, 1, 1, 1].map((i) => column[i]!));
    expect([...logSoftmaxAlongAxis(data, [2, 3], 1)]).toEqual([...logSoftmax([1, 2, 3]), ...logSoftmax([4, 5, 6])]);
  });

  test('any rank, an axis of length 1, and no entries', () => {
    const cube = softmaxAlongAxis([1, 2, 3, 4, 5, 6, 7, 8], [2, 2, 2], 1);
    const pair = softmax([1, 3]);
    expect([...cube]).toEqual([0, 0, 1, 1, 0, 0, 1, 1].map((i) => pair[i]!));
    expect([...softmaxAlongAxis(data, [6, 1], 1)]).toEqual([1, 1, 1, 1, 1, 1]);
    expect([...softmaxAlongAxis([], [0, 3], 0)]).toEqual([]);
  });

  test('takes a temperature and an output array, which may be the data', () => {
    const own = Float64Array.from(data);
    expect(softmaxAlongAxis(own, [2, 3], 1, { temperature: 3, out: own })).toBe(own);
    expect([...own]).toEqual([...softmax([1, 2, 3], { temperature: 3 }), ...softmax([4, 5, 6], { temperature: 3 })]);
  });
});

describe('online softmax', () => {
  test('reads one logit at a time, and its states are what softmax and log-sum-exp follow from', () => {
    const states = [...onlineSoftmax([1, 3, 2])];
    expect(states.map(({ index, z, m }) => [index, z, m])).toEqual([
      [0, 1, 1],
      [1, 3, 3],
      [2, 2, 3],
    ]);
    expect(states.map(({ scale }) => scale)).toEqual([0, exp(-2), 1]);
    expect(states.map(({ term }) => term)).toEqual([1, 1, exp(-1)]);
    const { m, s } = states.at(-1)!;
    expect(m + log(s)).toBeCloseTo(logSumExp([1, 3, 2]), 14);
  });

  test('−∞ adds nothing, not even first', () => {
    expect([...onlineSoftmax([-Infinity, 2])].map(({ m, s }) => [m, s])).toEqual([
      [-Infinity, 0],
      [2, 1],
    ]);
    expect([...onlineSoftmax([])]).toEqual([]);
  });
});

describe('wrong arguments are named, with what was expected', () => {
  test.each<[call: () => unknown, error: typeof RangeError | typeof TypeError, message: string]>([
    [() => softmax([1], { temperature: 0 }), RangeError, 'temperature: 0; expected a positive, finite number'],
    [() => softmax([1], { temperature: -1 }), RangeError, 'temperature: -1; expected a positive, finite number'],
    [() => logSoftmax([1], { temperature: NaN }), RangeError, 'temperature: NaN; expected a positive, finite number'],
    [() => logSumExp([1], { temperature: Infinity }), RangeError, 'temperature: Infinity; expected a positive, finite'],
    [() => softmax(null as unknown as number[]), TypeError, 'z: null; expected an array of numbers'],
    [() => logSumExp(3 as unknown as number[]), TypeError, 'z: 3; expected an array of numbers'],
    [() => softmax('12' as unknown as number[]), TypeError, "z: '12'; expected an array of numbers"],
    [
      () => softmax([1, 2], { out: new Float64Array(3) }),
      RangeError,
      'out.length: 3; expected 2, the number of logits',
    ],
    [() => softmax([1], { out: [0] as unknown as Float64Array }), TypeError, 'out: 0; expected a Float64Array'],
    [() => crossEntropyWithLogits([1, 2], 2), RangeError, 'classIndex: 2; expected an integer from 0 to 1'],
    [() => crossEntropyWithLogits([1, 2], 0.5), RangeError, 'classIndex: 0.5; expected an integer from 0 to 1'],
    [() => crossEntropyWithLogits([], 0), RangeError, 'classIndex: 0; expected no index at all: there are no classes'],
    [() => crossEntropyWithLogits([1], 0, { temperature: 0 }), RangeError, 'temperature: 0'],
    [() => crossEntropyWithLogitsGradient([1], -1), RangeError, 'classIndex: -1; expected an integer from 0 to 0'],
    [() => negativeLogLikelihood([-1], 1), RangeError, 'classIndex: 1; expected an integer from 0 to 0'],
    [() => binaryCrossEntropyWithLogits(1, 2), RangeError, 'y: 2; expected a number from 0 to 1'],
    [() => binaryCrossEntropyWithLogits(1, NaN), RangeError, 'y: NaN; expected a number from 0 to 1'],
    [() => binaryCrossEntropy(1.5, 1), RangeError, 'p: 1.5; expected a number from 0 to 1'],
    [() => softmaxAlongAxis([1, 2], [3], 0), RangeError, 'data.length: 2; expected 3, the product of shape [3]'],
    [() => softmaxAlongAxis([1, 2], [2], 1), RangeError, 'axis: 1; expected an integer from -1 to 0'],
    [
      () => softmaxAlongAxis([1, 2], [2, 0.5], 1),
      RangeError,
      'shape: [2,0.5]; expected one non-negative integer or more',
    ],
    [() => softmaxAlongAxis([1, 2], [], 0), RangeError, 'shape: []; expected one non-negative integer or more'],
    [() => softmaxJacobian([1], { temperature: 0 }), RangeError, 'temperature: 0; expected a positive, finite number'],
  ])('%s', (call, error, message) => {
    expect(call).toThrow(error);
    expect(call).toThrow(message);
  });
});
