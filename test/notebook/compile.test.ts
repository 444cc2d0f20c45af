/** What code may look like: what is taken, and what is refused with its place and the way out. */
import { describe, expect, it } from 'vitest';
import * as logits from 'logits';
import { compile, mostCharacters } from '../../src/notebook/compile.ts';
import { createScope } from '../../src/notebook/scope.ts';

/** What a cell's code comes to, run after others. */
async function valueOf(...cells: string[]): Promise<unknown> {
  const scope = createScope({ logits: { ...logits } });
  let value: unknown;
  for (const code of cells) {
    const compiled = compile(code);
    if ('failure' in compiled) throw new Error(JSON.stringify(compiled.failure));
    const result = await scope.run(compiled.js);
    if (result.failure) throw new Error(JSON.stringify(result.failure));
    value = 'value' in result.value ? result.value.value : result.value;
  }
  return value;
}

/** Whether a function of the code, called with 2, returns 4. */
async function doubles(code: string): Promise<boolean> {
  const scope = createScope({ logits: { ...logits } });
  const compiled = compile(code);
  if ('failure' in compiled) throw new Error(JSON.stringify(compiled.failure));
  await scope.run(compiled.js);
  const returned = await scope.call('double', [2]);
  return 'data' in returned && returned.data === 4;
}

const failure = (code: string) => {
  const compiled = compile(code);
  return 'failure' in compiled ? compiled.failure : undefined;
};

describe('code is taken', () => {
  it.each([
    ['that exports its function', 'export function double(x: number) { return 2 * x }'],
    ['that exports it as default', 'export default function double(x: number): number { return 2 * x }'],
    ['that exports it at the end', 'const double = (x: number) => 2 * x\nexport { double }\nexport default double;'],
    ['that exports it under its name', 'function twice(x) { return 2 * x }\nexport { twice as double }'],
    ['that exports a class without a name', 'export default class {}\nexport const double = (x) => 2 * x'],
    ['that exports what is no declaration', 'export default { a: 1 }\nexport const double = (x) => 2 * x'],
    ['with an async function', 'async function double(x: number) { await null; return 2 * x }'],
    [
      'with a class and the function beside it',
      'class A { #k = 2; constructor(private x: number) {} get it() { return this.#k * this.x } }\nconst double = (x: number) => new A(x).it',
    ],
    ['with a function declared twice', 'function double(x) { return x }\nfunction double(x) { return 2 * x }'],
    [
      'with stray lines of a test',
      'console.assert(true); console.time("x"); console.count(); console.timeEnd("x"); console.group("g"); console.groupEnd(); console.dir(1); console.trace(); console.clear()\nconst double = (x) => 2 * x',
    ],
    ['with an enum', 'enum Factor { One = 1, Two }\nconst double = (x: number) => Factor.Two * x'],
    ['with what is declared only', 'declare namespace N { const y: number }\nconst double = (x: number) => 2 * x'],
  ])('%s', async (_, code) => {
    expect(await doubles(code)).toBe(true);
  });

  it('with imports wherever they stand, and none where there is only a text that looks like one', async () => {
    expect(await valueOf('const a = 1; import { sigmoid as s } from "logits"; s(0) + a')).toBe(1.5);
    expect(await valueOf("import L, * as M from 'logits'".replace('L, ', ''), 'M.sigmoid(0)')).toBe(0.5);
    expect(await valueOf("import 'logits'", '1')).toBe(1);
    expect(await valueOf('`\nimport { x } from "y"\nexport const z`.length')).toBe(37);
    expect(
      await valueOf("import type { Vector } from 'logits'\nimport { type X, sigmoid } from 'logits'\nsigmoid(0)"),
    ).toBe(0.5);
  });

  it('that awaits outside of a function, with its names for itself and for those below', async () => {
    expect(await valueOf('const a = await Promise.resolve(1)\na + 1')).toBe(2);
    expect(await valueOf('const a = await 1; function f() { return a + b }; let b = 2', 'a + f()')).toBe(4);
    expect(await valueOf('let s = 0; for await (const x of [1, 2]) s += x;', '(s);')).toBe(3);
    expect(await valueOf('(await 1, 2) // so it is')).toBe(2);
    expect(await valueOf("import { sigmoid } from 'logits'; await sigmoid(0)")).toBe(0.5);
  });
});

