/** The exercises that check code, and what the judge says to some code, as the page would. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as logits from 'logits';
import { check, type CheckSpec, type Verdict } from '../../src/notebook/check.ts';
import { compile } from '../../src/notebook/compile.ts';
import { counted, countExponentials } from '../../src/notebook/count.ts';
import type { Datum } from '../../src/notebook/protocol.ts';
import { createPythonScope } from '../../src/notebook/python/python-scope.ts';
import { createScope } from '../../src/notebook/scope.ts';
import { tell, type Told } from '../../src/notebook/tell.ts';
import { start } from './python/start.ts';

// As the Worker of the sandbox does, before any of a reader's code runs.
countExponentials();

export interface Coded {
  name: string;
  spec: CheckSpec;
  starter: string;
  python: { starter: string; solutions: string[] };
  /** What the starter is told: slips by their names, or words of the verdict. */
  wrong: string[] | string;
  solutions: string[];
}

const folder = new URL('../../content/exercises/', import.meta.url);

/** Every exercise that checks code. */
export const coded: Coded[] = readdirSync(folder)
  .map((file) => ({ file, source: readFileSync(new URL(file, folder), 'utf8') }))
  .flatMap(({ file, source }) => {
    const [, head] = /^---\n([\s\S]*?)\n---/.exec(source)!;
    const data = parse(head!) as { check?: CheckSpec; starter: string[] | string };
    if (!data.check) return [];
    const blocks = (kind: string, written = 'ts') =>
      [...source.matchAll(new RegExp(`^\`\`\`${written} ${kind}\n([\\s\\S]*?)\n\`\`\``, 'gm'))].map(
        (found) => found[1]!,
      );
    return [
      {
        name: file.replace('.mdx', ''),
        spec: data.check,
        starter: blocks('starter')[0]!,
        python: {
          starter: blocks('starter', 'py')[0]!,
          solutions: [...blocks('solution', 'py'), ...blocks('other', 'py')],
        },
        wrong: data.starter,
        solutions: [...blocks('solution'), ...blocks('other')],
      },
    ];
  });

/** What the judge says to some code, and the words for it. */
export async function judged(code: string, spec: CheckSpec): Promise<{ verdict: Verdict; told: Told }> {
  const scope = createScope({ logits: { ...logits, exp: counted(logits.exp) } });
  const compiled = compile(code);
  if (!('js' in compiled)) throw new SyntaxError(compiled.failure.message);
  const { failure } = await scope.run(compiled.js);
  if (failure) throw new Error(failure.message);
  const verdict = await check(spec, (name, args, counted) => scope.call(name, args, counted));
  return { verdict, told: tell(verdict, spec) };
}

/** The same of some code in Python. */
export async function judgedPython(code: string, spec: CheckSpec): Promise<{ verdict: Verdict; told: Told }> {
  const scope = createPythonScope(await start());
  const { failure } = await scope.run(code);
  if (failure) throw new Error(failure.message);
  const call = (name: string, args: Datum[], counted?: boolean) => scope.call(name, args, counted);
  const verdict = await check(spec, call, { language: 'python' });
  return { verdict, told: tell(verdict, spec, 'python') };
}

/** Everything that the page would say, as one text. */
export const saidOf = ({ head, trial, lines, misconception }: Told): string =>
  [
    head,
    ...(trial ? [`${trial.call} came out ${trial.got}, should be ${trial.expected}`] : []),
    ...lines,
    ...(misconception ? [`→ ${misconception}`] : []),
  ].join('\n');
