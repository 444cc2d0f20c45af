import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromJson, toJson } from '../src/exact-json.ts';

describe('JSON that keeps every float', () => {
  it.each([NaN, Infinity, -Infinity, -0, 0, 5e-324])('%d goes in and comes out the same', (x) => {
    expect(fromJson(toJson({ args: [[x]] }))).toEqual({ args: [[x]] });
    expect(Object.is(fromJson(toJson(x)), x)).toBe(true);
  });

  it('keeps whatever JSON can hold as JSON writes it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const plain = JSON.parse(JSON.stringify(value)) as unknown;
        expect(fromJson(JSON.stringify(value))).toEqual(plain);
        expect(fromJson(toJson(value))).toEqual(value);
      }),
    );
  });

  it('takes an entry called number for a number only where it names one that JSON can’t hold', () => {
    for (const value of [{ number: '5' }, { number: 5 }, { number: 'NaN', of: 2 }])
      expect(fromJson(toJson(value))).toEqual(value);
  });
});
