/** What every kind of parameter promises: it reads what it prints, admits what it says, and brings the rest within that. */
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import {
  bits,
  bitsOfValue,
  choice,
  flag,
  float,
  number,
  rows,
  rowsOf,
  step,
  textInput,
  valueOfBits,
  type Kind,
} from '../../../../components/widget/contract.ts';
import type { ParamValues } from '../../../../components/widget/kinds/kind.ts';
import { Unreadable } from '../../../../components/widget/numbers.ts';
import { formats, round } from '../../../../src/math/index.ts';

const ends = { label: 'z', min: -4, max: 4, step: 0.1 };
const three = rowsOf(['cat', 'dog', 'bird'], [2, 1, 0]);
const within = (from: number, to: number) => fc.double({ min: from, max: to, noNaN: true });
const patterns = fc
  .tuple(fc.constantFrom(...Object.values(formats)), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }))
  .map(([{ name, bits }, pattern]) => ({
    format: name,
    row: BigInt.asUintN(bits, pattern).toString(2).padStart(bits, '0'),
  }));
// Whatever a label may be made of: signs of the address's own grammar, other scripts, digits outside the first plane.
const label = fc.stringMatching(/^[a-zé№𝟙z₁:,%&= ]{1,10}$/u).filter((one) => one.trim() === one && one !== '');
const labelled = fc.uniqueArray(fc.record({ label, value: within(-4, 4) }), {
  minLength: 2,
  maxLength: 5,
  selector: (row) => row.label.replace(/\s+/g, '_'),
});

interface Case {
  name: string;
  kind: Kind<any>;
  /** What it admits. */
  admitted: fc.Arbitrary<unknown>;
  /** What a gesture, an action or other parameters may leave it with. */
  any: fc.Arbitrary<unknown>;
  params?: ParamValues;
}

const cases: Case[] = [
  { name: 'number', kind: number({ ...ends, value: 1 }), admitted: within(-4, 4), any: fc.double() },
  {
    name: 'number with limits beyond its slider',
    kind: number({ ...ends, value: 1, limits: [-1e6, 1e6] }),
    admitted: within(-1e6, 1e6),
    any: fc.double(),
  },
  {
    name: 'number with extremes',
    kind: number({ ...ends, value: 1, extremes: true }),
    admitted: fc.oneof(within(-4, 4), fc.constantFrom(Infinity, -Infinity, NaN)),
    any: fc.double(),
  },
  {
    name: 'number on a log scale',
    kind: number({ label: 'T', value: 1, min: 0.01, max: 100, step: 0.05, scale: 'log' }),
    admitted: within(0.01, 100),
    any: fc.double(),
  },
  {
    name: 'choice among what another parameter allows',
    kind: choice<string>({
      label: 'f',
      value: 'a',
      options: ({ n }) => Object.fromEntries([...'abcdef'.slice(0, n)].map((c) => [c, c])),
    }),
    admitted: fc.constantFrom('a', 'b', 'c'),
    any: fc.constantFrom('a', 'c', 'd', 'f'),
    params: { n: 3 },
  },
  { name: 'flag', kind: flag({ label: 'on', value: true }), admitted: fc.boolean(), any: fc.boolean() },
  {
    name: 'text',
    kind: textInput({ label: 't', value: '', longest: 8 }),
    admitted: fc.string({ unit: 'grapheme', maxLength: 12 }).filter((one) => [...one].length <= 8),
    any: fc.string({ unit: 'grapheme', maxLength: 20 }),
  },
  {
    name: 'float',
    kind: float({ label: 'x', value: 0, format: 'float16' }),
    admitted: fc.double().map((x) => round(x, formats.float16)),
    any: fc.double(),
  },
  {
    name: 'bits',
    kind: bits({ label: 'x', value: bitsOfValue(0, 'bfloat16'), format: 'bfloat16' }),
    admitted: patterns.filter(({ format }) => format === 'bfloat16'),
    any: patterns,
  },
  {
    name: 'step whose end another parameter gives',
    kind: step({ label: 's', value: 0, max: ({ n }) => n }),
    admitted: fc.nat(7),
    any: within(-50, 50),
    params: { n: 7 },
  },
  {
    name: 'rows',
    kind: rows({ ...ends, value: three, count: [2, 5], edit: true }),
    admitted: labelled,
    any: fc.array(fc.record({ label: fc.constant('cat'), value: fc.double() }), { maxLength: 1 }),
  },
  {
    name: 'rows with extremes',
    kind: rows({ ...ends, value: three, extremes: true }),
    admitted: fc
      .array(fc.oneof(within(-4, 4), fc.constantFrom(Infinity, -Infinity, NaN, -0)), { minLength: 3, maxLength: 3 })
      .map((values) => rowsOf(['cat', 'dog', 'bird'], values)),
    any: fc.constant(three),
  },
];

