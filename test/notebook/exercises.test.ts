/** Exercises are tested like code: solutions pass, starters and slips are told in words of their own, mutants are caught. */
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { coded, judged, judgedPython, saidOf } from './judged.ts';
import { mutantsOf } from './mutate.ts';

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

describe.each(coded)('$name', ({ name, spec, starter, wrong, solutions, python }) => {
  it.each([
    ['TypeScript', solutions, judged],
    ['Python', python.solutions, judgedPython],
  ])('passes its solutions in %s, with a remark only on what its text does not ask for', async (_, all, judge) => {
    expect(all.length).toBeGreaterThan(0);
    const allowed = spec.beyond ? [expect.objectContaining({ kind: 'beyond' })] : [];
    for (const solution of all) {
      const { verdict, told } = await judge(solution, spec);
      expect(verdict, `${solution}\n${saidOf(told)}`).toMatchObject({ passed: true, remarks: allowed });
    }
  });

  it.each([
    ['TypeScript', starter, judged],
    ['Python', python.starter, judgedPython],
  ])('tells what its untouched starter in %s has wrong', async (_, code, judge) => {
    const { verdict, told } = await judge(code, spec);
    if (typeof wrong === 'string') expect(told.lines.join(' ')).toContain(wrong);
    else expect(verdict).toMatchObject({ passed: false, slips: wrong });
  });

  it('catches the mutants of its solution', async () => {
    const known = harmless[name] ?? [];
    const mutants = mutantsOf(solutions[0]!).filter((mutant) => !known.some(([pattern]) => pattern.test(mutant)));
    const survivors: string[] = [];
    for (const mutant of mutants) {
      try {
        if ((await judged(mutant, spec)).verdict.passed) survivors.push(mutant);
      } catch {
        // A mutant that does not even run is caught.
      }
    }
    const caught = mutants.length - survivors.length;
    total.mutants += mutants.length;
    total.caught += caught;
    console.log(`${name}: ${caught} of ${mutants.length} mutants caught`);
    expect(mutants.length).toBeGreaterThan(3);
    expect(survivors).toEqual([]);
  });
});
