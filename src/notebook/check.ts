/**
 * Judges a reader's function: tries it on the edges of what the exercise's text promises and on random inputs, compares
 * with the computation module, and says what is wrong on the clearest input, with the slip that explains it. The
 * function is only called; inputs, comparison and verdict stay on this side. The same function always gets the same
 * verdict: there is no chance in it.
 */
import { similarities } from './common.ts';
import type { Common } from './results.ts';
import { type Fault, faultOf, gravity, isEveryday, isSlight, numbersOf, relativeError } from './fault.ts';
import { referenceOf, type Argument, type Reference } from './forms.ts';
import { casesOf, isApart, moreOf, type InputName } from './inputs.ts';
import type { Language } from '../languages.ts';
import type { Datum, Failure, Returned } from './protocol.ts';
import { nameIn } from './in-language.ts';
import { written } from './written.ts';
import { Ended } from './sandbox.ts';
import { givenWords } from './thrown.ts';
import { readingCost, shrunk } from './shrink.ts';
import { recognized, slips, type Seen } from './slips.ts';

/** What is checked of a reader's function. */
export interface CheckSpec {
  /** The name of the reader's function. */
  call: string;
  /** The reference's name; see forms.ts. */
  against: string;
  /** How small a result may be before the text asks nothing of it any more. */
  floor?: number;
  examples: Datum[][];
  /** The names that its code may import; see offers.ts. */
  offers?: string[];
  inputs: InputName[];
  /** Kinds of input beyond what the text promises: failing there is told, and no fault. */
  beyond?: InputName[];
  /** What the text says how often it may happen: times through the list, exponentials of one call. */
  counts?: { passes?: number; exponentials?: number };
}

/** One call of the reader's function, and what it should have been. */
export interface Trial {
  args: Datum[];
  got: Datum | undefined;
  expected: Datum;
  failure?: Failure;
}

/** What is worth a word about a function that is right. */
export type Remark =
  /** The least exact of its results, and to how many digits it agrees. */
  | { kind: 'digits'; args: Datum[]; digits: number; byPower: boolean }
  /** Right as far as the text goes, and not beyond. */
  | { kind: 'beyond'; args: Datum[]; got: Datum }
  /** A list as long as this ends with an error. */
  | { kind: 'long'; length: number; failure: Failure }
  /** The time grows with the square of the length. */
  | { kind: 'square' }
  /** The argument is changed. */
  | { kind: 'changed' };

export type Verdict =
  | { passed: true; trials: number; remarks: Remark[] }
  /** The check was ended before all was tried, and nothing had gone wrong: why, in the words of who ended it. */
  | { passed: false; trials: number; ended: string }
  /** All results are right, but something happens more often than the text allows. */
  | { passed: false; trials: number; clause: 'passes' | 'exponentials'; counted: number; allowed: number }
  | {
      passed: false;
      trials: number;
      trial: Trial;
      fault: Fault;
      /** The slips that explain everything that was seen, by name. */
      slips: string[];
      /** Where there are none: what the inputs that go wrong have in common. */
      common: Common | undefined;
    };

/** Calls a reader's function with copies of the arguments; `counted` asks for counts, too. */
export type Call = (name: string, args: Datum[], counted?: boolean) => Promise<Returned>;

/** How a check is made and watched, and ended before its end. */
export interface Watch {
  /** The language of the code, TypeScript unless said: in another one other lists are long. */
  language?: Language;
  /** Ends the check, with a sentence as the reason. */
  signal?: AbortSignal;
  /** Hears after every input how many were tried. */
  tried?: (inputs: number) => void;
}

/** What comes of a promise, unless the signal comes first. */
const unless = <T>(signal: AbortSignal | undefined, promise: Promise<T>): Promise<T> =>
  !signal
    ? promise
    : new Promise((resolve, reject) => {
        const end = () => reject(new Ended(String(signal.reason)));
        if (signal.aborted) return end();
        signal.addEventListener('abort', end, { once: true });
        promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', end));
      });

/** How long a function that has gone wrong is tried further, in milliseconds. */
const patience = 3000;

