import { checkVector } from './arguments.ts';
import { log } from './log.ts';

/**
 * The entropy −Σ p_i·log p_i of a distribution, in nats: 0 for a certainty, log C for the uniform one.
 *
 * @param p C probabilities
 * @returns the entropy, in nats (0·log 0 counts as 0)
 */
export function entropy(p: ArrayLike<number>): number {
  checkVector('p', p);
  let sum = 0;
  for (let i = 0; i < p.length; i++) sum -= p[i] === 0 ? 0 : p[i]! * log(p[i]!);
  return sum;
}
