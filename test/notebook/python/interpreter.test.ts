import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build, type Rollup } from 'vite';
import { beforeEach, expect, test } from 'vitest';
import { prepared } from '../../../src/notebook/python/source.ts';
import { startPython } from '../../../src/notebook/python/interpreter.ts';
import { files, start } from './start.ts';

const python = await start();
beforeEach(() => python.reset());

/** The repr of the last expression's value, or the exception. */
function result(code: string): string | undefined {
  const { result, exception } = python.run(code);
  return exception ? `${exception.name}: ${exception.message}` : result;
}

test('a run gives what was printed and the value of the last expression, as Python writes it', () => {
  expect(python.run('x = [1, 2]\nprint("é", x)\nx')).toEqual({
    output: 'é [1, 2]\n',
    unkept: 0,
    result: '[1, 2]',
    warnings: [],
  });
  expect(python.run('print(end="")').result).toBeUndefined();
});

test('of a loop that prints the beginning is kept, and how many lines more there were', () => {
  const { output, unkept } = python.run('for i in range(100000):\n    print("abc")');
  expect(output.length).toBe(200_000);
  expect(unkept).toBe(50_000);
});

test('an exception says its class, its message and the line of the code, wherever it was raised', () => {
  expect(python.run('import numpy as np\n\nnp.zeros(3)[5]').exception).toEqual({
    name: 'IndexError',
    message: 'index 5 is out of bounds for axis 0 with size 3',
    cell: 0,
    line: 3,
  });
  expect(python.run('def f(x):\n    return 1 / x\n\nf(\n    0)').exception).toMatchObject({ line: 2 });
});

test('names last from one run to the next, until they are forgotten, and none of them is ours', () => {
  python.run('x = 3');
  expect(result('x')).toBe('3');
  expect(result('sorted(globals())')).toBe("['_', '__name__', 'x']");
  python.reset();
  expect(result('x')).toBe("NameError: name 'x' is not defined");
});

test('Python reaches neither JavaScript nor what runs it', () => {
  for (const name of ['js', 'jsffi', '_kernels', '_host', 'uctypes']) {
    expect(result(`import ${name}\n${name}.x`)).toBe(`ModuleNotFoundError: No module named '${name}'`);
  }
  expect(result('import _driver')).toBe("ModuleNotFoundError: No module named '_driver'");
  // Functions of Python tell what they refer to: from what is JavaScript's among that, no way leads on.
  const ways = `
import numpy as np
[name for name, value in np.zeros.__globals__.items() if 'JsProxy' in str(value) and hasattr(value, 'constructor')]`;
  expect(result(ways)).toBe('[]');
  expect(result("sum('JsProxy' in str(value) for value in np.zeros.__globals__.values()) > 20")).toBe('True');
});

test('another version of MicroPython is refused by name', async () => {
  await expect(startPython({ script: 'export default 1', wasm: readFileSync(files.wasm) })).rejects.toThrow(
    'script: has no export async function loadMicroPython; expected micropython.mjs of MicroPython 1.27.0',
  );
});

test('math raises what CPython raises, and has this course’s exp and log', () => {
  expect(result('import math\nmath.exp(1000)')).toBe('OverflowError: math range error');
  expect(result('import math\nmath.log(0)')).toBe('ValueError: math domain error');
  expect(
    result('import math\nmath.exp(0), math.exp(50), math.fsum([0.1] * 10), math.prod([2, 3]), math.ulp(1.0)'),
  ).toBe('(1.0, 5.184705528587072e+21, 1.0, 6, 2.220446049250313e-16)');
});

test('no digit is lost on the way to an array and back', () => {
  expect(result('import numpy as np\nnp.array([2**62 + 1, -2**63]).tolist()')).toBe(
    '[4611686018427387905, -9223372036854775808]',
  );
  expect(result('np = __import__("numpy")\nnp.array([2.0**40, -0.0, 5e-324, 1e308]).tolist()[:2]')).toBe(
    '[1099511627776.0, -0.0]',
  );
  expect(result('import numpy as np\nnp.array([2**70])')).toMatch(/^OverflowError/);
});

test('an array changes where it stands, and whoever else holds it sees it', () => {
  expect(result('import numpy as np\na = np.array([1.0, 3.0])\nb = a[::-1]\na /= 2\na *= a\nb')).toBe(
    'array([2.25, 0.25])',
  );
  expect(result('import numpy as np\na = np.arange(3)\na /= 2')).toBe(
    "UFuncTypeError: Cannot cast ufunc 'divide' output from dtype('float64') to dtype('int64') with casting rule 'same_kind'",
  );
});

