/** Every slip by itself: the judge finds it in each function where it occurs, and what it says can be said. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/notebook/check.ts';
import { referenceOf, right, type Parts } from '../../src/notebook/forms.ts';
import { slips, slipsOf } from '../../src/notebook/slips.ts';
import type { Datum } from '../../src/notebook/protocol.ts';
import { tell } from '../../src/notebook/tell.ts';
import { slipWords } from '../../src/notebook/in-language.ts';
import { coded } from './judged.ts';

const misconceptions = readdirSync(new URL('../../content/misconceptions/', import.meta.url)).map((file) =>
  file.replace('.mdx', ''),
);

/** Slips that return the same as another one in some function, and so may bear its name: these, and what they are told as. */
const same: Record<string, string[]> = {
  'over-the-largest': ['not-divided'],
};

/** Of a slip's many forms, which differ in a constant, those with the smallest and the largest. */
const ends = <T>(forms: T[]): T[] => (forms.length > 28 ? [...forms.slice(0, 14), ...forms.slice(-14)] : forms);

describe.each(Object.entries(slips))('%s', (name, slip) => {
  const at = coded.filter(({ spec }) => slipsOf(spec.against).includes(name));

  it('occurs in a function of an exercise', () => {
    expect(at.map((one) => one.name)).not.toEqual([]);
  });

  it('is found, and told in its own words', async () => {
    const found: string[] = [];
    for (const { spec } of at) {
      const { form, parts } = referenceOf(spec.against);
      for (const change of ends([slip.parts].flat())) {
        if (slip.besides || !Object.keys(change).every((part) => parts.includes(part as keyof Parts))) continue;
        const wrong = form({ ...right, ...change });
        const verdict = await check(spec, async (_, args) => ({
          data: wrong(...structuredClone(args)) as Datum,
          shown: { kind: 'nothing' },
        }));
        // Where the text asks for less, a form may be right.
        if (verdict.passed || !('slips' in verdict)) continue;
        found.push(...verdict.slips);
        expect(verdict.slips.length, `${spec.call} as ${change.toString()}: ${verdict.common?.says}`).toBe(1);
        if (verdict.slips[0] === name) expect(tell(verdict, spec).lines[0]).toBe(`${slip.says} ${slip.hint}`);
      }
    }
    if (!slip.besides)
      expect(
        [name, ...(same[name] ?? [])].some((one) => found.includes(one)),
        `${found}`,
      ).toBe(true);
  });

  it('says what the code does and what to look at, in whole sentences', () => {
    expect(slip.says).toMatch(/^[\p{Lu}\d`e].*[.!?]$/su);
    expect(slip.hint).toMatch(/[.!?]$/);
    if (slip.misconception) expect(misconceptions).toContain(slip.misconception);
  });

  it('says it in Python’s words, too', () => {
    expect(slipWords(slip, 'python')).not.toMatch(
      /\bMath\b|=>|===|&&|`(?:map|forEach|flatMap|filter|fill|indexOf|const|let)\b|\.length/,
    );
  });
});