describe.each(cases)('$name', ({ kind, admitted, any, params = {} }) => {
  it('reads from an address what it prints there, to the last bit', () => {
    fc.assert(
      fc.property(admitted, (value) => {
        expect(kind.parse(kind.print(value), params)).toEqual(value);
      }),
    );
  });

  it('leaves a value that it admits as it is', () => {
    fc.assert(
      fc.property(admitted, (value) => {
        expect(kind.clamp(value, params)).toEqual(value);
      }),
    );
  });

  it('brings any other to one that it admits, once and for all', () => {
    fc.assert(
      fc.property(any, (value) => {
        const brought = kind.clamp(value, params);
        expect(kind.parse(kind.print(brought), params)).toEqual(brought);
        expect(kind.clamp(brought, params)).toEqual(brought);
      }),
    );
  });

  it("admits the author's value, and both ends of its range once other parameters have bounded them", () => {
    expect(kind.clamp(kind.value, params)).toEqual(kind.value);
    for (const end of [kind.range.min, kind.range.max])
      expect(kind.parse(kind.print(kind.clamp(end, params)), params)).toEqual(kind.clamp(end, params));
  });
});

describe('±Infinity and NaN', () => {
  const typed = ['inf', '-inf', 'nan'] as const;
  const kindNamed = (name: string) => cases.find((one) => one.name === name)!.kind;
  const spelled = (kind: Kind<any>, one: string) => (kind.kind === 'rows' ? `${one},0,0` : one);

  it.each(['number with extremes', 'float', 'bits', 'rows with extremes'])('are values of %s', (name) => {
    const kind = kindNamed(name);
    const numberIn = (value: any): number =>
      kind.kind === 'bits' ? valueOfBits(value) : kind.kind === 'rows' ? value[0].value : value;
    expect(typed.map((one) => numberIn(kind.clamp(kind.parse(spelled(kind, one), {}), {})))).toEqual([
      Infinity,
      -Infinity,
      NaN,
    ]);
  });

  it.each([
    'number',
    'number with limits beyond its slider',
    'number on a log scale',
    'rows',
    'step whose end another parameter gives',
  ])('are refused by %s', (name) => {
    const kind = kindNamed(name);
    for (const one of typed) expect(() => kind.parse(spelled(kind, one), { n: 7 }), one).toThrow(Unreadable);
  });
});