test('warnings are told once each, raised where one asks for it, and silent where one asks for that', () => {
  const naive = 'import numpy as np\nz = np.array([1000.0, 1.0])\np = np.exp(z) / np.exp(z).sum()';
  expect(python.run(naive).warnings).toEqual([
    'RuntimeWarning: overflow encountered in exp',
    'RuntimeWarning: invalid value encountered in divide',
  ]);
  expect(python.run('with np.errstate(over="ignore"):\n    np.exp(z)').warnings).toEqual([]);
  expect(result('with np.errstate(over="raise"):\n    np.exp(z)')).toBe(
    'FloatingPointError: overflow encountered in exp',
  );
});

test('what an array is changes by no assignment, and integers of NumPy say when they overflow', () => {
  expect(result('import numpy as np\na = np.zeros((2, 3))\na.shape = (3, 2)')).toMatch(/^AttributeError/);
  expect(python.run('np.int64(2**62) * 4, np.array([2**62]) * 4')).toMatchObject({
    result: '(np.int64(0), array([0]))',
    warnings: ['RuntimeWarning: overflow encountered in scalar multiply'],
  });
});

test('what is not there says so, with the nearest that is', () => {
  expect(result('import numpy as np\nnp.einsums')).toBe(
    "AttributeError: np.einsums is not part of this course's NumPy; the nearest that is: minimum",
  );
  expect(result('import numpy as np\nnp.zeros(2).sums()')).toBe(
    "AttributeError: ndarray.sums is not part of this course's NumPy; the nearest that is: sum",
  );
  expect(result('import numpy as np\nnp.random.seed(0)')).toMatch(/not part of this course's NumPy.*default_rng/);
});

test('scalars are numbers of NumPy in texts, comparisons and functions of Python', () => {
  python.run('import numpy as np\nx = np.float32(0.1)');
  expect(result("f'{x:.3f} {x} {x!r}', '%.2f' % x, '{:>6.1f}|'.format(x)")).toBe(
    "('0.100 0.1 np.float32(0.1)', '0.10', '   0.1|')",
  );
  expect(result('0 < x, float(x), 1.0 + np.float32(1e-8), isinstance(np.float64(1), float), max(x, 2)')).toBe(
    '(np.True_, 0.10000000149011612, np.float32(1.0), True, 2)',
  );
});

test.each([
  ['best = float("-inf")\nbest < z[0], best > z[0], -math.inf <= z[1] < z[0]', '(np.True_, np.False_, np.True_)'],
  ['sorted(z)', '[np.float64(0.5), np.float64(1.0), np.float64(2.0)]'],
  [
    'sorted(range(4), key=lambda i: i % 2), sorted(range(4), key=lambda i: i % 2, reverse=True)',
    '([0, 2, 1, 3], [1, 3, 0, 2])',
  ],
  ['max((x, i) for i, x in enumerate(z))', '(np.float64(2.0), 0)'],
  ['list(reversed(z))', '[np.float64(0.5), np.float64(1.0), np.float64(2.0)]'],
  ['z[0] / 0 > 1, 1 / (z[0] - 2), 10**20 * z[0]', '(np.True_, np.float64(inf), np.float64(2e+20))'],
  [
    'z[0] == 2, z.max() is None, z[0] + True, divmod(z[0], 0.7)[0]',
    '(np.True_, False, np.float64(3.0), np.float64(2.0))',
  ],
  ['z == [2, 1, 0.5]', 'array([ True,  True,  True])'],
  ['np.logaddexp.reduce(z), np.logaddexp.reduce([])', '(np.float64(2.464368784107945), np.float64(-inf))'],
  ['np.max([], initial=-1.0), np.flatnonzero(z > 0.7)', '(np.float64(-1.0), array([0, 1]))'],
])('numbers of an array are compared, sorted and found as in CPython: %s', (code, expected) => {
  expect(result(`import math\nimport numpy as np\nz = np.array([2.0, 1.0, 0.5])\n${code}`)).toBe(expected);
});

test('the exact value of a float decides its last digit in a text, and between two the even one', () => {
  expect(result("'%.2f|%.0f|%.17g|%.1f|%.2e|%-8.3f|%5d|%s%%' % (2.675, 2.5, 0.1, 0.25, 1.125, 1 / 3, 7, 'a')")).toBe(
    "'2.67|2|0.10000000000000001|0.2|1.12e+00|0.333   |    7|a%'",
  );
  expect(
    result(
      'f\'{1234567.891:,.2f}|{0.1:.20f}|{0.1234:.1%}|{-3.14159:08.3f}|{1e-5:g}|{123456.0:.3g}|{float("nan"):>6.1f}\'',
    ),
  ).toBe("'1,234,567.89|0.10000000000000000555|12.3%|-003.142|1e-05|1.23e+05|   nan'");
});

test('more places than there are are no fault', () => {
  expect(result("len(f'{0.1:.300f}'), f'{1e-5:.120g}'[:9], round(5.0, -400)")).toBe("(102, '1.0000000', 0.0)");
  expect(result('import numpy as np\nnp.set_printoptions(precision=300)\nstr(np.array([1e-300, 0.1]))')).toBe(
    "'[1.e-300 1.e-001]'",
  );
});

test('arrays that nobody holds any more are freed when the run has ended', () => {
  const used = () => Number(result('import gc\ngc.mem_alloc()'));
  python.run('import numpy as np\nz = np.zeros(1000)');
  const before = used();
  python.run('for _ in range(1000):\n    z = z + 1.0');
  expect(used() - before).toBeLessThan(20_000);
});

test.each([
  ['a *= 2  # twice', "a = __inplace__('multiply', a, ( 2))  # twice"],
  ['if a: b[0] /= (1 +\n 2); c', "if a: b[0] = __inplace__('divide', b[0], ( (1 +\n 2))); c"],
  ['n -= 1', 'n -= 1'],
  ['s = "a *= 2" # 0 < x', 's = "a *= 2" # 0 < x'],
  ['assert 0 <= p', 'assert __number__(0) <= p'],
  ['b - 1 < a, -1 < a', '__number__(b - 1) < a, __number__(-1) < a'],
  ['[x for x in z[1:] if m[-1] >= f(x, y < 2)]', '[x for x in z[1:] if __number__(m[-1]) >= f(x, __number__(y) < 2)]'],
  [
    'if not 0 < a <= b or c.d(1)[2] > -e: pass',
    'if not __number__(0) < __number__(a) <= b or __number__(c.d(1)[2]) > -e: pass',
  ],
  ['k = (a\n > b)', 'k = (__number__(a)\n > b)'],
  ['a *= b < c', "a = __inplace__('multiply', a, ( __number__(b) < c))"],
  ["f'{x}'", "f'{x}'"],
  ['("a"\n f"{x:3}")', '(("a"\n +__text__("{:3}").format((x))))'],
  ["f'{x:.2f} {{{y!r:>{w}}}}'", "(__text__('{:.2f} {{{!r:>{}}}}').format((x), (y), (w)))"],
])('%j is written as %j for MicroPython', (code, written) => {
  expect(prepared(code).code).toBe(written);
});

test.each([
  ['x = 1\nx + 1', 'x + 1'],
  ['x = 1; x', 'x'],
  ['(1 +\n 2)  # three\n', '(1 +\n 2)  # three\n'],
  ['x', 'x'],
  ['x = 1', undefined],
  ['if x:\n    y', undefined],
  ['if x: y', undefined],
  ['def f():\n    return 1\n\nf()', 'f()'],
  ['x == 1', 'x == 1'],
  ['x *= 2', undefined],
])('of %j the value is that of %j', (code, last) => {
  const { code: ready, last: at } = prepared(code);
  expect(at === undefined ? undefined : ready.slice(at)).toBe(last);
});

test('Python with its NumPy weighs at most 280 kB, gzipped, for the page that asks for it', async () => {
  const output = (await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      lib: { entry: 'src/notebook/python/interpreter.ts', formats: ['es'], fileName: 'python' },
    },
  })) as Rollup.RollupOutput[];
  const weigh = (bytes: string | Buffer) => gzipSync(bytes, { level: 9 }).length;
  const own = weigh(output[0]!.output[0].code);
  const all = own + weigh(readFileSync(files.script)) + weigh(readFileSync(files.wasm));
  console.log(`Python: ${(all / 1000).toFixed(0)} kB gzipped, ${(own / 1000).toFixed(1)} kB of them our own`);
  expect(all).toBeLessThanOrEqual(280_000);
});
