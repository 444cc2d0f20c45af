import { describe, expect, test } from 'vitest';
import {
  decode,
  encode,
  formats,
  operate,
  round,
  trace,
  traceNames,
  type FormatName,
  type Step,
  type TraceName,
} from 'logits';
import { fixture } from './fixtures.ts';

const inputsOf = (name: TraceName): number[] =>
  name.startsWith('binary') ? [0.3, 1] : name.includes('Sigmoid') ? [0.3] : [2, 1, 0.1];

const step = (steps: Step[], name: string): Step => steps.find((s) => s.name === name)!;

describe.each(traceNames)('trace %s', (name) => {
  test.each(Object.keys(formats) as FormatName[])('in %s: every step is one rounding of its operands', (format) => {
    const { steps, result, resultSteps } = trace(name, inputsOf(name), format);
    steps.forEach(({ operation, operands, exact, value, bits, events }, i) => {
      const again = operate(
        operation,
        operands.map((operand) => operand.value),
        format,
      );
      expect({ exact, value, bits, events }).toEqual(again);
      expect(round(value, format)).toBe(value);
      for (const operand of operands) {
        if (operand.step < 0) continue;
        expect(operand.step).toBeLessThan(i);
        expect(operand).toMatchObject({ name: steps[operand.step]!.name, value: steps[operand.step]!.value });
      }
    });
    expect(result).toEqual(resultSteps.map((index) => steps[index]!.value));
  });

  test('in float64 comes within a few units of the course’s own function', () => {
    const [x, y] = inputsOf(name);
    const { result } = trace(name, inputsOf(name), 'float64');
    const expected: Record<TraceName, number[]> = {
      naiveSoftmax: [0.6590011388859679, 0.24243297070471392, 0.09856589040931818],
      softmax: [0.6590011388859679, 0.24243297070471392, 0.09856589040931818],
      onlineSoftmax: [0.6590011388859679, 0.24243297070471392, 0.09856589040931818],
      logOfSoftmax: [-0.41703001627783354, -1.4170300162778335, -2.3170300162778332],
      logSoftmax: [-0.41703001627783354, -1.4170300162778335, -2.3170300162778332],
      naiveLogSumExp: [2.4170300162778335],
      logSumExp: [2.4170300162778335],
      naiveSigmoid: [0.574442516811659],
      naiveSigmoidExpForm: [0.574442516811659],
      binaryCrossEntropy: [1.2039728043259361],
      binaryCrossEntropyWithLogits: [0.554355244468527],
    };
    expect([x, y]).toHaveLength(2);
    expect(result).toHaveLength(expected[name].length);
    result.forEach((value, i) => expect(Math.abs(value / expected[name][i]! - 1)).toBeLessThan(1e-15));
  });
});

describe('trace tells what happened', () => {
  test('naive softmax of [1000, 1000, 1000] in float64: overflow, then ∞/∞', () => {
    const { steps, result } = trace('naiveSoftmax', [1000, 1000, 1000], 'float64');
    expect(result).toEqual([NaN, NaN, NaN]);
    expect(step(steps, 'e_{1}')).toMatchObject({ value: Infinity, events: ['inexact', 'overflow'], infectedBy: [] });
    expect(step(steps, 's')).toMatchObject({ value: Infinity, events: [], infectedBy: ['s_{2}', 'e_{3}'] });
    expect(step(steps, 'p_{1}')).toMatchObject({ value: NaN, events: ['invalid'], infectedBy: ['e_{1}', 's'] });
  });

  test('naive softmax of [−1000, −1001, −1002] in float64: underflow, then 0/0', () => {
    const { steps, result } = trace('naiveSoftmax', [-1000, -1001, -1002], 'float64');
    expect(result).toEqual([NaN, NaN, NaN]);
    expect(step(steps, 'e_{2}')).toMatchObject({ value: 0, events: ['inexact', 'underflow'] });
    expect(step(steps, 'p_{2}')).toMatchObject({ value: NaN, events: ['invalid'], infectedBy: ['e_{2}', 's'] });
  });

  test('naive softmax of [709.5, 709.5] in float64: only the sum overflows, and the result is 0 without a NaN', () => {
    const { steps, result } = trace('naiveSoftmax', [709.5, 709.5], 'float64');
    expect(result).toEqual([0, 0]);
    expect(step(steps, 'e_{1}').events).toEqual(['inexact']);
    expect(step(steps, 's')).toMatchObject({ value: Infinity, events: ['inexact', 'overflow'] });
    expect(step(steps, 'p_{1}')).toMatchObject({ value: 0, events: [], infectedBy: ['s'] });
  });

  test('the log of softmax of [0, 1000] is [−∞, 0] where log-softmax is [−1000, 0]', () => {
    expect(trace('logOfSoftmax', [0, 1000], 'float64').result).toEqual([-Infinity, 0]);
    expect(trace('logSoftmax', [0, 1000], 'float64').result).toEqual([-1000, 0]);
  });

  test('softmax of huge logits in float8_e4m3fn: reading the input already overflows, to NaN', () => {
    const { steps, result } = trace('softmax', [-1000, 1], 'float8_e4m3fn');
    expect(steps[0]).toMatchObject({ value: NaN, events: ['inexact', 'overflow'], bits: 0xffn });
    expect(result).toEqual([NaN, NaN]);
  });

  test('inputs are rounded to the format first, and the step says so', () => {
    const [first] = trace('naiveSigmoid', [0.1], 'float16').steps;
    expect(first).toMatchObject({ operation: 'round', name: 'z', value: 0.0999755859375, events: ['inexact'] });
    expect(first!.exact).toBe('0.1000000000000000055511151231257827021181…');
  });

  test('no logits give no steps', () => {
    for (const name of ['softmax', 'naiveSoftmax', 'onlineSoftmax', 'logSoftmax', 'logOfSoftmax'] as const) {
      expect(trace(name, [], 'float16')).toMatchObject({ steps: [], result: [] });
    }
  });

  test('unknown names and wrong numbers of inputs are refused', () => {
    expect(() => trace('tanh' as TraceName, [1], 'float16')).toThrow("name: 'tanh'; expected one of naiveSoftmax");
    expect(() => trace('naiveSigmoid', [1, 2], 'float16')).toThrow('inputs.length: 2; expected 1, for naiveSigmoid');
  });
});

