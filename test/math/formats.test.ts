import { describe, expect, test } from 'vitest';
import {
  decode,
  encode,
  exactDecimal,
  formats,
  limitsOf,
  next,
  operate,
  previous,
  round,
  ulp,
  ulpDistance,
  type FormatName,
  type Operation,
} from 'logits';
import { fixture } from './fixtures.ts';

const names = Object.keys(formats) as FormatName[];
const narrow = names.filter((name) => formats[name].bits <= 16);

/** Every value of a narrow format from 0 up, by its bits. */
const positives = (name: FormatName): number[] => {
  const values: number[] = [];
  for (let bits = 0n; decode(bits, name) < Infinity; bits++) values.push(decode(bits, name));
  return values;
};

describe('formats', () => {
  test('are what IEEE 754 and the FP8 paper say', () => {
    const facts = names.map((name) => {
      const { bits, exponentBits, fractionBits, bias, hasInfinity, largest } = formats[name];
      return [name, bits, exponentBits, fractionBits, bias, hasInfinity, largest];
    });
    expect(facts).toEqual([
      ['float64', 64, 11, 52, 1023, true, Number.MAX_VALUE],
      ['float32', 32, 8, 23, 127, true, 3.4028234663852886e38],
      ['float16', 16, 5, 10, 15, true, 65504],
      ['bfloat16', 16, 8, 7, 127, true, 3.3895313892515355e38],
      ['float8_e4m3fn', 8, 4, 3, 7, false, 448],
      ['float8_e5m2', 8, 5, 2, 15, true, 57344],
    ]);
  });

  test.each(names)('%s: largest, smallest and epsilon are where the bits end', (name) => {
    const { largest, smallestNormal, smallestSubnormal, epsilon, hasInfinity, fractionBits } = formats[name];
    expect(next(largest, name)).toBe(hasInfinity ? Infinity : NaN);
    expect(next(0, name)).toBe(smallestSubnormal);
    expect(decode(1n, name)).toBe(smallestSubnormal);
    expect(decode(1n << BigInt(fractionBits), name)).toBe(smallestNormal);
    expect(next(1, name)).toBe(1 + epsilon);
  });
});

describe('decode and encode', () => {
  test.each(narrow)('%s: every pattern survives decoding and encoding, and values rise with their bits', (name) => {
    const { bits: width, hasInfinity } = formats[name];
    let nans = 0;
    for (let bits = 0n; bits < 1n << BigInt(width); bits++) {
      const value = decode(bits, name);
      if (value !== value) nans++;
      else if (encode(value, name) !== bits)
        expect.fail(`${name} ${bits}: ${value} is encoded as ${encode(value, name)}`);
    }
    expect(nans).toBe(hasInfinity ? 2 * (2 ** formats[name].fractionBits - 1) : 2);
    const values = positives(name);
    expect(values.every((value, i) => i === 0 || value > values[i - 1]!)).toBe(true);
  });

  test('float16 is the Float16Array of the language, float32 its Float32Array, float64 its Float64Array', () => {
    const view = new DataView(new ArrayBuffer(8));
    for (let bits = 0; bits < 65536; bits++) {
      view.setUint16(0, bits);
      if (!Object.is(decode(BigInt(bits), 'float16'), view.getFloat16(0))) expect.fail(`float16 ${bits}`);
      // bfloat16 is the upper half of float32.
      view.setUint32(0, bits * 65536);
      if (!Object.is(decode(BigInt(bits), 'bfloat16'), view.getFloat32(0))) expect.fail(`bfloat16 ${bits}`);
    }
    for (let i = 0; i < 10000; i++) {
      const bits = (BigInt(Math.imul(i, 0x9e3779b1) >>> 0) << 32n) | BigInt(Math.imul(i, 0x85ebca6b) >>> 0);
      view.setBigUint64(0, bits);
      expect(decode(bits, 'float64')).toBe(view.getFloat64(0));
      expect(decode(bits >> 32n, 'float32')).toBe(view.getFloat32(0));
    }
  });

  test('NaN has one pattern, except that in float8_e4m3fn an overflow keeps its sign', () => {
    expect(names.map((name) => encode(NaN, name).toString(16))).toEqual([
      '7ff8000000000000',
      '7fc00000',
      '7e00',
      '7fc0',
      '7f',
      '7e',
    ]);
    expect(encode(1000, 'float8_e4m3fn')).toBe(0x7fn);
    expect(encode(-1000, 'float8_e4m3fn')).toBe(0xffn);
  });

  test('−0 keeps its sign', () => {
    for (const name of names) {
      expect(decode(encode(-0, name), name)).toBe(-0);
      expect(round(-1e-320, name)).toBe(name === 'float64' ? -1e-320 : -0);
    }
  });

  test('a pattern of too many bits is refused', () => {
    expect(() => decode(256n, 'float8_e5m2')).toThrow('bits: 256; expected a pattern of 8 bits, for float8_e5m2');
    expect(() => decode(-1n, 'float64')).toThrow(RangeError);
  });
});

