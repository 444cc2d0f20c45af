/** What crosses between Python and the judge: plain data, whole. */
import { beforeEach, expect, test } from 'vitest';
import type { Datum } from '../../../src/notebook/protocol.ts';
import { createPythonScope } from '../../../src/notebook/python/python-scope.ts';
import { start } from './start.ts';

const python = await start();
let scope = createPythonScope(python);
beforeEach(() => (scope = createPythonScope(python)));

/** What a function of one expression makes of its arguments. */
async function called(expression: string, ...args: Datum[]): Promise<unknown> {
  const { failure } = await scope.run(
    `import math\nimport numpy as np\ndef f(*args):\n    a = args\n    return ${expression}`,
  );
  expect(failure).toBeUndefined();
  const returned = await scope.call('f', args);
  return 'data' in returned ? returned.data : `${returned.failure.name}: ${returned.failure.message}`;
}

test.each<[string, Datum]>([
  ['numbers', [0, -0, 1, -2.5, 0.1, 1e308, 5e-324, Infinity, -Infinity, NaN, 2 ** 53, 1.7976931348623157e308]],
  [
    'a matrix',
    [
      [1, -0, 0.1],
      [Infinity, 5e-324, NaN],
    ],
  ],
  [
    'a square matrix and what follows it',
    [
      [
        [1, 2],
        [3, 4],
      ],
      'x',
      [5],
    ],
  ],
  ['nothing in a list', []],
  ['rows of different lengths', [[1, 2], [3], []]],
  ['a text', 'é "quoted" \n\t\\ ∞'],
  ['truth', true],
  ['all of it', { a: [1, 'b', { c: [0.1, [true, 2]] }], '#': 'x' }],
])('%s come back as they went', async (_, datum) => {
  expect(await called('a[0]', datum)).toStrictEqual(datum);
});

test('a list of numbers is an array that code for lists can use, too', async () => {
  const z = [2, 1, 0.1];
  const right = z.map((x) => Math.exp(x - 2));
  for (const form of [
    'np.exp(a[0] - np.max(a[0]))',
    'np.exp(a[0] - a[0].max(keepdims=True))',
    '[math.exp(x - max(a[0])) for x in a[0]]',
    '[math.exp(a[0][i] - a[0][0]) for i in range(len(a[0]))]',
    'tuple(map(lambda x: math.exp(x - max(*a[0])), a[0]))',
    'list(np.exp(np.array([x for x in a[0]]) - sorted(a[0])[-1]))',
  ])
    ((await called(form, z)) as number[]).forEach((x, i) => expect(x).toBeCloseTo(right[i]!, 15));
  expect(await called('[sum(a[0]) / len(a[0]), sum([x for x in a[0]]) / 3]', z)).toEqual([3.1 / 3, 3.1 / 3]);
});

test('a number is a float, and an int beside a list where it is whole', async () => {
  expect(await called('[type(x).__name__ for x in a]', 2, 0.5)).toEqual(['float', 'float']);
  expect(await called('[type(x).__name__ for x in a[1:]]', [1], 2, 0.5)).toEqual(['int', 'float']);
  expect(await called('a[0][a[1]]', [1, 2, 3], 2)).toBe(3);
});

test('scalars, tuples and arrays of any type come back as numbers and lists', async () => {
  expect(
    await called(
      '(np.float64(0.1), np.float32(0.5), np.array(3), np.array([[1], [2]]), (1, 2), np.array([True]), np.int64(7), np.bool_(True))',
    ),
  ).toEqual([0.1, 0.5, 3, [[1], [2]], [1, 2], [true], 7, true]);
});

