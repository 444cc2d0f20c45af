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
    await scope.run('function h() { return () => 1 }');
    expect(await scope.call('h', [])).toMatchObject({
      failure: { message: expect.stringMatching(/expected numbers/) },
    });
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