/**
 * Checks a function.
 * @throws whatever `call` throws, but `Ended`, which is part of the verdict
 */
export async function check(spec: CheckSpec, call: Call, watch: Watch = {}): Promise<Verdict> {
  const reference = referenceOf(spec.against);
  const { language = 'typescript', signal, tried } = watch;
  const name = nameIn(spec.call, language);
  const seen: Seen[] = [];
  let trials = 0;
  /** Kinds of fault that some results are of by chance. */
  const vague = new Set<Fault['kind']>();

  const ask = async (args: Datum[], counted = false) => {
    const returned = await unless(signal, call(name, structuredClone(args), counted));
    tried?.(++trials);
    return returned;
  };
  const attempt = async (args: Datum[], apart = false): Promise<Tried> => {
    const slack = reference.slack(...args);
    if (spec.floor !== undefined) slack.absolute = Math.max(slack.absolute, spec.floor);
    const expected = reference.right(...structuredClone(args));
    let returned: Returned;
    try {
      returned = await ask(args);
    } catch (error) {
      if (!(error instanceof Ended) || signal?.aborted) throw error;
      returned = { failure: { name: 'Stopped', message: error.message } };
    }
    const fault = faultOf(returned, expected, slack);
    const one = { args, returned, expected, slack, apart };
    return { ...one, fault: fault && vague.has(fault.kind) ? { ...fault, kind: 'number' } : fault };
  };

  const wrong: (Tried & { fault: Fault })[] = [];
  let gaveUp = Infinity;
  let stopped: string | undefined;
  try {
    for (const { args, apart } of inputsOf(spec, reference)) {
      if (performance.now() > gaveUp) break;
      const one = await attempt(args, apart);
      seen.push(one);
      if (!one.fault) continue;
      wrong.push(one as Tried & { fault: Fault });
      gaveUp = Math.min(gaveUp, performance.now() + patience);
      if ('failure' in one.returned && /^(Missing|Stopped)$/.test(one.returned.failure.name)) {
        stopped = one.returned.failure.message;
        break;
      }
    }
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
    stopped = error.message;
  }
  if (wrong.length === 0)
    return stopped === undefined
      ? approved(spec, reference, seen, language, ask)
      : { passed: false, trials, ended: stopped };

  // What is wrong with the formula comes before what is wrong with its numbers.
  const shownBy = (name: string) => slips[name]!.shown?.[spec.against as never] as Datum[] | undefined;
  const isNumerical = (name: string) =>
    Number(slips[name]!.misconception === 'the-formula-is-the-code' || !isEveryday({ args: shownBy(name) ?? [] }));
  const explained = (recognized(spec.against, seen) ?? []).toSorted((a, b) => isNumerical(a) - isNumerical(b));
  // What is lost far out, or a case apart, is shown only where nothing else goes wrong.
  const gross = either(
    wrong,
    ({ fault, apart }) => !apart && !isSlight(fault),
    ({ apart }) => !apart,
  );
  for (const kind of ['sign', 'order'] as const)
    if (gross.some(({ fault }) => fault.kind !== kind)) {
      vague.add(kind);
      for (const one of wrong) if (one.fault.kind === kind) one.fault.kind = 'number';
    }
  // Whoever is wrong at everyday logits already has another formula, whatever else becomes of large ones.
  const everyday = gross.some(isEveryday);
  let worst = (everyday ? gross.filter(isEveryday) : gross).reduce(worse);
  let common: Common | undefined;
  if (stopped === undefined) {
    try {
      const fails = async (args: Datum[]) => {
        if (reference.open?.(...args)) return undefined;
        const one = await attempt(args);
        return one.fault && (one as typeof worst);
      };
      const shown = explained.map(shownBy);
      const most = Math.max(...seen.flatMap(({ args }) => numbersOf(args).filter(Number.isFinite).map(Math.abs)));
      const clear = shown.find((args) => args && numbersOf(args).every((x) => Math.abs(x) <= most));
      const clearest = clear && (await fails([...clear, ...spec.examples[0]!.slice(clear.length)]));
      if (clearest) worst = clearest;
      else {
        const kind = worst.fault.kind;
        await shrunk(reference.takes, worst.args, async (args) => {
          const one = await fails(args);
          if (one?.fault.kind !== kind || (everyday && !isEveryday(one))) return false;
          worst = one;
          return true;
        });
      }
      if (explained.length === 0) {
        const says =
          (await forgetful(seen, attempt)) ??
          ofAPart(reference, seen) ??
          (worst.fault.kind === 'not finite' ? await outside(reference.takes, ask) : undefined) ??
          (await calledOtherwise(name, reference, wrong, ask));
        if (says !== undefined) common = { says, tells: 'way' };
        common ??= await similarities(
          reference.takes,
          seen,
          wrong,
          [...(everyday ? gross.filter(isEveryday) : gross), worst],
          async (args) => (await fails(args)) !== undefined,
          spec.inputs.flatMap((name) => moreOf(name)).filter((args) => !everyday || isEveryday({ args })),
        );
      }
    } catch (error) {
      if (!(error instanceof Ended)) throw error;
    }
  }
  const { args, returned, expected, fault } = worst;
  const got = 'data' in returned ? returned.data : undefined;
  const trial = { args, got, expected, ...('failure' in returned && { failure: returned.failure }) };
  return { passed: false, trials, trial, fault, slips: explained, common };
}

