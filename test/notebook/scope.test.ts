import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import * as logits from 'logits';
import { compile } from '../../src/notebook/compile.ts';
import type { CellResult } from '../../src/notebook/protocol.ts';
import { createScope } from '../../src/notebook/scope.ts';
import { dataOf, show } from '../../src/notebook/show.ts';

/** Runs cells of TypeScript in one scope. */
async function run(...cells: string[]): Promise<CellResult[]> {
  const scope = createScope({ logits: { ...logits } });
  const results: CellResult[] = [];
  for (const cell of cells) {
    const compiled = compile(cell);
    results.push(
      'js' in compiled
        ? await scope.run(compiled.js)
        : { logs: [], unkept: 0, value: { kind: 'nothing' }, failure: compiled.failure },
    );
  }
  return results;
}

const value = async (...cells: string[]) => (await run(...cells)).at(-1)!.value;

describe('cells', () => {
  it('return the value of their last expression', async () => {
    expect(await value('1 + 1')).toEqual({ kind: 'number', value: 2 });
    expect(await value('const z: number[] = [1, 2]; z.map((x) => 2 * x)')).toEqual({
      kind: 'vector',
      values: [2, 4],
      left: 0,
    });
    expect(await value('const x = 1;')).toEqual({ kind: 'nothing' });
  });

  it('see what those above them defined, and shadow it by declaring it again', async () => {
    expect(await value('const a = 1; function f() { return a }', 'const b = a + 1', 'a + b + f()')).toMatchObject({
      value: 4,
    });
    expect(await value('const a = 1; function f() { return a }', 'const a = 10', 'a + f()')).toMatchObject({
      value: 11,
    });
  });

  it('import the functions of the course, for themselves and for those below', async () => {
    const [, second] = await run("import { softmax, sigmoid as s } from 'logits'", 'softmax([2, 1, 0.1])[0] + s(0)');
    expect(second!.value).toEqual({ kind: 'number', value: logits.softmax([2, 1, 0.1])[0]! + 0.5 });
    expect(await value("import * as L from 'logits'\nL.sigmoid(0)")).toMatchObject({ value: 0.5 });
    expect(await value("import {\n  sigmoid,\n} from 'logits'\nsigmoid(0)")).toMatchObject({ value: 0.5 });
  });

  it('say which name a module does not have', async () => {
    expect((await run("import { softmx } from 'logits'"))[0]!.failure!.message).toMatch(
      /logits has no softmx; did you mean .*softmax/,
    );
    expect((await run("import numpy from 'numpy'"))[0]!.failure!.message).toMatch(
      /no module numpy here; expected one of logits/,
    );
  });

  it('place their errors', async () => {
    expect((await run('const a = 1', 'const b = 2\nconst c = nothing + 1'))[1]!.failure).toMatchObject({
      name: 'ReferenceError',
      cell: 1,
      line: 2,
    });
    expect((await run('const a: number = \n  3 +* 4'))[0]!.failure).toMatchObject({ name: 'SyntaxError', line: 2 });
    expect((await run("import {\n  sigmoid,\n} from 'logits'\nthrow new RangeError('no')"))[0]!.failure).toMatchObject({
      name: 'RangeError',
      message: 'no',
      line: 4,
    });
  });

  it('place an error in the cell that threw it, by a stack or by nothing but the line that WebKit gives', async () => {
    const define = 'const a = 1\nfunction f() {\n  throw %\n}';
    for (const thrown of [
      'new Error("no")',
      'Object.assign(new Error("no"), { line: new Error().stack.match(/js:(\\d+)/)[1] * 1, column: 9, stack: "f@" })',
    ]) {
      const [, , third] = await run(define.replace('%', thrown), 'const b = 2', '\nf()');
      expect(third!.failure).toMatchObject({ message: 'no', cell: 0, line: 3, column: 9 });
    }
  });

  it('give no line where only evaluation finds the syntax wrong: an engine tells the line that evaluates', async () => {
    const { failure } = (await run('const a = 1', '\nlet __scope = 1'))[1]!;
    expect(failure!.name).toBe('SyntaxError');
    expect(failure).not.toHaveProperty('line');
  });

  it('tell where a name is declared twice', async () => {
    expect((await run('const a = 1', 'let b = 1\nlet b = 2'))[1]!.failure).toMatchObject({
      name: 'SyntaxError',
      line: 2,
      column: 5,
    });
  });

  it('print, within limits', async () => {
    const [result] = await run('for (let i = 0; i < 1000; i++) console.log(i, [1, 2])');
    expect(result!.logs).toHaveLength(100);
    expect(result!.unkept).toBe(900);
    expect(result!.logs[1]).toEqual([
      { kind: 'number', value: 1 },
      { kind: 'vector', values: [1, 2], left: 0 },
    ]);
  });

  it('go on after a cell that failed, with what was there before', async () => {
    expect(await value('const a = 1', 'throw 1', 'a')).toMatchObject({ value: 1 });
  });

  it('hand their functions copies, and get plain data back', async () => {
    const scope = createScope({ logits: { ...logits } });
    await scope.run('function f(z) { z[0] = 9; return Float64Array.from(z) }');
    const z = [1, 2];
    expect(await scope.call('f', [[...z]])).toMatchObject({ data: [9, 2] });
    expect(z).toEqual([1, 2]);
    expect(await scope.call('g', [])).toMatchObject({ failure: { message: expect.stringMatching(/no function g/) } });
    await scope.run('function long() { return new Array(1000001).fill(0) }');
    expect(await scope.call('long', [])).toMatchObject({
      failure: { message: 'long returned 1000001 entries; expected at most 1000000' },
    });
    await scope.run('function million() { return new Array(1000000).fill(0) }');
    expect(await scope.call('million', [])).toMatchObject({ shown: { kind: 'vector', left: 999_900 } });
    await scope.run('function h() { return () => 1 }');
    expect(await scope.call('h', [])).toMatchObject({
      failure: { message: expect.stringMatching(/expected numbers/) },
    });
  });
});

