/**
 * Reads the figure that a cell describes: data, marks and scales, each string against what it may be, each number and
 * list within a budget, so that whatever is described can be drawn in a moment and nothing in it can name an address.
 * What is not known is left out, with a sentence that says what there is; over the budget there is no figure. Pure.
 */
import { noSuch } from '../../src/names.ts';

/** The most of everything that a figure may have. */
export const budget = {
  marks: 20,
  /** Points of all marks. */
  points: 5000,
  /** Texts of all marks. */
  texts: 500,
  /** Characters of a text, a label or a name. */
  letters: 80,
  ticks: 50,
  /** Different values along an axis that has a place for each. */
  places: 200,
  /** What is farther from 0, or nearer, is infinitely far away, or 0: no axis could tell. */
  farthest: 1e300,
  nearest: 1e-300,
  /** Milliseconds of drawing, after which no further mark is begun. */
  drawing: 1000,
} as const;

export const markTypes = ['line', 'dot', 'ruleX', 'ruleY', 'barY', 'barX', 'areaY', 'text'] as const;
export type MarkType = (typeof markTypes)[number];

type Value = number | string | null;

/** A mark as it is drawn: one value a point for each channel, and constants. */
export interface DescribedMark {
  type: MarkType;
  points: number;
  /** Channels in the units of an axis, or of another scale. */
  channels: Record<string, Value[]>;
  /** Colors a point, by `fill` or `stroke`: as they are, or places on a scale of colors. */
  colors: Record<string, { values: Value[]; literal: boolean }>;
  constants: Record<string, string | number>;
}

export interface DescribedScale {
  label?: string;
  domain?: (number | string)[];
  type?: string;
  ticks?: number | (number | string)[];
  grid?: boolean;
  reverse?: boolean;
}

export interface DescribedFigure {
  marks: DescribedMark[];
  x: DescribedScale;
  y: DescribedScale;
  height: number;
  /** What was left out, in words for the reader. */
  refused: string[];
}

const colorNames = new Set(
  `aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood
  cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray
  darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen
  darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue
  firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew
  hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan
  lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray
  lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine mediumblue
  mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise mediumvioletred
  midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid
  palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue purple
  rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue
  slategray slategrey snow springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow
  yellowgreen none transparent currentcolor`.split(/\s+/),
);

/** The page's own colors, which follow its theme. */
const tokens = [
  'ink',
  'soft',
  'line',
  'hue',
  'sigmoid',
  'softmax',
  'alarm',
  'class-1',
  'class-2',
  'class-3',
  'class-4',
];

const hex = /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/;
const functions = /^(?:rgba?|hsla?|oklch)\( *(?:[-+]?[\d.]{1,12}(?:%|deg)?(?: *[,/] *| +|(?= *\)))){3,4} *\)$/;
const token = /^var\(--([a-z\d-]+)\)$/;

/** A color as it is written into a drawing; `undefined` for what is none. */
export function colorOf(text: string): string | undefined {
  if (text.length > budget.letters) return undefined;
  const plain = text.trim().toLowerCase();
  const own = token.exec(plain)?.[1];
  const known =
    own === undefined ? colorNames.has(plain) || hex.test(plain) || functions.test(plain) : tokens.includes(own);
  return known ? plain : undefined;
}

const curves = [
  'linear',
  'step',
  'step-after',
  'step-before',
  'basis',
  'cardinal',
  'catmull-rom',
  'monotone-x',
  'monotone-y',
  'natural',
  'bump-x',
  'bump-y',
];
const scaleTypes = ['linear', 'log', 'symlog', 'sqrt', 'pow', 'band', 'point'];

const channels = ['x', 'y', 'x1', 'x2', 'y1', 'y2', 'z', 'text', 'r'];
const colors = ['fill', 'stroke'];
/** Constants that are numbers, and how large they may be. */
const sizes: Record<string, [number, number]> = {
  strokeWidth: [0, 40],
  opacity: [0, 1],
  dx: [-600, 600],
  dy: [-600, 600],
};
/** Constants that are strings, and what they may be. */
const strings: Record<string, (text: string) => string> = {
  strokeDasharray: (text) => {
    if (text.length <= 40 && /^[\d.]+(?:[ ,]+[\d.]+){0,7}$/.test(text)) return text;
    throw new Refused(`strokeDasharray: ${quoted(text)}; expected lengths, such as 4 2`);
  },
  curve: (text) => {
    if (curves.includes(text)) return text;
    throw new Refused(noSuch('curve', quoted(text), curves));
  },
};
const options = [...channels, ...colors, ...Object.keys(sizes), ...Object.keys(strings)];

