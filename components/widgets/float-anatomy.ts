import * as Plot from '../draw/plot.ts';
import {
  exact,
  exactDecimal,
  exp,
  formats,
  log,
  next,
  previous,
  raised,
  round,
  text,
  ulp,
  type FormatName,
} from 'logits';
import { beyond, called, formatChoices } from '../draw/float-formats.ts';
import { arrow, dot, handle, label, ruleX } from '../draw/marks.ts';
import type { Tone } from '../widget/contract.ts';
import { breakable } from '../widget/words.ts';
import { bits, bitsOfValue, choice, mention, number, say, valueOfBits, widget } from '../widget/contract.ts';

/** How far the number line reaches to both sides, in units of the spacing. */
const reach = 2.6;

/** A float on the number line, in units of the spacing, seen from the one in the middle. */
interface Rung {
  label: string;
  value: number;
  at: number;
}

/** The number line around a value that is not NaN: Infinity has no place of its own, it is one step past the largest. */
function lineAround(x: number, format: FormatName) {
  const { largest } = formats[format];
  const middle = Number.isFinite(x) ? x : Math.sign(x) * largest;
  const unit = ulp(middle, format);
  const shift = x === middle ? 0 : -Math.sign(x);
  const placeOf = (v: number) => (v - middle) / unit + shift;
  const rungs: Rung[] = [];
  for (const [step, side] of [
    [next, 1],
    [previous, -1],
  ] as const) {
    let v = side === 1 ? middle : step(middle, format);
    while (Number.isFinite(v) && Math.abs(placeOf(v)) < reach) {
      rungs.push({ label: exact(v), value: v, at: placeOf(v) });
      v = step(v, format);
    }
    const end = placeOf(side * largest) + side;
    if (!Number.isFinite(v) && Math.abs(end) < reach)
      rungs.push({ label: `${side < 0 ? '−' : ''}${beyond(format)}`, value: v, at: end });
  }
  return {
    rungs: rungs.toSorted((a, b) => a.at - b.at),
    placeOf: (v: number) => (Number.isFinite(v) ? placeOf(v) : placeOf(largest) + 1),
    valueAt: (at: number) => middle + (at - shift) * unit,
  };
}

/** All digits of a value, or the first of them and how many there are; they may break where the place is narrow. */
function allDigits(x: number): string {
  const digits = exactDecimal(x).replace('-', '−');
  const shown = digits.length <= 60 ? digits : `${digits.slice(0, 48)}… (${digits.length} characters)`;
  return breakable(shown);
}

/** The longest that the parts of a float read, in any format: a change of format moves nothing. */
const longest = {
  sign: '0 is +',
  exponent: '00000000000 is 0, for 1 − 1023 = −1022: × 2⁻¹⁰²²',
  fraction: `${breakable('0'.repeat(52))} is ${2 ** 52 - 1}: 1 + ${2 ** 52 - 1}/2⁵²`,
  exactly: `−${breakable('0'.repeat(60))}`,
  spacing: '2⁻¹⁰⁷⁴ = 4.941 × 10⁻³²⁴',
};