describe('round', () => {
  test.each(narrow)('%s: halfway between two values it takes the even one, beside that the nearer', (name) => {
    const values = positives(name);
    values.forEach((low, i) => {
      const high = values[i + 1];
      if (high === undefined) return;
      const middle = (low + high) / 2;
      const even = i % 2 === 0 ? low : high;
      const got = [round(middle, name), round(next(middle, 'float64'), name), round(previous(middle, 'float64'), name)];
      if (got[0] !== even || got[1] !== high || got[2] !== low) expect.fail(`${name}: ${middle} became ${got}`);
      if (round(-middle, name) !== -even) expect.fail(`${name}: −${middle}`);
    });
  });

  test.each([
    ['float32', 3.4028235677973366e38, Infinity],
    ['float32', 3.4028235677973362e38, 3.4028234663852886e38],
    ['float16', 65520, Infinity],
    ['float16', 65519.99999999999, 65504],
    ['bfloat16', 3.39617752923046e38, Infinity],
    ['bfloat16', 3.3961775292304597e38, 3.3895313892515355e38],
    ['float8_e4m3fn', 464, 448],
    ['float8_e4m3fn', 464.00000000000006, NaN],
    ['float8_e4m3fn', -Infinity, NaN],
    ['float8_e5m2', 61440, Infinity],
    ['float8_e5m2', 61439.99999999999, 57344],
  ] as const)('%s: overflow begins at half a unit above the largest value: %d → %d', (name, x, expected) => {
    expect(round(x, name)).toBe(expected);
    expect(round(-x, name)).toBe(-expected);
  });

  test('rounds once: through float32 this number would become another float16', () => {
    // Just above the middle of two values of float16: float32 rounds it to the middle, and then to even.
    const x = 1.00048828125 + 2 ** -40;
    expect(round(x, 'float16')).toBe(1.0009765625);
    expect(round(round(x, 'float32'), 'float16')).toBe(1);
  });

  test('agrees with fractions rounded exactly, and float32 with Math.fround', () => {
    const cases = fixture<Record<FormatName, { round: [number, number][] }>>('operations.json');
    for (const name of names) {
      for (const [x, expected] of cases[name].round) {
        if (!Object.is(round(x, name), expected))
          expect.fail(`${name}: ${x} became ${round(x, name)}, not ${expected}`);
        if (name === 'float32') expect(round(x, name)).toBe(Math.fround(x));
      }
    }
  });

  test('agrees with NumPy for float16 and float32', () => {
    const cases = fixture<Record<'float16' | 'float32', [number, number][]>>('numpy.json');
    for (const name of ['float16', 'float32'] as const) {
      expect(cases[name].length).toBeGreaterThanOrEqual(1000);
      for (const [x, expected] of cases[name]) expect([x, round(x, name)]).toEqual([x, expected]);
    }
  });
});

