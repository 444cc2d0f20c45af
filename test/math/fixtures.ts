import { readFileSync } from 'node:fs';

/** The JSON files that fixtures/make.py made. Numbers that JSON can't say are text there, and numbers again here. */

export interface Cases {
  inputs: (number | number[])[];
  /** The correctly rounded results … */
  values: number[];
  /** … and how far the exact ones are from them, in millionths of a unit in the last place. */
  millionths: number[];
}

export interface Row {
  /** 'ordinary': logits up to 20 in size, T = 1; else 'any'. */
  kind: Kind;
  temperature: number;
  z: number[];
  softmax: number[];
  softmaxMillionths: number[];
  logSoftmax: number[];
  logSoftmaxMillionths: number[];
  logSumExp: number;
  logSumExpMillionths: number;
}

export type Kind = 'ordinary' | 'any';

const special: Record<string, number> = { Infinity, '-Infinity': -Infinity, NaN };

/** Reads a fixture by its file name. */
export function fixture<T>(name: string): T {
  const text = readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8');
  return JSON.parse(text, (_, value) => (typeof value === 'string' && value in special ? special[value] : value));
}