describe('what is refused is told with what was typed and what was expected', () => {
  it.each<[kind: Kind<any>, typed: string, said: string]>([
    [number({ ...ends, value: 0 }), '5', '5 is outside; expected a number from −4 to 4.'],
    [
      number({ ...ends, value: 0, extremes: true }),
      '5',
      '5 is outside; expected a number from −4 to 4, inf, -inf or nan.',
    ],
    [
      choice({ label: 'f', value: 'softmax', options: { sigmoid: '', softmax: '' } }),
      'sofmax',
      'sofmax is not a choice; expected one of softmax, sigmoid.',
    ],
    [flag({ label: 'on', value: true }), 'true', 'true is neither yes nor no.'],
    [textInput({ label: 't', value: '', longest: 3 }), '𝟙𝟙𝟙𝟙', 'That is 4 characters; expected at most 3.'],
    [
      bits({ label: 'x', value: bitsOfValue(0, 'float16'), format: 'float16' }),
      'float16:01',
      'float16:01 is not a row of bits; expected one such as float16:0011110000000000.',
    ],
    [step({ label: 's', value: 0, max: 3 }), '1.5', '1.5 is not a step; expected a whole number from 0.'],
    [step({ label: 's', value: 0, max: 3 }), '-1', '-1 is not a step; expected a whole number from 0.'],
    [rows({ ...ends, value: three }), 'cat:1,2,3', 'cat:1,2,3 names some rows and not others.'],
    [rows({ ...ends, value: three }), 'a:1,a:2,b:3', 'Two rows are called a; expected names that differ.'],
    [rows({ ...ends, value: three }), 'a:1, :2,b:3', 'A row needs a name.'],
    [
      rows({ ...ends, value: three }),
      `${'m'.repeat(25)}:1,a:2,b:3`,
      `${'m'.repeat(24)}… is too long; expected at most 24 characters.`,
    ],
  ])('%o: %s', (kind, typed, said) => {
    expect(() => kind.parse(typed, {})).toThrow(new Unreadable(said));
  });
});

/** A button as what reads it sees it: linkedom gives it no value of its own. */
const pressed = (button: Element): HTMLInputElement =>
  Object.assign(button as HTMLInputElement, { value: button.getAttribute('value')! });

describe('a control', () => {
  /** A kind's control, showing a value; and what an input of it, set to a text, makes of that value. */
  function controlOf<T>(kind: Kind<T>, value: T, params: ParamValues = {}) {
    const { document } = parseHTML('<!doctype html><html><body></body></html>');
    const showing = { document: document as unknown as Document, name: 'x', id: 'w', params, state: {} };
    const control = kind.build(showing);
    kind.show(control, value, showing);
    const input = (name: string, text?: string) => {
      const found = control.querySelector<HTMLInputElement>(`[data-input=${name}]`)!;
      if (text !== undefined) found.value = text;
      return found;
    };
    return { control, input, read: (name: string, text?: string) => kind.read(input(name, text), value, params) };
  }

  it('never rounds a number that it did not produce: what is typed stays, what slides goes by steps', () => {
    const kind = number({ ...ends, value: 0 });
    const { input, read } = controlOf(kind, 0.123456789);
    expect(input('typed').value).toBe('0.123456789');
    expect(read('typed', '1.23456789')).toBe(1.23456789);
    expect(read('slide', '0.30000000000000004')).toBe(0.3);
  });

  it.each([
    ['linear', number({ ...ends, value: 0 })],
    ['logarithmic', number({ label: 'T', value: 1, min: 0.01, max: 100, step: 0.05, scale: 'log' })],
  ])('snaps a drag to a %s step of its slider, within its ends', (_, kind) => {
    const { min, max } = kind.range;
    fc.assert(
      fc.property(within(-1000, 1000), (x) => {
        const near = kind.snap!(x);
        expect(near).toBeGreaterThanOrEqual(min);
        expect(near).toBeLessThanOrEqual(max);
        expect(kind.snap!(near)).toBe(near);
      }),
    );
  });

  it('of bits flips one, and back, and keeps every pattern of NaN', () => {
    const kind = bits({ label: 'x', value: bitsOfValue(0, 'float16'), format: 'float16' });
    const nan = { format: 'float16', row: '0111111000000001' } as const;
    const { control } = controlOf(kind, nan);
    const [, , last] = [...control.querySelectorAll('.digits')];
    const lowest = pressed(last!.lastElementChild!);
    const flipped = kind.read(lowest, nan, {});
    expect(flipped.row).toBe('0111111000000000');
    expect(kind.read(lowest, flipped, {})).toEqual(nan);
  });

  it('of bits keeps the value, rounded once, where the format changes', () => {
    const kind = bits({ label: 'x', value: bitsOfValue(0, 'float64'), format: ({ format }) => format });
    const there = kind.clamp(bitsOfValue(1 / 3, 'float64'), { format: 'float16' });
    expect(there.format).toBe('float16');
    expect(valueOfBits(there)).toBe(round(1 / 3, formats.float16));
  });

  it('of a step goes by one, stops at both ends, and says where it is', () => {
    const kind = step({ label: 's', value: 0, max: ({ n }) => n });
    const at = (value: number) => controlOf(kind, value, { n: 2 });
    const disabled = (value: number) =>
      [...at(value).control.querySelectorAll('button')].map((one) => one.hasAttribute('disabled'));
    expect([0, 1, 2].map(disabled)).toEqual([
      [true, false],
      [false, false],
      [false, true],
    ]);
    expect(at(1).control.querySelector('output')!.textContent).toBe('1 of 2');
    const [back, forward] = at(1).control.querySelectorAll('button');
    expect([
      kind.read(pressed(back!), 1, { n: 2 }),
      kind.read(pressed(forward!), 1, { n: 2 }),
      kind.read(pressed(forward!), 2, { n: 2 }),
    ]).toEqual([0, 2, 2]);
  });
});

