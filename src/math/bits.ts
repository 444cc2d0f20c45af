/** Powers of two, exponents and bits, exactly: `2 ** n` and `Math.log2` may differ from browser to browser. */

const view = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8));

/** 2^n, for n from −1074 to 1023. */
export function twoTo(n: number): number {
  if (n < -1022) return twoTo(n + 64) / 18446744073709551616;
  view.setUint32(0, (n + 1023) << 20);
  view.setUint32(4, 0);
  return view.getFloat64(0);
}

/** floor(log₂|x|) for a finite x ≠ 0. */
export function exponentOf(x: number): number {
  view.setFloat64(0, x);
  const field = (view.getUint16(0) >> 4) & 0x7ff;
  return field > 0 ? field - 1023 : exponentOf(x * 18446744073709551616) - 64;
}

/** The 64 bits of a float64; NaN always as 0x7ff8000000000000. */
export function bitsOf(x: number): bigint {
  if (x !== x) return 0x7ff8000000000000n;
  view.setFloat64(0, x);
  return view.getBigUint64(0);
}