/** A program that runs cells whose code replaces what the language has, and prints what came of it. */
const replacing = `
  import { createScope } from './src/notebook/scope.ts';
  const print = process.stdout.write.bind(process.stdout);
  const json = JSON.stringify;
  const scope = createScope({});
  await scope.run(\`const seen = [];
    const saved = [[Reflect, 'apply'], [Array.prototype, 'push'], [Array.prototype, 'join'], [Array.prototype, 'map'],
      [String.prototype, 'slice'], [String.prototype, 'startsWith'], [RegExp.prototype, 'exec'], [Object, 'keys'],
      [JSON, 'stringify'], [Promise.prototype, 'then'], [Array, 'isArray'], [Function.prototype, 'call'],
      [Function.prototype, 'apply'], [Map.prototype, 'forEach']].map(([of, name]) => [of, name, of[name]]);
    const restore = () => { for (const [of, name, was] of saved) of[name] = was };
    for (const [of, name] of saved) of[name] = (...given) => { seen[seen.length] = name; return 1 };
    const f = (x) => ({ a: [x, 'b'] })\`);
  const returned = await scope.call('f', [1]);
  const shown = await scope.run('console.log({ a: 1 }, [1, 2]); new Map([[1, 2]])');
  const failed = await scope.run('\\nthrow new Error("no")');
  const seen = await scope.run('restore(); seen');
  print(json({ returned, shown, failed, seen }));
`;

it('code that replaces what the language has is handed nothing of the scope’s, and results stay right', () => {
  const root = new URL('../..', import.meta.url);
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', replacing], { cwd: root });
  const { returned, shown, failed, seen } = JSON.parse(printed.toString());
  expect(returned).toEqual({ data: { a: [1, 'b'] }, shown: { kind: 'text', text: '{ a: [1, "b"] }' } });
  expect(shown.logs).toEqual([
    [
      { kind: 'text', text: '{ a: 1 }' },
      { kind: 'vector', values: [1, 2], left: 0 },
    ],
  ]);
  expect(shown.value).toEqual({ kind: 'text', text: 'Map(1) { 1 => 2 }' });
  expect(failed.failure).toMatchObject({ message: 'no', line: 2 });
  expect(seen.value).toEqual({ kind: 'vector', values: [], left: 0 });
});

describe('a late error', () => {
  /** Runs a cell that waits, and has an error come from elsewhere meanwhile. */
  async function late(how: 'later' | 'rejected') {
    const scope = createScope({ logits: { ...logits } });
    const { js } = compile('const f = () => {\n  throw new RangeError("no") }\nnew Promise(() => {})') as {
      js: string;
    };
    const running = scope.run(js);
    const error = Object.assign(new RangeError('no'), { stack: 'RangeError: no\n  at f (cell.js:11:9)' });
    scope.uncaught(error, how);
    return (await running).failure;
  }

  it('ends what runs, as what it is, with its line', async () => {
    expect(await late('later')).toEqual({
      name: 'RangeError',
      message: 'no, thrown later, by a timer or an event',
      cell: 0,
      line: 2,
      column: 9,
    });
    expect(await late('rejected')).toMatchObject({ message: 'no, in a promise that nothing waits for', line: 2 });
  });

  it('of a moment in which nothing runs ends what runs next, once', async () => {
    const scope = createScope({ logits: { ...logits } });
    await scope.run('function f() { return 1 }');
    scope.uncaught(new Error('no'), 'later');
    scope.uncaught(new Error('nor this'), 'later');
    expect(await scope.call('f', [])).toMatchObject({ failure: { message: expect.stringMatching(/^no, thrown/) } });
    expect(await scope.call('f', [])).toMatchObject({ data: 1 });
  });

  it('finds the cell still there: what a cell left for a moment later prints with it', async () => {
    const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
    const scope = createScope({ logits: { ...logits } }, { turn });
    const result = await scope.run('Promise.resolve().then(() => console.log(1)); 2');
    expect(result.logs).toEqual([[{ kind: 'number', value: 1 }]]);
  });
});