describe('next, previous, ulp, ulpDistance', () => {
  test.each(narrow)('%s: step through every value, one at a time, in both directions', (name) => {
    const values = positives(name);
    values.forEach((value, i) => {
      const above = values[i + 1];
      if (above === undefined) return;
      const between = value + (above - value) / 3;
      const got = [next(value, name), previous(above, name), next(between, name), previous(between, name)];
      const expected = [above, value, above, value];
      if (got.some((x, k) => x !== expected[k])) expect.fail(`${name}: beside ${value}: ${got}`);
      if (next(-above, name) !== -value || ulpDistance(-value, -above, name) !== 1) expect.fail(`${name}: −${value}`);
      if (ulp(value, name) !== above - value) expect.fail(`${name}: ulp(${value}) is ${ulp(value, name)}`);
    });
  });

  test('cross zero and the ends', () => {
    expect(next(-5e-324, 'float64')).toBe(-0);
    expect(next(-0, 'float64')).toBe(5e-324);
    expect(previous(0, 'float64')).toBe(-5e-324);
    expect(next(Infinity, 'float16')).toBe(Infinity);
    expect(next(-Infinity, 'float16')).toBe(-65504);
    expect(next(-Infinity, 'float8_e4m3fn')).toBe(-448);
    expect(next(NaN, 'float16')).toBe(NaN);
    expect(ulp(Infinity, 'float64')).toBe(Infinity);
    expect(ulpDistance(-5e-324, 5e-324)).toBe(2);
    expect(ulpDistance(0, -0)).toBe(0);
    expect(ulpDistance(Number.MAX_VALUE, Infinity)).toBe(1);
    expect(ulpDistance(1, 1 + 3 * 2 ** -52)).toBe(3);
    expect(ulpDistance(1, NaN)).toBe(NaN);
  });

  test('an unknown format is refused with the list of the known ones', () => {
    expect(() => round(1, 'float128' as FormatName)).toThrow(
      "format: 'float128'; expected one of float64, float32, float16, bfloat16, float8_e4m3fn, float8_e5m2",
    );
  });
});

describe('exactDecimal', () => {
  test.each([
    [0.1, '0.1000000000000000055511151231257827021181583404541015625'],
    [-2.5, '-2.5'],
    [1e23, '99999999999999991611392'],
    [100, '100'],
    [0, '0'],
    [-0, '-0'],
    [Infinity, 'Infinity'],
    [NaN, 'NaN'],
  ])('%d is %s', (x, expected) => {
    expect(exactDecimal(x)).toBe(expected);
  });

  test('writes the smallest float64 in its 751 significant digits, and the largest in its 309', () => {
    const smallest = exactDecimal(5e-324);
    expect(smallest).toMatch(/^0\.0{323}4940656458412465/);
    expect(smallest.replace(/^0\.0*/, '')).toHaveLength(751);
    expect(exactDecimal(Number.MAX_VALUE)).toHaveLength(309);
  });

  test('reads back as the number that it writes', () => {
    for (let i = 1; i < 2000; i++) {
      const x = decode(BigInt(Math.imul(i, 0x9e3779b1) >>> 0) << 31n, 'float64');
      expect(Number(exactDecimal(x))).toBe(x);
    }
  });
});

