/**
 * Counts what a reader's Python does, where the text of an exercise says how often it may: the exponentials that it
 * takes, one by one or of whole arrays, and the entries of its argument that it looks at. What is forged here deceives
 * only whoever forges it, as in count.ts.
 */
import { leastToCount, passesOf, type Counts } from '../count.ts';
import type { NdArray } from './arrays.ts';

/** The functions that take an exponential of every element. */
const takesExponentials = new Set(['exp', 'expm1', 'logaddexp']);

export class Counting {
  #exponentials = 0;
  #powers = 0;
  #start = 0;
  #length = 0;
  #reads: number[] = [];
  #atLastRead = 0;
  /** Whether what is computed now has looked at the argument itself. */
  #looking = false;
  /** Whether looks are counted. */
  watches = false;

  /** Counts from now on; looks at so many float64 from an address, where they are enough to tell passes apart. */
  begin(start: number, length: number): void {
    this.#exponentials = this.#powers = this.#atLastRead = 0;
    this.#reads = [];
    this.#start = start;
    this.#length = length;
    this.watches = length >= leastToCount;
  }

  /** Ends it, and tells what was counted, as far as it can be told from here. */
  end(): Omit<Counts, 'changed'> {
    const [exponentials, powers] = [this.#exponentials, this.#powers];
    const passes = this.watches ? passesOf(this.#reads, this.#length, exponentials - this.#atLastRead) : 0;
    this.watches = false;
    return { passes, exponentials, powers };
  }

  /** Something else is computed. */
  next(): void {
    this.#looking = false;
  }

  /** Somebody looks at what stands at an address. */
  look(address: number): void {
    const i = (address - this.#start) / 8;
    if (!(i >= 0 && i < this.#length) || this.#reads.length >= 100_000) return;
    this.#reads.push(i);
    this.#looking = true;
    this.#atLastRead = this.#exponentials;
  }

  /** A function is taken of so many elements. */
  unary(name: string, count: number): void {
    if (takesExponentials.has(name)) this.#exponentials += count;
    if (this.#looking) this.#atLastRead = this.#exponentials;
  }

  /** A function is taken of the elements of two arrays. */
  binary(name: string, a: NdArray, b: NdArray): void {
    const count = Math.max(a.data.length, b.data.length);
    this.unary(name, count);
    if (name.endsWith('power') && a.data.length === 1) this.#power(Number(a.data[0]), count);
  }

  /** A function of `math` is taken of one number, or of two. */
  number(name: string, x: number): void {
    this.unary(name, 1);
    if (name === 'pow') this.#power(x, 1);
  }

  #power(base: number, count: number): void {
    if (base !== Math.E) return;
    this.#exponentials += count;
    this.#powers += count;
  }
}
