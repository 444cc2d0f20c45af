/** Functions of one number or two for Python's `math`: where this course computes one itself, that one. */
import { exp, expm1, log, log1p, ulp } from '../../math/index.ts';
import { log10, log2, power, tanh } from './functions.ts';

export const mathematics = {
  exp,
  expm1,
  log,
  log1p,
  log2,
  log10,
  tanh,
  pow: power,
  ulp: (x: number): number => ulp(x, 'float64'),
};