type Tried = Seen & { fault: Fault | undefined };

/** Those of which the first of these holds that holds of any, or all. */
const either = <T>(all: T[], ...tests: ((one: T) => boolean)[]): T[] =>
  tests.map((test) => all.filter(test)).find((some) => some.length > 0) ?? all;

/** Whether the same input gives another result the second time. */
async function forgetful(seen: Seen[], attempt: (args: Datum[]) => Promise<Seen>): Promise<string | undefined> {
  for (const { args, returned } of seen.slice(0, 5)) {
    const again = await attempt(args);
    const [first, second] = [returned, again.returned].map((one) => ('data' in one ? written(one.data) : 'failure'));
    if (first !== second)
      return 'The same input gives another result the second time: something is kept from one call to the next, or left to chance. Start anew in every call, without `Math.random`.';
  }
  return undefined;
}

/** Whether it asks for an entry that is not there. */
async function outside(
  takes: readonly Argument[],
  ask: (args: Datum[], counted?: boolean) => ReturnType<Call>,
): Promise<string | undefined> {
  const length = 12;
  const returned = await ask(ordinary(takes, length)[0]!, true);
  const asked = 'data' in returned ? returned.counts?.outside : undefined;
  return asked === undefined
    ? undefined
    : `Of a list of ${length} entries it asks for number ${String(asked).replace('-', '−')}; they are numbered from 0 to ${length - 1}. Look at where each loop starts and ends${asked < 0 ? ', or at `indexOf`, which gives −1 where it finds nothing' : ''}.`;
}

/** Whether what comes back of every longer list is right for a part of it. */
function ofAPart({ right }: Reference, seen: readonly Seen[]): string | undefined {
  const longer = seen.filter(({ args: [z, ...rest] }) => Array.isArray(z) && z.length > 2 && rest.length === 0);
  const parts: [words: string, part: (z: Datum[]) => Datum[]][] = [
    ['of its first logit alone: does a `return` stand inside the loop?', (z) => z.slice(0, 1)],
    ['of the list without its first logit: look at where the loop starts.', (z) => z.slice(1)],
    ['of the list without its last logit: look at where the loop ends.', (z) => z.slice(0, -1)],
  ];
  const found =
    longer.length > 4 &&
    parts.find(([, part]) =>
      longer.every(
        ({ args, returned, slack }) =>
          'data' in returned && faultOf(returned, right(part(args[0] as Datum[])), slack) === undefined,
      ),
    );
  return found ? `What comes back of a list is the result ${found[0]}` : undefined;
}