describe('code is refused with its place and the way out', () => {
  it.each([
    ['a namespace', '\n  namespace A { export const x = 1 }', /namespaces are not supported/, 2, 3],
    ['a decorator', 'const a = 1\n@a class B {}', /decorators are not supported/, 2, 1],
    ['import()', 'const a: number = 1; const b = import("x")', /import\(\) is not supported/, 1, 32],
    ['an import inside of a block', '{\n  import { x } from "logits" }', /expected it at the top level/, 2, 3],
    ['import.meta', '\nimport.meta.url', /import\.meta is not supported/, 2, 1],
    ['an export of an import', "export { exp } from 'logits'", /export what is imported/, 1, 1],
    ['an export of everything', "export * from 'logits'", /export what is imported/, 1, 1],
    ['a zero-width space', 'function f() {\u200b return 1 }', /zero-width space \(U\+200B\).*delete it/, 1, 15],
    ['a soft hyphen', 'const a = 1 \u00ad+ 1', /nobody sees \(U\+00AD\)/, 1, 13],
    ['a minus sign', 'const f = (x) => {\n  return x \u2212 1 }', /minus sign .*\(U\+2212\); expected -/, 2, 12],
    ['a minus sign without spaces', 'const f = (x) => x\u22121', /minus sign .*expected -/, 1, 19],
    ['quotation marks', 'const a = \u201cx\u201d', /quotation mark .*expected "/, 1, 11],
    ['return outside of a function', 'const a: number = 1\nreturn a', /'return' outside of function/, 2, 1],
    ['what no strict code has', 'const a = 010', /./, 1, 11],
    ['what follows a type on its line', 'const a: number = 1 +* 2', /Unexpected token/, 1, 22],
  ])('%s', (_, code, words, line, column) => {
    expect(failure(code)).toMatchObject({ name: 'SyntaxError', message: expect.stringMatching(words), line, column });
  });

  it.each([
    'def softmax(z):\n    return z',
    '# softmax\nimport numpy as np\ndef softmax(z):\n    e = np.exp(z)\n    return e / e.sum()',
    'from math import exp\nsigmoid = lambda z: 1 / (1 + exp(-z))',
    'sigmoid = lambda z: 1 / (1 + 2 ** -z)',
    'z = [1, 2]\nfor x in z:\n    print(x)',
  ])('Python: %j', (code) => {
    expect(failure(code)).toMatchObject({
      message: expect.stringMatching(/^this is Python; expected TypeScript/),
      language: 'python',
    });
  });

  it('code of another kind is not called Python', () => {
    expect(failure('const a = {\n  b: 1 +* 2,\n}')!.message).not.toMatch(/Python/);
    expect(failure('switch (a) {\n  default:\n    b +* 1 }')!.message).not.toMatch(/Python/);
  });

  it('code that is too long or too deep', () => {
    expect(failure(`"${'x'.repeat(1e6)}"`)).toMatchObject({
      message: expect.stringMatching(/^this code has 1000002 char/),
    });
    const half = mostCharacters / 2;
    expect(failure(`${'['.repeat(half)}${']'.repeat(half)}`)!.message).toMatch(/nested too deeply/);
  });
});

describe('every token stays in its line and column', () => {
  it.each([
    'const f = <T,>(z: T[], y?: number): T => (z as any)[y!]; nothing',
    'const a = `${1 as number} \n ${2 as number}`; const b = ``; nothing',
    'const a = ((s, ...x) => (t, ...y) => 1)`a``b`; nothing',
    'abstract class A<T> { private x?: number = 1; declare y: string }; nothing',
    'import {\n  sigmoid,\n  type X,\n} from "logits"\nconst a: number = sigmoid(0), b = nothing',
    'const a: number = await 1; nothing',
    'export const a: number = 1; nothing',
  ])('%s', async (code) => {
    const compiled = compile(code) as { js: string };
    const { failure } = await createScope({ logits: { ...logits } }).run(compiled.js);
    const lines = code.slice(0, code.indexOf('nothing')).split('\n');
    expect(failure).toMatchObject({
      message: 'nothing is not defined',
      line: lines.length,
      column: lines.at(-1)!.length + 1,
    });
  });
});

it('reading code takes time in proportion to it, whatever stands in it', () => {
  // Each of these took seconds where a pattern went over the code again and again.
  const most = mostCharacters - 100;
  for (const code of [
    `/* import a${' '.repeat(most)} */`,
    `/* ${'import a '.repeat(most / 9)} */`,
    `/* ${'namespace '.repeat(most / 10)} */ type A = 1`,
    `const a = "${'import {'.repeat(most / 8)}"`,
    `type A = ${'1 | '.repeat(most / 4)} 1`,
    `${'{'.repeat(most)}`,
    `def ${' '.repeat(most)}`,
    `1${' + 1'.repeat(most / 4)}`,
  ])
    compile(code);
});
