/** Exercises are tested like code: solutions pass, starters and slips are told in words of their own, mutants are caught. */
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { coded, judged } from './judged.ts';
import { mutantsOf } from './mutate.ts';

/** Mutants that change nothing that the contract speaks of, each with the reason. */
const harmless: Record<string, [mutant: RegExp, why: string][]> = JSON.parse(
  readFileSync(new URL('./harmless.json', import.meta.url), 'utf8'),
  (_, value: unknown) =>
    Array.isArray(value) && value.length === 2 && typeof value[0] === 'string'
      ? [new RegExp(value[0]), value[1]]
      : value,
);

/** What each starter has wrong, as a slip or in words. */
const starters: Record<string, string[] | RegExp> = {
  'repair-binary-cross-entropy': ['log-of-the-probability'],
  'repair-log-softmax': ['maximum-not-taken-off'],
  'repair-naive-softmax': ['no-shift'],
  'repair-sigmoid': ['exponential-below-only'],
  'write-cross-entropy': ['log-of-the-share'],
  'write-gradient': ['logits-unchanged'],
  'write-labels': ['only-the-top-label'],
  'write-log-sum-exp': ['no-shift'],
  'write-online-softmax': ['sum-not-rescaled'],
  'write-sigmoid': /returns the same, whatever it is given/,
  'write-softmax': ['no-shift'],
  'write-softmax-along-an-axis': ['always-the-last-axis', 'no-shift'],
  'write-softmax-with-temperature': ['temperature-forgotten'],
  'write-two-logits': ['two-exponentials'],
};

/** Over all exercises, printed at the end. */
const total = { mutants: 0, caught: 0 };
afterAll(() => console.log(`all exercises: ${total.caught} of ${total.mutants} mutants caught`));

describe.each(coded)('$name', ({ name, spec, starter, solutions }) => {
  it('passes its solutions, with a remark only on what its text does not ask for', async () => {
    expect(solutions.length).toBeGreaterThan(0);
    const allowed = spec.beyond ? [expect.objectContaining({ kind: 'beyond' })] : [];
    for (const solution of solutions)
      expect((await judged(solution, spec)).verdict, solution).toMatchObject({ passed: true, remarks: allowed });
  });

  it('tells what its untouched starter has wrong', async () => {
    const { verdict, told } = await judged(starter, spec);
    const expected = starters[name];
    if (!expected)
      throw new Error(`${name}: nothing expected of its starter; say above, in starters, what it has wrong`);
    if (expected instanceof RegExp) expect(told.lines.join(' ')).toMatch(expected);
    else expect(verdict).toMatchObject({ passed: false, slips: expected });
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
