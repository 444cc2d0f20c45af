/** The inputs that a reader's function is tried on, by name: each makes lists of arguments. */
import { array, constant, constantFrom, integer, oneof, tuple, type Arbitrary } from 'fast-check';
import type { Datum } from './protocol.ts';

/** Logits of everyday size, with few decimals, so that a counterexample is short. */
const ordinary = integer({ min: -80, max: 80 }).map((n) => n / 8);
/** Logits far beyond what an exponential fits. */
const huge = constantFrom(1000, -1000, 710, -720, -746, 709.5, 100, -100, 0, 1e4, -1e4);
const ties = constantFrom(-1, 0, 2);
const masked = oneof(ordinary, constant(-Infinity));

const vector = (entry: Arbitrary<number>, minLength = 1, maxLength = 5) => array(entry, { minLength, maxLength });
const indexed = (z: Arbitrary<number[]>) =>
  tuple(z, integer({ min: 0, max: 1000 })).map(([logits, i]): Datum[] => [logits, i % logits.length]);
const alone = <T extends Datum>(arbitrary: Arbitrary<T>) => arbitrary.map((x): Datum[] => [x]);
const matrix = (entry: Arbitrary<number>) =>
  tuple(integer({ min: 1, max: 3 }), integer({ min: 1, max: 3 }), array(entry, { minLength: 9, maxLength: 9 })).map(
    ([rows, columns, all]) => Array.from({ length: rows }, (_, i) => all.slice(i * columns, (i + 1) * columns)),
  );
const temperature = constantFrom(0.1, 0.5, 1, 2, 10);
const target = constantFrom(0, 1, 0.5);
/** Logits with one finite entry at least, so that the row is not masked as a whole. */
const someFinite = vector(masked, 2).filter((z) => z.some(Number.isFinite));

export const inputs = {
  'a logit': alone(ordinary),
  'a huge logit': alone(huge),
  'a probability': alone(constantFrom(0.001, 0.1, 0.25, 0.5, 0.75, 0.9, 0.999)),
  logits: alone(vector(ordinary)),
  'logits with ties': alone(vector(ties, 2)),
  'huge logits': alone(vector(huge)),
  'one logit': alone(vector(huge, 1, 1)),
  'no logits': constant<Datum[]>([[]]),
  'masked logits': alone(someFinite),
  'only masked logits': alone(vector(constant(-Infinity), 1, 4)),
  'two logits': tuple(ordinary, ordinary).map((both): Datum[] => both),
  'two huge logits': tuple(huge, huge).map((both): Datum[] => both),
  'logits and a temperature': tuple(vector(ordinary), temperature).map((both): Datum[] => both),
  'huge logits and a temperature': tuple(vector(huge), temperature).map((both): Datum[] => both),
  'logits and a class': indexed(vector(ordinary)),
  'huge logits and a class': indexed(vector(huge)),
  'masked logits and a class': indexed(someFinite),
  'a logit and a target': tuple(ordinary, target).map((both): Datum[] => both),
  'a huge logit and a target': tuple(huge, target).map((both): Datum[] => both),
  'a matrix and an axis': tuple(matrix(ordinary), constantFrom(0, 1)).map((both): Datum[] => both),
  'a huge matrix and an axis': tuple(matrix(huge), constantFrom(0, 1)).map((both): Datum[] => both),
  'logits and a threshold': tuple(vector(ordinary, 0, 6), constantFrom(0.1, 0.5, 0.9)).map((both): Datum[] => both),
} satisfies Record<string, Arbitrary<Datum[]>>;

export type InputName = keyof typeof inputs;
