/**
 * What readers write, and what the judge should say: one file an exercise in test/notebook/wild, and in wild-python for
 * what they write in Python, a function a block. Its first line says what is expected, then what it is:
 *
 *   right · …                       right, and nothing to add
 *   right + long · …                right, with that remark
 *   clause passes 2 · …             right, but more often than the text allows
 *   no-shift + turned-exponent · …  the slips that explain it
 *   wrong /words/ · …               no slip explains it, and this is said
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/notebook/check.ts';
import { coded, judged, judgedPython, saidOf } from './judged.ts';

const folders = [
  { folder: new URL('./wild/', import.meta.url), judge: judged },
  { folder: new URL('./wild-python/', import.meta.url), judge: judgedPython },
];

interface Wild {
  title: string;
  expected: string;
  code: string;
}

const wildOf = (file: URL): Wild[] =>
  readFileSync(file, 'utf8')
    .split(/^(?=\S)/m)
    .map((block) => {
      const [, expected, title, code] = /^(.*?) · (.*)\n([\s\S]*)$/.exec(block)!;
      return { expected: expected!, title: title!, code: code!.replace(/^ {2}/gm, '') };
    });

/** A verdict in the words of these files. */
function named(verdict: Verdict): string {
  if (verdict.passed) return ['right', ...verdict.remarks.map(({ kind }) => kind)].sort().join(' + ');
  if ('ended' in verdict) return 'ended';
  if ('clause' in verdict) return `clause ${verdict.clause} ${verdict.counted}`;
  return verdict.slips.length > 0 ? verdict.slips.toSorted().join(' + ') : 'wrong';
}

const files = folders.flatMap(({ folder, judge }) =>
  readdirSync(folder).map((name) => ({ name: name.replace('.txt', ''), file: new URL(name, folder), judge })),
);

describe.each(files)('$name', ({ name, file, judge }) => {
  const exercise = coded.find((one) => one.name === name)!;

  it.each(wildOf(file))('$title: $expected', async ({ expected, code }) => {
    const { verdict, told } = await judge(code, exercise.spec);
    const words = /^wrong \/(.*)\/$/.exec(expected)?.[1];
    if (words === undefined) expect(named(verdict), saidOf(told)).toBe(expected.split(' + ').sort().join(' + '));
    else {
      expect(named(verdict), saidOf(told)).toBe('wrong');
      expect(saidOf(told)).toMatch(new RegExp(words, 's'));
    }
  });
});

it('the same code gets the same words, twenty times, whatever it is called and however it is set', async () => {
  const { spec } = coded.find(({ name }) => name === 'write-softmax')!;
  const forms = wildOf(new URL('write-softmax.txt', folders[0]!.folder)).filter(({ title }) =>
    /^max \+ log|^the minimum|^rounds to float32/.test(title),
  );
  expect(forms).toHaveLength(3);
  for (const { code } of forms) {
    const first = saidOf((await judged(code, spec)).told);
    for (let i = 1; i < 20; i++)
      expect(saidOf((await judged(`// ${i}\n\n${code.replaceAll(/\bm\b/g, `m${i}`)}`, spec)).told)).toBe(first);
  }
});