/** What is left out of a figure, in words. */
class Refused extends Error {}

/** What is refused, as far as one reads it. */
const quoted = (value: unknown): string => {
  const text = typeof value === 'object' && value !== null ? 'an object' : String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
};

const over = (what: string, found: number, most: number): never => {
  throw new RangeError(`${found} ${what}; expected at most ${most}`);
};

const textOf = (text: string): string =>
  text.length > budget.letters ? over('characters in a text', text.length, budget.letters) : text;

/** A number that an axis can show; what is infinitely far away, or not a number, has no place. */
function numberOf(x: number): number | null {
  if (!(Math.abs(x) <= budget.farthest)) return null;
  return Math.abs(x) < budget.nearest ? 0 : x;
}

function valueOf(value: unknown): Value {
  if (typeof value === 'number') return numberOf(value);
  if (typeof value === 'string') return textOf(value);
  return typeof value === 'boolean' ? String(value) : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A property that a record has itself: a stranger's record may be named after anything. */
const own = (record: unknown, name: string): unknown =>
  isRecord(record) && Object.hasOwn(record, name) ? record[name] : undefined;

/** The options of a part, told one by one; a part may have no others. */
function eachOption(
  part: Record<string, unknown>,
  known: string[],
  what: string,
  refused: string[],
  take: (name: string, value: unknown) => void,
): void {
  for (const name of Object.keys(part).slice(0, 50)) {
    if (part[name] === undefined || part[name] === null) continue;
    try {
      if (!known.includes(name)) throw new Refused(noSuch(`option of ${what}`, quoted(name), known));
      take(name, part[name]);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refused.push(error.message);
    }
  }
}

const numberWithin = (name: string, value: unknown, [least, most]: readonly [number, number]): number => {
  if (typeof value === 'number' && value >= least && value <= most) return value;
  throw new Refused(`${name}: ${quoted(value)}; expected a number from ${least} to ${most}`);
};

function readMark(described: unknown, refused: string[]): DescribedMark {
  const type = own(described, 'type') as MarkType;
  if (!markTypes.includes(type)) throw new RangeError(noSuch('mark', quoted(type ?? ''), markTypes));
  const data = own(described, 'data') ?? [];
  if (!Array.isArray(data)) throw new TypeError(`the data of ${type}: ${quoted(data)}; expected a list`);
  if (data.length > budget.points) over('points', data.length, budget.points);
  const mark: DescribedMark = { type, points: data.length, channels: {}, colors: {}, constants: {} };
  const entries = Array.from(data as unknown[]);

  /** One value a point: a field of the records, a list beside them, or always the same. */
  const column = (name: string, asked: unknown): Value[] => {
    if (typeof asked === 'number') return entries.map(() => numberOf(asked));
    if (Array.isArray(asked)) return entries.map((_, i) => valueOf(asked[i]));
    const field = typeof asked === 'string' && asked.length <= budget.letters ? asked : undefined;
    if (field !== undefined && entries.some((entry) => isRecord(entry) && Object.hasOwn(entry, field)))
      return entries.map((entry) => valueOf(own(entry, field)));
    const first = entries.find(isRecord);
    const fields = first ? Object.keys(first).slice(0, 20).map(quoted) : [];
    throw new Refused(`${name}: ${noSuch('field', quoted(asked), fields)}`);
  };

  // Data without records: numbers go along the one axis that the mark is about, pairs along both.
  if (entries.length > 0 && entries.every((entry) => typeof entry === 'number')) {
    const along = type === 'ruleX' || type === 'barX' ? 'x' : 'y';
    mark.channels[along] = entries.map(valueOf);
    if (!type.startsWith('rule')) mark.channels[along === 'x' ? 'y' : 'x'] = entries.map((_, i) => i);
  } else if (entries.length > 0 && entries.every(Array.isArray)) {
    mark.channels['x'] = entries.map((entry) => valueOf((entry as unknown[])[0]));
    mark.channels['y'] = entries.map((entry) => valueOf((entry as unknown[])[1]));
  }
  const { type: _type, data: _data, ...asked } = described as Record<string, unknown>;
  eachOption(asked, options, type, refused, (name, value) => {
    if (name === 'r' && typeof value === 'number') mark.constants[name] = numberWithin(name, value, [0, 100]);
    else if (channels.includes(name)) mark.channels[name] = column(name, value);
    else if (colors.includes(name)) {
      const color = typeof value === 'string' ? colorOf(value) : undefined;
      if (color !== undefined) return void (mark.constants[name] = color);
      let values: Value[];
      try {
        values = column(name, value);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        throw new Refused(
          `${error.message}; or a color: a name, #0b7285, rgb(…), hsl(…), oklch(…) or ${tokens.map((one) => `var(--${one})`).join(', ')}`,
        );
      }
      const literal = values.every((one) => one === null || (typeof one === 'string' && colorOf(one) !== undefined));
      mark.colors[name] = {
        values: literal ? values.map((one) => (one === null ? null : colorOf(one as string)!)) : values,
        literal,
      };
    } else if (Object.hasOwn(sizes, name)) mark.constants[name] = numberWithin(name, value, sizes[name]!);
    else
      mark.constants[name] = strings[name]!(
        typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '',
      );
  });
  return mark;
}

function readScale(described: unknown, axis: string, refused: string[]): DescribedScale {
  const scale: DescribedScale = {};
  if (!isRecord(described)) return scale;
  const listed = (name: string, value: unknown, most: number): (number | string)[] => {
    if (!Array.isArray(value)) throw new Refused(`${name} of ${axis}: ${quoted(value)}; expected a list`);
    if (value.length > most) over(`values in ${name} of ${axis}`, value.length, most);
    const values = Array.from(value as unknown[], valueOf);
    const bad = values.indexOf(null);
    if (bad >= 0) throw new Refused(`${name} of ${axis}: ${quoted(value[bad])}; expected numbers or names`);
    return values as (number | string)[];
  };
  const known = ['label', 'domain', 'type', 'ticks', 'grid', 'reverse'];
  eachOption(described, known, axis, refused, (name, value) => {
    if (name === 'label') scale.label = textOf(typeof value === 'string' ? value : quoted(value));
    else if (name === 'domain') scale.domain = listed(name, value, budget.places);
    else if (name === 'ticks' && typeof value === 'number') {
      if (value > budget.ticks) over(`ticks along ${axis}`, value, budget.ticks);
      scale.ticks = Math.round(numberWithin(`ticks of ${axis}`, value, [0, budget.ticks]));
    } else if (name === 'ticks') scale.ticks = listed(name, value, budget.ticks);
    else if (name === 'type') {
      if (!scaleTypes.includes(value as string))
        throw new Refused(noSuch(`type of ${axis}`, quoted(value), scaleTypes));
      scale.type = value as string;
    } else if (typeof value === 'boolean') scale[name as 'grid' | 'reverse'] = value;
    else throw new Refused(`${name} of ${axis}: ${quoted(value)}; expected true or false`);
  });
  return scale;
}

/** Whether an axis has a place for each of its values, rather than a length. */
const hasPlaces = (axis: 'x' | 'y', scale: DescribedScale, marks: DescribedMark[], values: Value[]): boolean =>
  scale.type === 'band' ||
  scale.type === 'point' ||
  values.some((value) => typeof value === 'string') ||
  marks.some(({ type }) => type === (axis === 'x' ? 'barY' : 'barX'));

/**
 * Reads a described figure.
 * @throws RangeError or TypeError, with a message for the reader, for what is no figure or is over the budget
 */
export function readFigure(figure: unknown): DescribedFigure {
  const described = own(figure, 'marks');
  if (!Array.isArray(described)) throw new TypeError('a figure has no marks; expected { marks: [ … ] }');
  if (described.length > budget.marks) over('marks', described.length, budget.marks);
  const refused: string[] = [];
  const marks = Array.from(described as unknown[], (each) => readMark(each, refused));
  const sum = (of: (mark: DescribedMark) => number) => marks.reduce((all, mark) => all + of(mark), 0);
  const points = sum((mark) => mark.points);
  if (points > budget.points) over('points', points, budget.points);
  const texts = sum((mark) => (mark.type === 'text' ? mark.points : 0));
  if (texts > budget.texts) over('texts', texts, budget.texts);
  const scales = { x: readScale(own(figure, 'x'), 'x', refused), y: readScale(own(figure, 'y'), 'y', refused) };
  for (const axis of ['x', 'y'] as const) {
    const values = [
      ...(scales[axis].domain ?? []),
      ...marks.flatMap((mark) => ['', '1', '2'].flatMap((end) => mark.channels[`${axis}${end}`] ?? [])),
    ];
    const places = new Set(values).size;
    if (places > budget.places && hasPlaces(axis, scales[axis], marks, values))
      over(`different values along ${axis}, each with a place of its own`, places, budget.places);
  }
  const height = own(figure, 'height');
  return {
    marks,
    ...scales,
    height: typeof height === 'number' && height >= 80 && height <= 600 ? height : 260,
    refused,
  };
}
