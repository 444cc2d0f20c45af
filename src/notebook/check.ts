/**
 * Tries a reader's function on examples and on random inputs, compares what comes out with the computation module,
 * and reports the smallest input that goes wrong, with the wrong idea that it looks like. The function is only
 * called; inputs, comparison and verdict stay on this side.
 */
import { asyncProperty, check as run, pre, sample } from 'fast-check';
import { ulpDistance } from '../math/index.ts';
import { noSuch } from '../names.ts';
import { references, wrongForms } from './forms.ts';
import { inputs, type InputName } from './inputs.ts';
import type { Datum, Failure, Returned } from './protocol.ts';

/** A known wrong idea: a form, the misconception it comes from, and the trace that takes it apart. */
export interface Wrong {
  like: string;
  misconception: string;
  /** The trace that takes this form apart step by step; see src/math/trace.ts. */
  trace?: string;
}

/** What is checked of a reader's function. */
export interface CheckSpec {
  /** The name of the reader's function. */
  call: string;
  /** The reference's name; see forms.ts. */
  against: string;
  /** How far off a result may be, in units in the last place of the right one. */
  ulps: number;
  /** How far off it may be in any case. */
  floor?: number;
  examples: Datum[][];
  /** The names that its code may import; see offers.ts. */
  offers?: string[];
  inputs: InputName[];
  wrong: Wrong[];
}

/** One call of the reader's function, and what it should have been. */
export interface Trial {
  args: Datum[];
  got: Datum | undefined;
  expected: Datum;
  failure?: Failure;
}

export type Verdict =
  | { passed: true; trials: number }
  /** The check was ended before all was tried, and nothing had gone wrong: why, in the words of who ended it. */
  | { passed: false; trials: number; ended: string }
  | {
      passed: false;
      trials: number;
      on: InputName | 'an example';
      trial: Trial;
      ulps: number;
      wrong: Wrong | undefined;
    };

/** The largest distance between two results, in ulps; Infinity where their shapes, or NaN, differ. */
export function distance(got: Datum | undefined, expected: Datum, floor = 0): number {
  if (typeof expected === 'number') {
    if (typeof got !== 'number') return Infinity;
    if (Object.is(got, expected) || got === expected || Math.abs(got - expected) <= floor) return 0;
    if (!Number.isFinite(got) || !Number.isFinite(expected)) return Infinity;
    return ulpDistance(got, expected);
  }
  if (!Array.isArray(expected)) return got === expected ? 0 : Infinity;
  if (!Array.isArray(got) || got.length !== expected.length) return Infinity;
  return expected.reduce<number>((worst, entry, i) => Math.max(worst, distance(got[i], entry, floor)), 0);
}

/** A wrong form may be computed in another order than the reader's: so far off they still agree. */
const alike = 4096;

/** The known wrong idea that explains everything that was seen, if one does. */
function recognize(seen: Trial[], wrong: readonly Wrong[], floor: number): Wrong | undefined {
  return wrong.find(({ like }) =>
    seen.every(({ args, got, failure }) => {
      if (failure) return false;
      const copy = structuredClone(args);
      return distance(got, wrongForms[like]!(...copy), floor) <= alike;
    }),
  );
}

/** Calls a reader's function with copies of the arguments. */
export type Call = (name: string, args: Datum[]) => Promise<Returned>;

/** How many random inputs of each kind are tried. */
const runs = 40;

/** How a check is watched, and ended before its end. */
export interface Watch {
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
        const end = () => reject(signal.reason as Error);
        if (signal.aborted) return end();
        signal.addEventListener('abort', end, { once: true });
        promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', end));
      });

/**
 * Checks a function.
 * @param seed makes the random inputs the same again
 * @throws whatever `call` throws: a run that took too long or died
 */
export async function check(spec: CheckSpec, call: Call, seed = Date.now(), watch: Watch = {}): Promise<Verdict> {
  const { signal, tried } = watch;
  let trials = 0;
  try {
    return await checked(
      spec,
      async (name, args) => {
        const returned = await unless(signal, call(name, args));
        tried?.(++trials);
        return returned;
      },
      seed,
    );
  } catch (error) {
    if (!signal?.aborted) throw error;
    return { passed: false, trials, ended: String(signal.reason) };
  }
}

async function checked(spec: CheckSpec, call: Call, seed: number): Promise<Verdict> {
  const reference = references[spec.against];
  if (!reference) throw new RangeError(noSuch('reference', spec.against, Object.keys(references)));
  for (const { like } of spec.wrong) {
    if (!wrongForms[like]) throw new RangeError(noSuch('wrong form', like, Object.keys(wrongForms)));
  }
  const floor = spec.floor ?? 0;
  const seen: Trial[] = [];
  let trials = 0;

  const attempt = async (args: Datum[]): Promise<{ trial: Trial; off: number }> => {
    trials++;
    const expected = reference(...structuredClone(args));
    const returned = await call(spec.call, structuredClone(args));
    const trial: Trial =
      'data' in returned
        ? { args, got: returned.data, expected }
        : { args, got: undefined, expected, failure: returned.failure };
    if (seen.length < 300) seen.push(trial);
    return { trial, off: trial.failure ? Infinity : distance(trial.got, expected, floor) };
  };
  /** One failure says little: a few more inputs of every kind tell which idea is behind it. */
  const wrongAt = async (on: InputName | 'an example', trial: Trial, ulps: number): Promise<Verdict> => {
    if (!trial.failure) {
      for (const name of spec.inputs)
        for (const args of sample(inputs[name], { numRuns: 8, seed })) await attempt(args);
    }
    return {
      passed: false,
      trials,
      on,
      trial,
      ulps,
      wrong: trial.failure ? undefined : recognize(seen, spec.wrong, floor),
    };
  };

  for (const args of spec.examples) {
    const { trial, off } = await attempt(args);
    if (off > spec.ulps) return wrongAt('an example', trial, off);
  }
  for (const name of spec.inputs) {
    let last: { trial: Trial; off: number } | undefined;
    let ended: unknown;
    const details = await run(
      asyncProperty(inputs[name], async (args) => {
        pre(ended === undefined);
        try {
          const tried = await attempt(args);
          if (tried.off <= spec.ulps) return true;
          last = tried;
          return false;
        } catch (error) {
          ended = error;
          return false;
        }
      }),
      { numRuns: runs, seed, endOnFailure: false },
    );
    if (ended !== undefined) throw ended;
    if (details.failed) {
      const smallest = details.counterexample ? await attempt(details.counterexample[0]) : last!;
      return wrongAt(name, smallest.trial, smallest.off);
    }
  }
  return { passed: true, trials };
}
