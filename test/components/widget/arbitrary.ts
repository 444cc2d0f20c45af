/** Random parameters for any widget, from what its kinds admit. */
import fc from 'fast-check';
import { formats } from '../../../src/math/index.ts';
import type { AnyWidget, Kind, Params, Row } from '../../../components/widget/contract.ts';
import { settle } from '../../../components/widget/state.ts';

/** Values of one kind: its ends, its author's value, and random text or numbers that it reads. */
function valuesOfKind(kind: Kind<any>): fc.Arbitrary<unknown> {
  const known = fc.constantFrom(kind.value, kind.range.min, kind.range.max);
  const read = (typed: fc.Arbitrary<string>) =>
    typed.map((text) => {
      try {
        return kind.parse(text, {});
      } catch {
        return kind.value;
      }
    });
  switch (kind.kind) {
    case 'number':
      return fc.oneof(
        known,
        fc.double({ min: kind.range.min, max: kind.range.max, noNaN: true }),
        read(fc.constantFrom('inf', '-inf', 'nan', '1e300')),
      );
    case 'step':
      return fc.oneof(known, fc.nat(40));
    case 'float':
      return fc.oneof(known, fc.double(), fc.integer({ min: -1000, max: 1000 }));
    case 'bits':
      return fc.oneof(
        known,
        fc
          .record({
            format: fc.constantFrom(...Object.values(formats)),
            pattern: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
          })
          .map(({ format, pattern }) => ({
            format: format.name,
            row: BigInt.asUintN(format.bits, pattern).toString(2).padStart(format.bits, '0'),
          })),
      );
    case 'flag':
      return fc.boolean();
    case 'text':
      return fc.oneof(known, fc.string({ unit: 'grapheme', maxLength: 30 }));
    case 'rows': {
      const least = (kind.range.min as Row[])[0]!.value;
      const most = (kind.range.max as Row[])[0]!.value;
      const label = fc.stringMatching(/^[a-zA-Zé:,%& ]{1,12}$/).filter((text) => text.trim() === text && text !== '');
      const row = fc.record({ label, value: fc.double({ min: least, max: most, noNaN: true }) });
      const size = { minLength: (kind.range.min as Row[]).length, maxLength: (kind.range.max as Row[]).length };
      return fc.oneof(known, fc.uniqueArray(row, { ...size, selector: (one) => one.label.replace(/\s+/g, '_') }));
    }
    default:
      return known;
  }
}

/** Parameters of a widget, brought within what it admits, as every gesture's result is. */
export function paramsOf(w: AnyWidget): fc.Arbitrary<Record<string, any>> {
  const kinds = Object.entries(w.params as Params);
  const choices = kinds.filter(([, kind]) => kind.offers);
  return fc
    .tuple(
      fc.record(Object.fromEntries(kinds.map(([name, kind]) => [name, valuesOfKind(kind)]))),
      fc.tuple(...choices.map(() => fc.nat())),
    )
    .map(([values, picks]) =>
      choices.reduce(
        (params, [name, kind], i) => {
          const offered = kind.offers!(params);
          return settle(w, { ...params, [name]: offered[picks[i]! % offered.length] });
        },
        settle(w, values),
      ),
    );
}
