/** The float formats as widgets show them: what they are called, and where e^z and σ(z) come to an end in each. */
import { exp, formats, limitsOf, log, next, previous, round, type FormatLimits, type FormatName } from 'logits';

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

/** What became of a logit that a format has stored, and of its exponential there, where they are lost. */
export const lossOf = (stored: number, e: number): 'not stored' | 'overflowed' | 'zero' | undefined =>
  Number.isNaN(stored) ? 'not stored' : !Number.isFinite(e) ? 'overflowed' : e === 0 ? 'zero' : undefined;

/** 1/(1 + e^−z) as textbook code computes it in a format: every result rounded before the next step. */
export const textbookSigmoidIn = (z: number, name: FormatName): number =>
  round(1 / round(1 + round(exp(-round(z, name)), name), name), name);

/** Softmax as code computes it in a format, and what it had in its hands on the way. */
export interface Shares {
  /** The logits less what is subtracted from each. */
  exponents: number[];
  e: number[];
  sum: number;
  p: number[];
}

/**
 * Softmax in a format after subtracting a number from every logit, every result rounded before the next step.
 * @param z the logits, as they are stored
 * @param by what is subtracted: 0 for softmax as it is written, the maximum for the stable one
 */
export function sharesIn(z: readonly number[], by: number, name: FormatName): Shares {
  const exponents = z.map((one) => round(one - by, name));
  const e = exponents.map((x) => round(exp(x), name));
  const sum = e.reduce((a, b) => round(a + b, name));
  return { exponents, e, sum, p: e.map((one) => round(one / sum, name)) };
}

/** Where e^z and σ(z) come to an end in a format: its limits, and the logits of the format around the last e^z. */
export interface Ends extends FormatLimits {
  /** The smallest logit of the format whose e^z is not 0 … */
  lastNonzero: number;
  /** … and the one before it, whose e^z is. */
  firstZero: number;
  /** Below this float64 logit e^z is subnormal. */
  subnormal: number;
}

const known = new Map<FormatName, Ends>();

/** The ends of a format, computed once. */
export function endsOf(name: FormatName): Ends {
  const found = known.get(name);
  if (found) return found;
  const limits = limitsOf(name);
  const near = round(limits.smallestLogit, name);
  const lastNonzero = near < limits.smallestLogit ? next(near, name) : near;
  const ends = {
    ...limits,
    lastNonzero,
    firstZero: previous(lastNonzero, name),
    subnormal: log(formats[name].smallestNormal),
  };
  known.set(name, ends);
  return ends;
}