/** Whether it would be right if its arguments came in another way: the other way round, in one list, or one by one. */
async function calledOtherwise(
  call: string,
  { takes }: Reference,
  wrong: readonly Seen[],
  ask: (args: Datum[]) => ReturnType<Call>,
): Promise<string | undefined> {
  const ways: [when: string, turned: (args: Datum[]) => Datum[], can: (args: Datum[]) => boolean][] = [
    ['its arguments came the other way round', (args) => args.toReversed(), (args) => args.length > 1],
    [
      'the numbers came in one list',
      (args) => [args],
      (args) => args.length > 1 && args.every((x) => typeof x === 'number'),
    ],
    [
      'the logits came one by one, as arguments of their own',
      ([z]) => z as Datum[],
      ([z, ...rest]) => rest.length === 0 && Array.isArray(z),
    ],
  ];
  const some = wrong.filter(({ apart }) => !apart).slice(0, 8);
  for (const [when, turned, can] of ways) {
    let right = some.length > 2 && some.every(({ args }) => can(args));
    for (const { args, expected, slack } of right ? some : []) {
      const returned = await ask(turned(args));
      right &&= faultOf(returned, expected, slack) === undefined;
      if (!right) break;
    }
    if (right) return `It would be right if ${when}. ${givenWords(call, takes.slice(0, some[0]!.args.length))}`;
  }
  return undefined;
}

/** The graver of two faults; of two alike, the one that is shorter to read. */
const worse = <T extends { fault: Fault; args: Datum[] }>(a: T, b: T): T =>
  (gravity(a.fault) - gravity(b.fault) || readingCost(a.args) - readingCost(b.args)) <= 0 ? a : b;

/** Everything that a function is tried on: the text's examples, then the cases of every kind. */
function inputsOf(spec: CheckSpec, reference: Reference): { args: Datum[]; apart: boolean }[] {
  const all = [
    ...spec.examples.map((args) => ({ args, apart: false })),
    ...spec.inputs.flatMap((name) => casesOf(name).map((args) => ({ args, apart: isApart(name) }))),
  ];
  return all.filter(({ args }) => !reference.open?.(...args));
}

/** A list without a pattern. */
const list = (length: number): number[] => Array.from({ length }, (_, i) => (((i * 37) % 65) - 32) / 8);

/** An ordinary input with a list as long as asked, and another way round where there is no list. */
function ordinary(takes: readonly Argument[], length: number): Datum[][] {
  const make = (turned: boolean) =>
    takes.map((what, i): Datum => {
      if (what === 'logits') return list(length);
      if (what === 'matrix') return [list(length), list(length)];
      if (what === 'threshold') return 0.5;
      if (what === 'logit') return turned ? 1 + i : 2 - i;
      return 1;
    });
  return takes.includes('logits') ? [make(false)] : [make(false), make(true)];
}

/** From how far off on, relative to the right result, lost digits are worth a word: of one number, and of a list. */
const worthAWord = { number: 64 * 2 ** -53, list: 2e-11 };
/** How long a list takes at least where the time is seen to grow with the square of its length, in milliseconds. */
const squareTime = 150;
/**
 * The lengths at which it is looked for, up to the first that takes so long: a fast machine needs a longer list. And the
 * longest that is tried: beyond what JavaScript's engines take as arguments of one call, and what Python goes through in
 * good time.
 */
const lengths: Record<Language, { square: readonly number[]; longest: number }> = {
  typescript: { square: [5000, 10_000, 20_000, 40_000, 80_000], longest: 200_000 },
  python: { square: [1000, 2000, 4000], longest: 20_000 },
};
/** How many times as long ten times the length takes: a hundred times where it grows with the square, ten where it doesn't. */
const squareGrowth = 30;
/** From how long on slow code is not called again, for a better measure or in a longer list; in milliseconds. */
const measured = 600;