test.each([
  [
    '2**53 + 1',
    'Returned: f returned the integer 9007199254740993, which has digits that a float64 would lose; expected a float, or an integer up to 2**53',
  ],
  [
    '[1, -2**70]',
    'Returned: f returned the integer -1180591620717411303424, which has digits that a float64 would lose; expected a float, or an integer up to 2**53',
  ],
  [
    'np.array([2**60])',
    'Returned: f returned the integer 1152921504606846976, which has digits that a float64 would lose; expected a float, or an integer up to 2**53',
  ],
  ['None', 'Returned: f returned None; expected numbers'],
  ['[None, 1.5]', 'Returned: f returned [None, 1.5]; expected numbers'],
  ['(x for x in [1])', 'Returned: f returned a generator; expected numbers'],
  ['map(abs, [1])', 'Returned: f returned a map; expected numbers'],
  ['{1: 2}', 'Returned: f returned {1: 2}; expected numbers'],
  ['abs', 'Returned: f returned a function; expected numbers'],
  ['[0.0] * 1000001', 'Returned: f returned 1000001 entries; expected at most 1000000'],
])('%s is told', async (expression, told) => {
  expect(await called(expression)).toBe(told);
});

test('a failure says its class, its message, and the line of the cell that it happened in', async () => {
  await scope.run('def f(z):\n    raise ValueError("no")\n');
  await scope.run('x = 1\n\ndef g(z):\n    y = 2\n    return f(z)');
  expect(await scope.call('g', [0])).toEqual({
    failure: { name: 'ValueError', message: 'no', cell: 0, line: 2 },
  });
  expect(await scope.call('h', [0])).toEqual({
    failure: { name: 'Missing', message: 'there is no function h; expected your code to define it' },
  });
});

test('a cell says what it printed, what NumPy warned of, and its value as Python writes it', async () => {
  expect(await scope.run('import numpy as np\nprint("a\\n", 1)\nnp.exp(np.array([1000.0, 0]))')).toEqual({
    logs: [['a'], [' 1'], ['RuntimeWarning: overflow encountered in exp']].map(([text]) => [{ kind: 'text', text }]),
    unkept: 0,
    value: { kind: 'text', text: 'array([inf,  1.])' },
  });
});

/** What is counted of a function of 12 logits. */
async function counted(body: string) {
  await scope.run(`import math\nimport numpy as np\ndef f(z):\n    ${body}`);
  const returned = await scope.call('f', [Array.from({ length: 12 }, (_, i) => i / 8)], true);
  if ('failure' in returned) throw new Error(returned.failure.message);
  return returned.counts!;
}

test.each([
  ['return [math.exp(x) for x in z]', { passes: 1, exponentials: 12 }],
  ['return np.exp(z)', { passes: 1, exponentials: 12 }],
  ['m = z.max(); e = np.exp(z - m); return e / e.sum()', { passes: 3, exponentials: 12 }],
  ['m = max(z); return [math.exp(x - m) for x in z]', { passes: 2, exponentials: 12 }],
  ['return np.sum([math.exp(z[i]) for i in range(len(z))])', { passes: 1, exponentials: 12 }],
  ['return [x + z[i - 1] for i, x in enumerate(z)]', { passes: 1, exponentials: 0 }],
  ['return [sum(math.exp(y) for y in z[1:]) for x in z]', { passes: 13, exponentials: 132 }],
  ['return [math.e ** x for x in z], np.power(np.e, z[:2]), math.pow(math.e, 2)', { exponentials: 15, powers: 15 }],
  ['z -= z[1]; return z', { passes: 1, changed: true }],
  ['z[3] = 0.0; return 1', { passes: 0, changed: true }],
  ['return z.tolist()', { passes: 1, changed: false }],
  ['return np.logaddexp.reduce(z)', { passes: 1 }],
])('%s: %j', async (body, counts) => {
  expect(await counted(body)).toMatchObject(counts);
});

test.each([
  ['function softmax(z: number[]): number[] {\n  return z;\n}', 1],
  ['import numpy as np\nconst softmax = (z) => z.map((x) => x);', 2],
  ['// mine\nlet m = 0;', 2],
])('%j is called TypeScript, with the line and the language', async (code, line) => {
  expect((await scope.run(code)).failure).toEqual({
    name: 'SyntaxError',
    message: 'this is TypeScript; expected Python, such as def softmax(z): …',
    line,
    language: 'typescript',
  });
});

test('a fault of Python stays one', async () => {
  expect((await scope.run('def f(z):\n    return z +\n')).failure).not.toHaveProperty('language');
});
