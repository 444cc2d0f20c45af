import { checkVector } from './arguments.ts';
import { exp } from './exp.ts';

/** The state of online softmax after one more logit. */
export interface OnlineSoftmaxState {
  /** The index of the logit just read. */
  index: number;
  /** The logit just read. */
  z: number;
  /** The running maximum m of the logits read. */
  m: number;
  /** The running sum s = Σ e^(z_j − m) over the logits read. */
  s: number;
  /** e^(m_before − m): what the sum so far was multiplied by (1 unless the maximum grew). */
  scale: number;
  /** e^(z − m): what was then added. */
  term: number;
}

/**
 * Online softmax: maximum and sum of exponentials in one pass, rescaling the sum when the maximum grows.
 * After the last state (m, s), softmax is e^(z_i − m)/s and log-sum-exp is m + log s.
 *
 * Method: Milakov & Gimelshein, “Online normalizer calculation for softmax”, 2018 (arXiv 1805.02867).
 *
 * @param z C logits
 * @returns one state for each logit, in order
 */
export function* onlineSoftmax(z: ArrayLike<number>): Generator<OnlineSoftmaxState, void, undefined> {
  checkVector('z', z);
  let m = -Infinity;
  let s = 0;
  for (let index = 0; index < z.length; index++) {
    const logit = z[index]!;
    const before = m;
    m = Math.max(m, logit);
    // Equal infinities would give −∞ − −∞ = NaN; there is nothing to rescale, and e^−∞ adds nothing.
    const scale = m === before ? 1 : exp(before - m);
    const term = logit === -Infinity ? 0 : exp(logit - m);
    s = s * scale + term;
    yield { index, z: logit, m, s, scale, term };
  }
}
