/** The slips of content/slips, alone and in pairs: what each makes of a function, and which of them explains results. */
import { right, referenceOf, type PartName, type Parts, type Slack } from './forms.ts';
import { agree, numbersOf } from './fault.ts';
import type { Datum, Failure, Returned } from './protocol.ts';
import type { Slip } from './slip.ts';

const files = import.meta.glob<Slip>('../../content/slips/*.ts', { eager: true, import: 'default' });

/** Every slip by its name, that of its file. */
export const slips: Record<string, Slip> = Object.fromEntries(
  Object.entries(files).map(([path, slip]) => [/([\w-]+)\.ts$/.exec(path)![1]!, slip]),
);

/** One or two slips, and what a function returns that has them. */
export interface Slipped {
  names: string[];
  form: (...args: Datum[]) => Datum;
}

/** The ways of a slip to change parts that the function has. */
function changesOf(slip: Slip, reference: string): Partial<Parts>[] {
  if (slip.in && !slip.in.includes(reference as never)) return [];
  const has = new Set<PartName>(referenceOf(reference).parts);
  return [slip.parts].flat().filter((parts) => (Object.keys(parts) as PartName[]).every((part) => has.has(part)));
}

/** The slips that occur in a function, by name. */
export const slipsOf = (reference: string): string[] =>
  Object.keys(slips).filter((name) => changesOf(slips[name]!, reference).length > 0);

/** The misconceptions that the slips of a function name. */
export const misconceptionsOf = (reference: string): string[] => [
  ...new Set(slipsOf(reference).flatMap((name) => slips[name]!.misconception ?? [])),
];

/** Every slip of a function, then every two of them that change different parts. */
export function* slippedForms(reference: string): Generator<Slipped> {
  const { form } = referenceOf(reference);
  // A slip of many forms fits more easily: those of few come first.
  const changes = slipsOf(reference)
    .map((name) => ({ name, forms: changesOf(slips[name]!, reference) }))
    .sort((a, b) => a.forms.length - b.forms.length)
    .flatMap(({ name, forms }) => forms.map((parts) => ({ name, parts, forms: forms.length })));
  const slipped = (names: string[], parts: Partial<Parts>): Slipped => ({ names, form: form({ ...right, ...parts }) });
  for (const { name, parts } of changes) if (!slips[name]!.besides) yield slipped([name], parts);
  const together = changes.filter(({ name }) => !slips[name]!.alone);
  const pairs = together.flatMap((one, i) =>
    together
      .slice(i + 1)
      .filter((other) => one.name !== other.name && Object.keys(one.parts).every((part) => !(part in other.parts)))
      .map((other) => ({ one, other, forms: one.forms * other.forms })),
  );
  for (const { one, other } of pairs.sort((a, b) => a.forms - b.forms))
    yield slipped([one.name, other.name], { ...one.parts, ...other.parts });
}

/** One call of a reader's function, and what it should have come to. */
export interface Seen {
  args: Datum[];
  returned: Returned;
  expected: Datum;
  slack: Slack;
  /** Whether a slip need not explain this one. */
  apart: boolean;
}

/** Whether two numbers are one but for rounding. */
const isNear = (a: Datum, b: Datum): boolean =>
  typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) < 1e-12;

/** Whether nothing but NaN came back. */
export const isNaNOnly = ({ returned, expected }: Seen): boolean =>
  'data' in returned &&
  numbersOf(expected).length > 0 &&
  numbersOf(returned.data).length > 0 &&
  numbersOf(returned.data).every((x) => Number.isNaN(x));

/** A form may be computed in another order than the reader's: so far off they still agree. */
const looser = 64;

/**
 * Whether a failure is what Python makes of a number beyond the end of float64, of a division by 0 and of the logarithm
 * of 0, where TypeScript and NumPy go on with Infinity, 0 or NaN.
 */
export const endsArithmetic = ({ name, message }: Failure): boolean =>
  /^(OverflowError|ZeroDivisionError|FloatingPointError)$/.test(name) ||
  (name === 'ValueError' && /^(math domain error|expected a positive input)/.test(message));

/** Whether a form has gone on so: what it makes is wrong or no number, or is 0, as one over Infinity. */
const hasEnded = (made: Datum, expected: Datum, slack: Slack): boolean =>
  made === 0 || numbersOf(made).some((x) => !Number.isFinite(x)) || !agree(made, expected, slack);

/** The slip, or the two, that explain everything that was seen. */
export function recognized(reference: string, seen: readonly Seen[]): string[] | undefined {
  const asked = seen.filter(({ apart }) => !apart);
  const fails = ({ returned, expected, slack }: Seen) =>
    'failure' in returned || !agree(returned.data, expected, slack);
  if (!asked.some(fails)) return undefined;
  const wrongFirst = [...asked.filter(fails), ...asked.filter((one) => !fails(one))];
  // Where nothing but NaN comes back, or always the same, any two slips that end in it would explain it.
  const [first] = asked;
  const isSame = ({ returned }: Seen) =>
    'data' in returned && first && 'data' in first.returned && isNear(returned.data, first.returned.data);
  const blind = asked.every(isNaNOnly) || asked.every(isSame);
  for (const { names, form } of slippedForms(reference)) {
    if (blind && names.length > 1) return undefined;
    const explains = wrongFirst.every(({ args, returned, expected, slack }) => {
      const made = form(...structuredClone(args));
      if (!('data' in returned)) return endsArithmetic(returned.failure) && hasEnded(made, expected, slack);
      // Where entries cancel to nearly 0, what is left of them depends on the order of the computation.
      const size = Math.max(0, ...(Array.isArray(made) ? numbersOf(made).filter(Number.isFinite).map(Math.abs) : []));
      const loose = {
        relative: Math.min(slack.relative * looser + 1e-13, 1e-7),
        absolute: Math.max(Math.min(slack.absolute * looser, 1e-7), size * 1e-14),
      };
      // What is right has to be right by the form, too, and what is wrong has to be wrong.
      return (
        agree(returned.data, made, loose) && agree(made, expected, slack) === agree(returned.data, expected, slack)
      );
    });
    if (explains) return names;
  }
  return undefined;
}