describe('trace against libraries, one operation at a time', () => {
  interface Library {
    format: FormatName;
    cases: Record<TraceName, [inputs: number[], bits: number[]][]>;
    notCorrectlyRounded: Record<string, [input: number, theirs: number, correct: number][]>;
  }
  const libraries = fixture<Record<'NumPy' | 'PyTorch', Library>>('libraries.json');

  test.each(['NumPy', 'PyTorch'] as const)('%s: the same bits, but for the listed inputs', (name) => {
    const { format, cases, notCorrectlyRounded } = libraries[name];
    const listed = new Set(Object.entries(notCorrectlyRounded).flatMap(([f, xs]) => xs.map(([x]) => `${f} ${x}`)));
    let [same, excused] = [0, 0];
    for (const evaluation of traceNames) {
      expect(cases[evaluation].length).toBeGreaterThanOrEqual(100);
      for (const [inputs, expected] of cases[evaluation]) {
        const { steps, result } = trace(evaluation, inputs, format);
        if (steps.some(({ operation, operands }) => listed.has(`${operation} ${operands[0]!.value}`))) {
          excused++;
          continue;
        }
        same++;
        result.forEach((value, i) => {
          const theirs = decode(BigInt(expected[i]!), format);
          if (!Object.is(value, theirs)) expect.fail(`${evaluation}(${inputs}): ${result}, ${name} ${theirs} at ${i}`);
        });
      }
    }
    expect(same).toBeGreaterThan(1500);
    expect(excused).toBeLessThan(50);
  });

  // What NumPy 1.24 gives for exp, log and log1p of float16, rounding twice by way of float32.
  test.each([
    ['exp', 0.007297515869140625, 1.0078125, 1.0068359375],
    ['exp', 0.0226898193359375, 1.0234375, 1.0224609375],
    ['log', 0.005340576171875, -5.234375, -5.23046875],
    ['log1p', 0.005870819091796875, 0.00585174560546875, 0.005855560302734375],
    ['log1p', -0.005847930908203125, -0.00586700439453125, -0.005863189697265625],
  ] as const)('NumPy rounds %s(%d) of float16 twice, to %d instead of %d', (operation, x, theirs, correct) => {
    expect(operate(operation, [x], 'float16').value).toBe(correct);
    expect(round(Math.fround(operate(operation, [x], 'float32').value), 'float16')).toBe(theirs);
    expect(libraries.NumPy.notCorrectlyRounded[operation]).toContainEqual([x, theirs, correct]);
  });

  test('PyTorch’s log1p of bfloat16 is infinite from 1.0036e38 on; its exp and log are correctly rounded throughout', () => {
    const { exp, log, log1p } = libraries.PyTorch.notCorrectlyRounded;
    expect([exp, log]).toEqual([[], []]);
    for (const [x, theirs, correct] of log1p!) {
      expect(x).toBeGreaterThan(1.003e38);
      expect(theirs).toBe(Infinity);
      expect(operate('log1p', [x], 'bfloat16').value).toBe(correct);
    }
  });

  test('the lists are complete: five of NumPy, 233 of PyTorch', () => {
    const counts = Object.values(libraries).map((l) => Object.values(l.notCorrectlyRounded).flat().length);
    expect(counts).toEqual([5, 233]);
    expect(encode(1, 'bfloat16')).toBe(0x3f80n);
  });
});