describe('where only some names are offered', () => {
  const tried = async (code: string, offers: string[] = ['exp']) => {
    const scope = createScope({ logits: { ...logits } }, { offers });
    const compiled = compile(code) as { js: string };
    return scope.run(compiled.js);
  };

  it('those can be imported', async () => {
    expect((await tried("import { exp } from 'logits'\nexp(0)")).value).toMatchObject({ value: 1 });
    expect((await tried("import * as L from 'logits'\nL.exp(0)")).value).toMatchObject({ value: 1 });
  });

  it.each([
    ['by name', "import { exp, softmax as s } from 'logits'\nconst softmax = s", 1],
    ['all at once', "import * as L from 'logits'\nconst softmax = (z) => z\nL.softmax([1])", 3],
    ['by a copy of all', "import * as L from 'logits'\n({ softmax: L['soft' + 'max'] })", 2],
  ])('no other can, %s: the error says so, and where', async (_, code, line) => {
    expect((await tried(code)).failure).toMatchObject({
      message: "this exercise does not offer softmax: it asks for code of your own; from 'logits' it offers exp",
      line,
    });
  });

  it('nothing may be offered at all', async () => {
    const { failure } = await tried("import { softmax } from 'logits'", []);
    expect(failure!.message).toBe('this exercise does not offer softmax: it asks for code of your own');
  });
});

describe('a stranger’s value', () => {
  const cyclic: unknown[] = [];
  cyclic.push(cyclic);
  it.each([
    [
      'a getter that throws',
      {
        get x() {
          throw new Error('no');
        },
      },
      /computed/,
    ],
    [
      'a proxy that throws',
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error('no');
          },
        },
      ),
      /cannot be looked at/,
    ],
    ['a cycle', cyclic, /itself again/],
    ['a huge list of words', Array.from({ length: 1e5 }, () => 'x'), /99900 more/],
    ['a long text', 'x'.repeat(1e6), /more\)/],
    [
      'a class instance',
      new (class Point {
        x = 1;
      })(),
      /Point \{ x: 1 \}/,
    ],
    ['null', null, /null/],
    ['a class instance without fields', new (class Point {})(), /^Point \{\}$/],
    ['an empty object', {}, /^\{\}$/],
    ['a class', class Point {}, /^class Point$/],
    ['a name that is no identifier', { 'a b': 1 }, /^\{ "a b": 1 \}$/],
    [
      'a Map',
      new Map<unknown, unknown>([
        ['a', 1],
        [[1], { b: 2 }],
      ]),
      /^Map\(2\) \{ "a" => 1, \[1\] => \{ b: 2 \} \}$/,
    ],
    ['an empty Map', new Map(), /^Map\(0\) \{\}$/],
    ['a Set', new Set([1, 'x']), /^Set\(2\) \{ 1, "x" \}$/],
    ['a huge Set', new Set(Array.from({ length: 1e5 }, (_, i) => i)), /99900 more/],
    ['a Date', new Date(0), /^1970-01-01T00:00:00\.000Z$/],
    ['a Date that is none', new Date(NaN), /^Invalid Date$/],
    ['a pattern', /x+/gi, /^\/x\+\/gi$/],
    ['an error', new RangeError('no'), /^RangeError: no$/],
    ['a promise', { p: Promise.resolve(1) }, /^\{ p: Promise \{\} \}$/],
    [
      'a value of very many parts',
      [0, 0, 0].reduce<unknown>((inner) => Array.from({ length: 99 }, () => inner), 'x'),
      /more\)$/,
    ],
    ['a bigint', 2n ** 70n, /1180591620717411303424n/],
  ])('is described, whatever it is: %s', (_, value, expected) => {
    const shown = show(value);
    expect(shown.kind).toBe('text');
    expect((shown as { text: string }).text).toMatch(expected);
    expect((shown as { text: string }).text.length).toBeLessThan(5000);
  });

  it('comes back as data or not at all', () => {
    expect(dataOf(new Float64Array([1, NaN]))).toEqual([1, NaN]);
    expect(dataOf({ a: [1, { b: 'x' }] })).toEqual({ a: [1, { b: 'x' }] });
    for (const value of [
      cyclic,
      () => 1,
      Symbol('x'),
      {
        get x() {
          return 1;
        },
      },
      new Array(1e6 + 1).fill(0),
    ])
      expect(dataOf(value)).toBeUndefined();
  });
});
