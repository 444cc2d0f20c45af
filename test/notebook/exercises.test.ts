/** Exercises are tested like code: solutions pass, starters fail, wrong ideas get their own feedback, mutants are caught. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { afterAll, describe, expect, it } from 'vitest';
import * as logits from 'logits';
import { check, type CheckSpec } from '../../src/notebook/check.ts';
import { compile } from '../../src/notebook/compile.ts';
import { wrongForms } from '../../src/notebook/forms.ts';
import { createScope } from '../../src/notebook/scope.ts';
import { mutantsOf } from './mutate.ts';

interface Coded {
  name: string;
  spec: CheckSpec;
  starter: string;
  solutions: string[];
}

const folder = new URL('../../content/exercises/', import.meta.url);

/** Every exercise that checks code. */
const coded: Coded[] = readdirSync(folder)
  .map((file) => ({ file, source: readFileSync(new URL(file, folder), 'utf8') }))
  .flatMap(({ file, source }) => {
    const [, head] = /^---\n([\s\S]*?)\n---/.exec(source)!;
    const data = parse(head!) as { check?: CheckSpec };
    if (!data.check) return [];
    const blocks = (kind: string) =>
      [...source.matchAll(new RegExp(`^\`\`\`ts ${kind}\n([\\s\\S]*?)\n\`\`\``, 'gm'))].map((found) => found[1]!);
    return [
      {
        name: file.replace('.mdx', ''),
        spec: data.check,
        starter: blocks('starter')[0]!,
        solutions: [...blocks('solution'), ...blocks('other')],
      },
    ];
  });

async function verdict(code: string, spec: CheckSpec) {
  const scope = createScope({ logits: { ...logits } });
  const compiled = compile(code);
  if (!('js' in compiled)) throw new SyntaxError(compiled.failure.message);
  const { failure } = await scope.run(compiled.js);
  if (failure) throw new Error(failure.message);
  let left = 20_000;
  return check(
    spec,
    async (name, args) => {
      if (--left < 0) throw new Error('too many calls');
      return scope.call(name, args);
    },
    20,
  );
}

/** Mutants that change nothing that the contract speaks of, each with the reason. */
const harmless: Record<string, [mutant: RegExp, why: string][]> = JSON.parse(
  readFileSync(new URL('./harmless.json', import.meta.url), 'utf8'),
  (_, value: unknown) =>
    Array.isArray(value) && value.length === 2 && typeof value[0] === 'string'
      ? [new RegExp(value[0]), value[1]]
      : value,
);

/** Over all exercises, printed at the end. */
const total = { mutants: 0, caught: 0 };
afterAll(() => console.log(`all exercises: ${total.caught} of ${total.mutants} mutants caught`));

describe.each(coded)('$name', ({ name, spec, starter, solutions }) => {
  it('passes its solutions', async () => {
    expect(solutions.length).toBeGreaterThan(0);
    for (const solution of solutions) expect(await verdict(solution, spec)).toMatchObject({ passed: true });
  });

  it('fails the untouched starter', async () => {
    expect(await verdict(starter, spec)).toMatchObject({ passed: false });
  });

  it.each(spec.wrong.map((wrong) => [wrong.like, wrong] as const))(
    'answers to “%s” with its own idea',
    async (like, wrong) => {
      const found = await check(
        spec,
        async (_, args) => ({ data: wrongForms[like]!(...structuredClone(args)), shown: { kind: 'nothing' } }),
        20,
      );
      expect(found).toMatchObject({ passed: false, wrong: { like, misconception: wrong.misconception } });
    },
  );

  it('catches the mutants of its solution', async () => {
    const known = harmless[name] ?? [];
    const mutants = mutantsOf(solutions[0]!).filter((mutant) => !known.some(([pattern]) => pattern.test(mutant)));
    const survivors: string[] = [];
    for (const mutant of mutants) {
      try {
        if ((await verdict(mutant, spec)).passed) survivors.push(mutant);
      } catch {
        // A mutant that does not even run is caught.
      }
    }
    const caught = mutants.length - survivors.length;
    total.mutants += mutants.length;
    total.caught += caught;
    console.log(`${name}: ${caught} of ${mutants.length} mutants caught`);
    expect(mutants.length).toBeGreaterThan(3);
    expect(survivors.slice(0, Math.ceil(mutants.length * 0.05) + 3), survivors.join('\n\n')).toHaveLength(
      Math.min(survivors.length, Math.floor(mutants.length * 0.05)),
    );
  });
});