/** What there is to say about long lists. */
async function atLength(
  takes: readonly Argument[],
  language: Language,
  ask: (args: Datum[]) => ReturnType<Call>,
): Promise<Remark[]> {
  const { square, longest } = lengths[language];
  /** The shortest time of three calls, as others may be at work on this machine. */
  const timeOf = async (length: number): Promise<number> => {
    const args = ordinary(takes, length)[0]!;
    const begun = performance.now();
    let shortest = Infinity;
    for (let i = 0; i < 3; i++) {
      const start = performance.now();
      await ask(args);
      const end = performance.now();
      shortest = Math.min(shortest, end - start);
      if (shortest < squareTime || end - begun > measured) break;
    }
    return shortest;
  };
  for (const length of square) {
    const long = await timeOf(length);
    if (long < squareTime) continue;
    // Twice, as a machine that others keep busy may be slow just when the list is long.
    if (
      long > squareGrowth * (await timeOf(length / 10)) &&
      (await timeOf(length)) > squareGrowth * (await timeOf(length / 10))
    )
      return [{ kind: 'square' }];
    // In a list so short the one may not yet outweigh the other: a longer one tells, where it is not too slow for that.
    if (long > 4 * measured) return [];
  }
  const returned = await ask(ordinary(takes, longest)[0]!);
  return 'failure' in returned && returned.failure.name !== 'Returned'
    ? [{ kind: 'long', length: longest, failure: returned.failure }]
    : [];
}

/** The first input beyond what the text promises whose result is no number any more. */
async function beyond(spec: CheckSpec, ask: (args: Datum[]) => ReturnType<Call>): Promise<Remark[]> {
  for (const args of (spec.beyond ?? []).flatMap(casesOf)) {
    const returned = await ask(args);
    if ('data' in returned && numbersOf(returned.data).some(Number.isNaN))
      return [{ kind: 'beyond', args, got: returned.data }];
  }
  return [];
}

/** Whether a function whose results are right keeps to what can be counted; and what else there is to say. */
async function approved(
  spec: CheckSpec,
  reference: Reference,
  seen: Seen[],
  language: Language,
  ask: (args: Datum[], counted?: boolean) => ReturnType<Call>,
): Promise<Verdict> {
  // What the reader's function is given: softmax may have a temperature, or none.
  const takes = reference.takes.slice(0, spec.examples[0]!.length);
  const remarks: Remark[] = [];
  let exponentials = 0;
  let powers = 0;
  try {
    const length = 12;
    let passes = 0;
    let changed = false;
    for (const args of ordinary(takes, length)) {
      const returned = await ask(args, true);
      const counts = 'data' in returned ? returned.counts : undefined;
      if (!counts) continue;
      passes = Math.max(passes, counts.passes);
      exponentials = Math.max(exponentials, counts.exponentials);
      powers = Math.max(powers, counts.powers);
      changed ||= counts.changed;
    }
    for (const [clause, counted] of [
      ['passes', passes],
      ['exponentials', exponentials],
    ] as const) {
      const allowed = spec.counts?.[clause];
      if (allowed !== undefined && counted > allowed)
        return { passed: false, trials: seen.length, clause, counted, allowed };
    }
    if (changed) remarks.push({ kind: 'changed' });
    if (passes >= length) remarks.push({ kind: 'square' });
    else if (takes[0] === 'logits') remarks.push(...(await atLength(takes, language, ask)));
    remarks.push(...(await beyond(spec, ask)));
  } catch (error) {
    // What is only worth a word is left out where the time is up.
    if (!(error instanceof Ended)) throw error;
  }
  const least = seen
    .filter(({ returned, expected, slack }) => 'data' in returned && slack.absolute < 1e-200 && expected !== 0)
    .map((one) => ({ args: one.args, off: offOf(one) }))
    .reduce((a, b) => (b.off > a.off ? b : a), { args: [] as Datum[], off: 0 });
  if (least.off > (takes[0] === 'logit' ? worthAWord.number : worthAWord.list))
    remarks.push({
      kind: 'digits',
      args: least.args,
      digits: Math.floor(-Math.log10(least.off)),
      byPower: exponentials === powers,
    });
  return { passed: true, trials: seen.length, remarks };
}

/** How far off a result is, relative to the right one, leaving out what is too small to be asked for. */
function offOf({ returned, expected, slack }: Seen): number {
  const clean = (value: Datum): Datum =>
    typeof value === 'number'
      ? Math.abs(value) <= Math.max(slack.absolute, 1e-290)
        ? 0
        : value
      : Array.isArray(value)
        ? value.map(clean)
        : value;
  return 'data' in returned ? relativeError(clean(returned.data), clean(expected)) : 0;
}