export default widget({
  title: 'Anatomy of a float',
  about: 'Flip the bits of a number in any format, and see its parts, its neighbors, and where e to the z lands.',
  params: {
    format: choice<FormatName>({ label: 'format', value: 'float16', options: formatChoices }),
    x: bits({ label: 'value', value: bitsOfValue(exp(2.4), 'float16'), format: ({ format }) => format }),
    z: number({ label: 'logit z', value: 2.4, min: -20, max: 20, step: 0.001, limits: [-1000, 1000] }),
  },
  values: ({ format, x, z }) => {
    const { bias, exponentBits, smallestNormal } = formats[format];
    const value = valueOfBits(x);
    const size = Math.abs(value);
    const what =
      size === 0
        ? 'zero'
        : size < smallestNormal
          ? 'a subnormal number'
          : size < Infinity
            ? 'a normal number'
            : size === Infinity
              ? 'Infinity'
              : 'not a number';
    return {
      value,
      what,
      field: parseInt(x.row.slice(1, 1 + exponentBits), 2),
      fraction: parseInt(x.row.slice(1 + exponentBits), 2),
      bias,
      spacing: ulp(value, format),
      before: previous(value, format),
      after: next(value, format),
      e: exp(z),
      lands: round(exp(z), format),
      neighbors: Number.isNaN(value) ? [] : lineAround(value, format).rungs,
    };
  },
  names: {
    bias: 'bias of the exponent',
    value: 'value',
    what: 'which is',
    field: 'exponent field',
    fraction: 'fraction field',
    spacing: 'spacing',
    before: 'next one down',
    after: 'next one up',
    e: 'eᶻ',
    lands: 'eᶻ, rounded to the format',
    neighbors: 'The floats nearby',
    label: 'float',
    at: 'distance in spacings',
  },
  write: {
    value: exact,
    before: exact,
    after: exact,
    spacing: text,
    lands: exact,
    e: (e) => text(e, 10),
    z: exact,
    field: exact,
    fraction: exact,
  },
  terms: ['sign', 'exponent'],
  draw: {
    line: {
      title: 'The value on the number line with the floats beside it, and the place of e to the z',
      size: { narrow: [343, 172], wide: [640, 172] },
      still: () => ({
        marginLeft: 4,
        marginRight: 4,
        marginTop: 4,
        marginBottom: 4,
        x: { domain: [-reach, reach], axis: null },
        y: { domain: [-1.7, 1.5], axis: null },
        marks: [Plot.ruleY([0], { stroke: 'var(--soft)' })],
      }),
      moving: (state, { narrow }) => {
        const { value, neighbors, format, e, lands } = state;
        if (Number.isNaN(value)) return [label([0, 0.6], 'NaN has no place on the line', { fill: 'var(--alarm)' })];
        const { placeOf } = lineAround(value, format);
        const middle = neighbors.find(({ at }) => at === 0)!;
        const below = neighbors.findLast(({ at }) => at < 0);
        const above = neighbors.find(({ at }) => at > 0);
        const exactly = placeOf(e);
        const inside = Math.abs(exactly) < reach;
        const at = Math.min(Math.max(exactly, -reach + 0.05), reach - 0.05);
        const to = placeOf(lands);
        const beside = at < 1.2 ? 'start' : 'end';
        const ends = (rung: Rung | undefined, anchor: 'start' | 'end', name: string) =>
          rung === undefined
            ? []
            : [
                label([narrow ? (anchor === 'end' ? -0.2 : 0.2) : rung.at, -1.15], rung.label, {
                  textAnchor: narrow ? anchor : 'middle',
                  fill: Number.isFinite(rung.value) ? 'var(--soft)' : 'var(--alarm)',
                  fontSize: narrow ? 11 : 12,
                  term: name,
                }),
              ];
        return [
          ...neighbors.map(({ at }) => ruleX(at, { y1: -0.2, y2: 0.2, strokeWidth: 1.5 })),
          dot([middle.at, 0], { r: 5.5, fill: 'var(--ink)', term: 'value' }),
          label([middle.at, -0.6], middle.label, { fontWeight: 600, fontSize: 13, term: 'value' }),
          ...ends(below, 'end', 'before'),
          ...ends(above, 'start', 'after'),
          ...(inside && Math.abs(to) < reach
            ? [
                arrow([at, 1], [to, 0.25], {
                  stroke: 'var(--softmax)',
                  insetStart: 6,
                  headLength: 7,
                  term: 'lands',
                }),
              ]
            : []),
          ...handle([at, 1], {
            along: 'x',
            r: 5,
            symbol: inside ? 'circle' : 'triangle',
            rotate: exactly < 0 ? -90 : 90,
            fill: 'var(--softmax)',
            term: 'e',
          }),
          label([at, 1], `eᶻ = ${text(e, 8)}`, {
            dx: beside === 'start' ? 11 : -11,
            textAnchor: beside,
            fill: 'var(--softmax)',
            fontWeight: 600,
            term: 'e',
          }),
        ];
      },
      moves: ['z'],
      drag: (params, { value }, { x: at }) => {
        if (Number.isNaN(value)) return params;
        const e = lineAround(value, params.format).valueAt(Math.min(Math.max(at, -reach), reach));
        if (!(e > 0) || e === Infinity) return params;
        // As few digits as tell the place on the line.
        const unit = ulp(Math.min(e, formats[params.format].largest), params.format);
        for (let digits = 3; ; digits++) {
          const z = Number(log(e).toPrecision(digits));
          if (digits === 17 || Math.abs(exp(z) - e) < unit / 50) return { ...params, z };
        }
      },
    },
    parts: {
      title: 'The parts of the float and what they mean',
      table: ({ x, format, value, field, fraction, bias, spacing }) => {
        const { exponentBits, fractionBits } = formats[format];
        const digits = (from: number, to?: number) => breakable(x.row.slice(from, to));
        const special = !Number.isFinite(value);
        const subnormal = field === 0;
        const power = Math.max(field, 1) - bias;
        const row = (key: keyof typeof longest, text: string, name: string, tone?: Tone) => ({
          key,
          cells: [key, { text, room: longest[key], ...(tone && { tone }) }],
          term: name,
        });
        return {
          head: ['part', 'read as'],
          rows: [
            row('sign', `${x.row[0]} is ${x.row[0] === '0' ? '+' : '−'}`, 'sign'),
            row(
              'exponent',
              `${digits(1, 1 + exponentBits)} is ${
                special
                  ? 'all ones'
                  : subnormal
                    ? `0, for 1 − ${bias} = ${exact(power)}: × 2${raised(power)}`
                    : `${field}, and ${field} − ${bias} = ${exact(power)}: × 2${raised(power)}`
              }`,
              'exponent',
            ),
            row(
              'fraction',
              `${digits(1 + exponentBits)} is ${fraction}: ${
                special
                  ? Number.isNaN(value)
                    ? 'NaN'
                    : 'Infinity'
                  : `${subnormal ? 0 : 1} + ${fraction}/2${raised(fractionBits)}`
              }`,
              'fraction',
            ),
            row('exactly', allDigits(value), 'value', special ? 'alarm' : undefined),
            row('spacing', special ? 'none' : `2${raised(power - fractionBits)} = ${text(spacing)}`, 'spacing'),
          ],
        };
      },
    },
  },
  layout: ['format', 'x', 'line', 'z', 'parts'],
  actions: {
    land: {
      label: 'Go to eᶻ',
      do: ({ format, z }) => ({ format, x: bitsOfValue(exp(z), format), z }),
      when: ({ x, format, z }) => bitsOfValue(exp(z), format).row !== x.row,
    },
    down: {
      label: '← Next one down',
      do: ({ x, ...rest }) => ({ ...rest, x: bitsOfValue(previous(valueOfBits(x), x.format), x.format) }),
      when: ({ value }) => value > -Infinity,
    },
    up: {
      label: 'Next one up →',
      do: ({ x, ...rest }) => ({ ...rest, x: bitsOfValue(next(valueOfBits(x), x.format), x.format) }),
      when: ({ value }) => value < Infinity,
    },
    largest: {
      label: 'Largest',
      do: ({ x, ...rest }) => ({ ...rest, x: bitsOfValue(formats[x.format].largest, x.format) }),
    },
    smallest: {
      label: 'Smallest',
      do: ({ x, ...rest }) => ({ ...rest, x: bitsOfValue(formats[x.format].smallestSubnormal, x.format) }),
    },
  },
  say: ({ format, value, what, before, after, z, e, lands }) => {
    if (Number.isNaN(value)) return say`These bits are ${mention('value', 'NaN', 'alarm')}, in ${called(format)}.`;
    const landing = say`At z = ${mention('z', exact(z))}, e to the z is ${mention('e', text(e, 8), 'softmax')} and ${
      Object.is(lands, value) ? 'lands here' : `lands on ${exact(lands)}`
    }.`;
    if (!Number.isFinite(value))
      return say`${mention('value', exact(value), 'alarm')} stands past ${exact(value > 0 ? before : after)}, the last number of ${called(format)}. ${landing}`;
    return say`${mention('value', exact(value))} is ${what} of ${called(format)}; it stands between ${mention('before', exact(before))} and ${mention('after', exact(after))}. ${landing}`;
  },
});
