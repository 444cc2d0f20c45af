/**
 * NumPy's default generator of random numbers, to the bit: PCG64, seeded by way of SeedSequence, with its ziggurat.
 *
 * Methods: O'Neill, “PCG: A family of simple fast space-efficient statistically good algorithms for random number
 * generation”, 2014; Doornik, “An improved ziggurat method to generate normal random samples”, 2005; Lemire, “Fast
 * random integer generation in an interval”, 2019.
 */
import { exp, log, log1p, next, previous } from '../../math/index.ts';

const mask32 = 0xffffffffn;
const mask64 = (1n << 64n) - 1n;
const mask128 = (1n << 128n) - 1n;
const multiplier = (2549297995355413924n << 64n) + 4865540595714422341n;

/** Four words of 64 bits from a seed of any length (SeedSequence's hashes). */
function seedWords(seed: bigint): bigint[] {
  const entropy: number[] = [];
  for (let rest = seed; rest > 0n || entropy.length === 0; rest >>= 32n) entropy.push(Number(rest & mask32));
  let constant = 0x43b0d7e5;
  const hash = (value: number): number => {
    let hashed = value ^ constant;
    constant = Math.imul(constant, 0x931e8875);
    hashed = Math.imul(hashed, constant);
    return hashed ^ (hashed >>> 16);
  };
  const mix = (x: number, y: number): number => {
    const mixed = Math.imul(0xca01f9dd, x) - Math.imul(0x4973f715, y);
    return mixed ^ ((mixed >>> 0) >>> 16);
  };
  const pool = [0, 1, 2, 3].map((i) => hash(entropy[i] ?? 0));
  for (let from = 0; from < 4; from++) {
    for (let to = 0; to < 4; to++) if (from !== to) pool[to] = mix(pool[to]!, hash(pool[from]!));
  }
  for (const more of entropy.slice(4)) for (let to = 0; to < 4; to++) pool[to] = mix(pool[to]!, hash(more));
  let state = 0x8b51f9dd;
  const words = Array.from({ length: 8 }, (_, i) => {
    let word = pool[i % 4]! ^ state;
    state = Math.imul(state, 0x58f38ded);
    word = Math.imul(word, state);
    return BigInt((word ^ (word >>> 16)) >>> 0);
  });
  return [0, 2, 4, 6].map((i) => words[i]! | (words[i + 1]! << 32n));
}

/** Where the ziggurat's tail begins, and the area of each of its 256 layers. */
const tail = 3.6541528853610088;
const area = 0.00492867323397465;

/** The ziggurat under the bell: how far inside a layer nothing needs a look, the layer's scale, the bell's height. */
const ziggurat = (() => {
  const inside = new BigUint64Array(256);
  const scale = new Float64Array(256);
  const height = new Float64Array(256);
  const steps = 4503599627370496;
  let x = tail;
  scale[255] = x / steps;
  height[255] = exp(-0.5 * x * x);
  inside[0] = BigInt(Math.floor(((x * height[255]!) / area) * steps));
  scale[0] = 8.683627060801306e-16;
  height[0] = 1;
  for (let i = 254; i > 0; i--) {
    let inner = Math.sqrt(-2 * log(area / x + height[i + 1]!));
    // NumPy's table was made with a sqrt(−2 log …) that rounds otherwise in three places, and an exp in one.
    if (i === 252 || i === 129 || i === 84) inner = previous(inner, 'float64');
    inside[i + 1] = BigInt(Math.floor((inner / x) * steps));
    scale[i] = inner / steps;
    height[i] = exp(-0.5 * inner * inner);
    if (i === 38) height[i] = next(height[i]!, 'float64');
    x = inner;
  }
  return { inside, scale, height };
})();

/** A generator as np.random.default_rng(seed) makes one. */
export class Generator {
  private state = 0n;
  private readonly increment: bigint;
  /** The upper half of a draw of which only the lower one has been used. */
  private half: bigint | undefined;

  constructor(seed: bigint) {
    const [a, b, c, d] = seedWords(seed) as [bigint, bigint, bigint, bigint];
    this.increment = ((((c << 64n) | d) << 1n) | 1n) & mask128;
    this.step();
    this.state = (this.state + ((a << 64n) | b)) & mask128;
    this.step();
  }

  private step(): void {
    this.state = (this.state * multiplier + this.increment) & mask128;
  }

  private next64(): bigint {
    this.step();
    const folded = (this.state >> 64n) ^ (this.state & mask64);
    const turn = this.state >> 122n;
    return ((folded >> turn) | (folded << (64n - turn))) & mask64;
  }

  private next32(): bigint {
    const kept = this.half;
    if (kept !== undefined) {
      this.half = undefined;
      return kept;
    }
    const drawn = this.next64();
    this.half = drawn >> 32n;
    return drawn & mask32;
  }

  /** Uniform on [0, 1), a multiple of 2^−53. */
  random(): number {
    return Number(this.next64() >> 11n) / 9007199254740992;
  }

  /** Normal with mean 0 and variance 1. */
  normal(): number {
    for (;;) {
      const drawn = this.next64();
      const layer = Number(drawn & 0xffn);
      const size = (drawn >> 9n) & 0xfffffffffffffn;
      const x = Number(size) * ziggurat.scale[layer]! * ((drawn >> 8n) & 1n ? -1 : 1);
      if (size < ziggurat.inside[layer]!) return x;
      if (layer === 0) {
        for (;;) {
          const far = -(1 / tail) * log1p(-this.random());
          const high = -log1p(-this.random());
          if (high + high > far * far) return (size >> 8n) & 1n ? -(tail + far) : tail + far;
        }
      }
      const [above, below] = [ziggurat.height[layer - 1]!, ziggurat.height[layer]!];
      if ((above - below) * this.random() + below < exp(-0.5 * x * x)) return x;
    }
  }

  /** Fills an array with integers, each of low … high − 1 equally likely. */
  integers(into: BigInt64Array, low: bigint, high: bigint): void {
    const range = high - low;
    const bits = range - 1n <= mask32 ? 32n : 64n;
    const draw = () => (bits === 32n ? this.next32() : this.next64());
    const all = 1n << bits;
    for (let i = 0; i < into.length; i++) {
      if (range === 1n) {
        into[i] = low;
        continue;
      }
      let product = draw() * range;
      if (range < all && (product & (all - 1n)) < range) {
        const least = (all - range) % range;
        while ((product & (all - 1n)) < least) product = draw() * range;
      }
      into[i] = low + (product >> bits);
    }
  }
}
