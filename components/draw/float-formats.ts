/** The float formats as widgets show them: what they are called, and where e^z and σ(z) come to an end in each. */
import { exp, formats, log, next, previous, round, type FormatName } from 'logits';

/** The formats, widest range first. */
export const formatNames = ['float64', 'float32', 'bfloat16', 'float16', 'float8_e5m2', 'float8_e4m3fn'] as const;

/** What a format is called in running text. */
export const called = (name: FormatName): string => name.replace('_', ' ');

/** The choices of a parameter that names a format. */
export const formatChoices = Object.fromEntries(formatNames.map((name) => [name, called(name)])) as Record<
  FormatName,
  string
>;

/** What stands where a format has overflowed. */
export const beyond = (name: FormatName): string => (formats[name].hasInfinity ? '∞' : 'NaN');

/** e^z with the logit and the result each rounded once to a format. */
export const expIn = (z: number, name: FormatName): number => round(exp(round(z, name)), name);

/** 1/(1 + e^−z) as textbook code computes it in a format: every result rounded before the next step. */
export const textbookSigmoidIn = (z: number, name: FormatName): number =>
  round(1 / round(1 + round(exp(-round(z, name)), name), name), name);

/** Where e^z and σ(z) come to an end in a format. Logits are values of the format, unless said. */
export interface Ends {
  /** The smallest logit whose e^z is not finite. */
  overflow: number;
  /** The largest logit whose e^z is finite. */
  lastFinite: number;
  /** The smallest logit whose e^z is not 0. */
  lastNonzero: number;
  /** The largest logit whose e^z is 0. */
  firstZero: number;
  /** Below this float64 logit e^z is subnormal. */
  subnormal: number;
  /** The smallest logit at which 1/(1 + e^−z), every step rounded, is 1. */
  textbookOne: number;
  /** The smallest float64 logit at which σ(z), rounded once, is 1. */
  exactOne: number;
}

/** The smallest value of a format for which a condition holds that never ceases to hold upwards, found from nearby. */
function firstFrom(near: number, name: FormatName, holds: (z: number) => boolean): number {
  let z = round(near, name);
  while (holds(z)) z = previous(z, name);
  while (!holds(z)) z = next(z, name);
  return z;
}

const known = new Map<FormatName, Ends>();

/** The ends of a format, computed once. */
export function endsOf(name: FormatName): Ends {
  const found = known.get(name);
  if (found) return found;
  const { largest, smallestNormal, smallestSubnormal, epsilon } = formats[name];
  const overflow = firstFrom(log(largest), name, (z) => !Number.isFinite(expIn(z, name)));
  const lastNonzero = firstFrom(log(smallestSubnormal) - log(2), name, (z) => expIn(z, name) > 0);
  const ends = {
    overflow,
    lastFinite: previous(overflow, name),
    lastNonzero,
    firstZero: previous(lastNonzero, name),
    subnormal: log(smallestNormal),
    textbookOne: firstFrom(log(2 / epsilon), name, (z) => textbookSigmoidIn(z, name) === 1),
    // Below 1 values stand ε/2 apart, so 1 takes in all that is at most ε/4 away: e^−z/(1 + e^−z) ≤ ε/4.
    exactOne: log(4 / epsilon - 1),
  };
  known.set(name, ends);
  return ends;
}