describe('operate', () => {
  const cases = fixture<Record<FormatName, Record<Operation, number[][]>>>('operations.json');

  test.each(names)('%s: every operation is correctly rounded', (name) => {
    let count = 0;
    for (const [operation, list] of Object.entries(cases[name]) as [Operation, number[][]][]) {
      for (const numbers of list) {
        count++;
        const operands = numbers.slice(0, -1);
        const { value, bits } = operate(operation, operands, name);
        const expected = numbers.at(-1)!;
        if (!Object.is(value, expected)) expect.fail(`${name} ${operation}(${operands}): ${value}, not ${expected}`);
        if (value === value && decode(bits, name) !== value) expect.fail(`${name}: bits of ${value}`);
      }
    }
    expect(count).toBeGreaterThan(2000);
  });

  test('says what happened', () => {
    const events = (operation: Operation, operands: number[], format: FormatName) =>
      operate(operation, operands, format).events;
    expect(events('add', [1, 1], 'float16')).toEqual([]);
    expect(events('divide', [1, 3], 'float16')).toEqual(['inexact']);
    expect(events('exp', [11.09375], 'float16')).toEqual(['inexact', 'overflow']);
    expect(events('exp', [-20], 'float16')).toEqual(['inexact', 'underflow']);
    expect(events('multiply', [2 ** -14, 2 ** -2], 'float16')).toEqual([]);
    expect(events('divide', [0, 0], 'float16')).toEqual(['invalid']);
    expect(events('subtract', [Infinity, Infinity], 'float16')).toEqual(['invalid']);
    expect(events('divide', [1, 0], 'float16')).toEqual(['divideByZero']);
    expect(events('log', [0], 'float16')).toEqual(['divideByZero']);
    expect(events('log', [-1], 'float16')).toEqual(['invalid']);
    expect(events('add', [NaN, 1], 'float16')).toEqual([]);
    expect(events('add', [Infinity, 1], 'float16')).toEqual([]);
  });

  test('writes the exact result, cut off with … where it has more digits', () => {
    const exact = (operation: Operation, ...operands: number[]) => operate(operation, operands, 'float16').exact;
    expect(exact('add', 0.5, 0.25)).toBe('0.75');
    expect(exact('divide', 1, 3)).toBe('0.3333333333333333333333333333333333333333…');
    expect(exact('divide', 2, -3)).toBe('-0.6666666666666666666666666666666666666666…');
    expect(exact('exp', 1)).toBe('2.71828182845904523536028747135…');
    expect(exact('log', 2)).toBe('0.693147180559945309417232121458…');
    expect(exact('exp', -745)).toBe('2.82235073047193707635344008205…e-324');
    expect(exact('exp', 2 ** -60)).toBe('1.00000000000000000086736173798…');
    expect(exact('exp', 0)).toBe('1');
    expect(exact('multiply', 1e200, 1e-200)).toMatch(/^0\.9999999999999999/);
  });

  test('refuses what it does not know', () => {
    expect(() => operate('tan' as Operation, [1], 'float16')).toThrow(
      "operation: 'tan'; expected one of round, negate",
    );
    expect(() => operate('add', [1], 'float16')).toThrow('operands.length: 1; expected 2');
  });
});

describe('limitsOf', () => {
  test.each([
    [
      'float64',
      1.7976931348623157e308,
      709.782712893384,
      709.7827128933841,
      -745.1332191019411,
      37.42994775023705,
      36.73680056967711,
    ],
    [
      'float32',
      3.4028234663852886e38,
      88.72283172607422,
      88.72283935546875,
      -103.97207708399179,
      17.32867948419631,
      16.63553237915039,
    ],
    ['float16', 65504, 11.0859375, 11.09375, -17.32867951399863, 8.317521996287171, 7.625],
    ['bfloat16', 3.3895313892515355e38, 88.5, 89, -92.88172219503267, 6.236369590203705, 5.5625],
    ['float8_e4m3fn', 448, 6, 6.5, -6.931471805599453, 3.4339872044851463, 2.75],
    ['float8_e5m2', 57344, 10, 12, -11.78350206951907, 2.7080502011022105, 2],
  ] as [FormatName, ...number[]][])('%s: the course’s table', (name, ...row) => {
    expect(Object.values(limitsOf(name))).toEqual(row);
  });

  test('each limit is one: a step before it, the other thing happens', () => {
    for (const name of names) {
      const limits = limitsOf(name);
      const at = (operation: Operation, ...x: number[]) => operate(operation, x, name).value;
      expect(next(limits.largestLogit, name)).toBe(limits.overflowLogit);
      expect(at('exp', limits.largestLogit)).toBeLessThan(Infinity);
      expect(at('exp', limits.overflowLogit)).toBe(formats[name].hasInfinity ? Infinity : NaN);
      expect(at('exp', limits.smallestLogit)).toBeGreaterThan(0);
      expect(at('exp', previous(limits.smallestLogit, 'float64'))).toBe(0);
      expect(at('sigmoid', limits.sigmoidIsOne)).toBe(1);
      expect(at('sigmoid', previous(limits.sigmoidIsOne, 'float64'))).toBeLessThan(1);
    }
  });
});
