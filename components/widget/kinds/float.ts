import { decode, encode, exact, formats, round, type FormatName } from 'logits';
import { attribute, content, field, h, keyed } from '../../dom/elements.ts';
import { parseNumber, printNumber, quote, Unreadable } from '../numbers.ts';
import { write } from '../../dom/steady-text.ts';
import type { Kind, ParamValues } from './kind.ts';
import { apart, isBusy } from './number.ts';

/** A float format by name, or the name of the parameter that chooses it. */
export type FormatOf = FormatName | ((params: ParamValues) => FormatName);

const formatNameIn = (of: FormatOf, params: ParamValues): FormatName => (typeof of === 'function' ? of(params) : of);

/** A number of a float format: typed, rounded to the format once, ±Infinity and NaN included. */
export function float(options: { label: string; value: number; format: FormatOf }): Kind<number> {
  const into = (x: number, params: ParamValues) => round(x, formats[formatNameIn(options.format, params)]);
  return {
    kind: 'float',
    label: options.label,
    value: options.value,
    range: { min: -Infinity, max: Infinity },
    parse: (typed) => parseNumber(typed, true),
    print: printNumber,
    clamp: into,
    snap: (x) => x,
    build: ({ document, id, name }) => {
      const label = h(document, 'label', { for: `${id}-${name}` });
      content(label, options.label);
      return h(
        document,
        'div',
        { class: 'float' },
        label,
        apart(
          document,
          h(document, 'input', {
            type: 'text',
            id: `${id}-${name}`,
            'data-input': 'typed',
            'data-typing': true,
            autocomplete: 'off',
            spellcheck: 'false',
          }),
        ),
      );
    },
    show: (control, value) => {
      const input = control.querySelector('input')!;
      if (!isBusy(input)) field(input, exact(value));
    },
    read: (input, _, params) => into(parseNumber(input.value, true), params),
  };
}

/** A float as its bits, most significant first, in the format that they are read in. */
export interface Bits {
  format: FormatName;
  /** As many digits 0 and 1 as the format has bits. */
  row: string;
}

/** The row of bits of a value in a format, after rounding it once. */
export const bitsOfValue = (x: number, format: FormatName): Bits => ({
  format,
  row: encode(x, format).toString(2).padStart(formats[format].bits, '0'),
});

/** The value of a row of bits. */
export const valueOfBits = ({ format, row }: Bits): number => decode(BigInt(`0b${row}`), format);

/**
 * The bits of a float: a button a bit, and a field for its value. A change of format keeps the value, rounded once;
 * as long as the format stays, every pattern is kept, all those of NaN among them.
 */
export function bits(options: { label: string; value: Bits; format: FormatOf }): Kind<Bits> {
  const format = (params: ParamValues) => formatNameIn(options.format, params);
  return {
    kind: 'bits',
    label: options.label,
    value: options.value,
    range: { min: bitsOfValue(-Infinity, options.value.format), max: bitsOfValue(Infinity, options.value.format) },
    parse: (typed, params) => {
      const [, name, row] = /^(\w+):([01]+)$/.exec(typed) ?? [];
      if (name === undefined) return bitsOfValue(parseNumber(typed, true), format(params));
      if (Object.hasOwn(formats, name) && formats[name as FormatName].bits === row!.length)
        return { format: name as FormatName, row: row! };
      throw new Unreadable(`${quote(typed)} is not a row of bits; expected one such as float16:0011110000000000.`);
    },
    print: ({ format, row }) => `${format}:${row}`,
    clamp: (value, params) =>
      value.format === format(params) ? value : bitsOfValue(valueOfBits(value), format(params)),
    build: ({ document, id, name }) => {
      const label = h(document, 'label', { for: `${id}-${name}` });
      content(label, options.label);
      const typed = h(document, 'input', {
        type: 'text',
        id: `${id}-${name}`,
        'data-input': 'typed',
        'data-typing': true,
        autocomplete: 'off',
        autocapitalize: 'off',
        spellcheck: 'false',
      });
      const part = (name: string) =>
        h(
          document,
          'div',
          { class: `part ${name}`, role: 'group', 'aria-label': `${name} of ${options.label}`, 'data-term': name },
          h(document, 'span', { 'aria-hidden': 'true' }, name),
          h(document, 'div', { class: 'digits' }),
        );
      return h(
        document,
        'div',
        { class: 'bits' },
        h(document, 'div', { class: 'float' }, label, apart(document, typed)),
        h(document, 'div', { class: 'row' }, part('sign'), part('exponent'), part('fraction')),
      );
    },
    show: (control, value, { document, phase }) => {
      const { exponentBits } = formats[value.format];
      const digits = [...value.row].map((bit, index) => ({ bit, index }));
      const parts = [digits.slice(0, 1), digits.slice(1, 1 + exponentBits), digits.slice(1 + exponentBits)];
      for (const [i, row] of [...control.querySelectorAll('.digits')].entries()) {
        keyed(
          row,
          parts[i]!,
          ({ index }) => String(index),
          ({ index }) => h(document, 'button', { type: 'button', value: index, 'data-input': 'flip' }),
          (button, { bit }, place) => {
            attribute(button, 'aria-label', `bit ${place + 1} of ${parts[i]!.length}: ${bit}`);
            write(button, bit, phase);
          },
        );
      }
      const typed = control.querySelector('input')!;
      if (!isBusy(typed)) field(typed, exact(valueOfBits(value)));
    },
    read: (input, value) => {
      if (input.dataset.input === 'typed') return bitsOfValue(parseNumber(input.value, true), value.format);
      const index = Number(input.value);
      const flipped = value.row[index] === '1' ? '0' : '1';
      return { ...value, row: value.row.slice(0, index) + flipped + value.row.slice(index + 1) };
    },
  };
}