describe('the rows of a vector', () => {
  const kind = rows({ ...ends, value: three, count: [2, 4], labels: ['fish'], edit: true });
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const press = (value: typeof three, label: string, input: string, text: string) => {
    const showing = { document: document as unknown as Document, name: 'z', id: 'w', params: {}, state: {} };
    const control = kind.build(showing);
    kind.show(control, value, showing);
    const place =
      label === ''
        ? control
        : [...control.querySelectorAll('[data-row]')].find((row) => row.getAttribute('data-row') === label)!;
    const selector = input === 'edit' ? `button[value=${text}]` : `[data-input=${input}]`;
    const one = place.querySelector<HTMLInputElement>(selector)!;
    one.value = text;
    return kind.read(one, value, {});
  };
  const labels = (value: typeof three) => value.map((row) => row.label).join(' ');

  it('move, go and come, and stop where there are the fewest and the most', () => {
    expect(labels(press(three, 'dog', 'edit', 'up'))).toBe('dog cat bird');
    expect(labels(press(three, 'dog', 'edit', 'down'))).toBe('cat bird dog');
    const two = press(three, 'cat', 'edit', 'remove');
    expect(labels(two)).toBe('dog bird');
    expect(press(two, 'dog', 'edit', 'remove')).toBe(two);
    const four = press(three, '', 'edit', 'add');
    expect(labels(four)).toBe('cat dog bird fish');
    expect(press(four, '', 'edit', 'add')).toBe(four);
  });

  it('come back under the first name that is free', () => {
    expect(labels(press(press(three, 'cat', 'edit', 'remove'), '', 'edit', 'add'))).toBe('dog bird cat');
  });

  it('take a pasted list, one number each, and one number for themselves', () => {
    expect(press(three, 'dog', 'typed', '[1.5, -2, 3]').map((row) => row.value)).toEqual([1.5, -2, 3]);
    expect(press(three, 'dog', 'typed', '1.5').map((row) => row.value)).toEqual([2, 1.5, 0]);
    expect(() => press(three, 'dog', 'typed', '[1]\n2 3 4 1')).toThrow(new Unreadable('5 numbers; expected 2 to 4.'));
  });

  it('take another name, that no other bears', () => {
    expect(labels(press(three, 'dog', 'rename', ' wolf '))).toBe('cat wolf bird');
    expect(() => press(three, 'dog', 'rename', 'cat')).toThrow('Two rows are called cat');
  });
});
