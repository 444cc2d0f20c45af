/** The numbers of a widget as data: the table for whoever can't see the drawing, and copies for other programs. Pure. */
import type { AnyWidget, Params } from './contract.ts';
import { stateOf, slotText } from './state.ts';

/** One number or word, by its name in the widget and as the reader knows it. */
export interface Scalar {
  name: string;
  label: string;
  value: number | string | boolean;
}

/** Records that belong together, one a row. */
export interface List {
  name: string;
  columns: string[];
  rows: (number | string)[][];
}

export interface Data {
  scalars: Scalar[];
  lists: List[];
}

const isPlain = (value: unknown): value is number | string | boolean =>
  ['number', 'string', 'boolean'].includes(typeof value);

/** What a reader calls a parameter, a value or a column. */
export const calledIn = (w: AnyWidget, name: string): string =>
  w.names?.[name] ?? (w.params as Params)[name]?.label ?? name;

/** All that a widget's parameters say and all that is computed from them. */
export function dataOf(w: AnyWidget, params: Record<string, any>): Data {
  const scalars: Scalar[] = [];
  const lists: List[] = [];
  for (const [name, value] of Object.entries(stateOf(w, params))) {
    if (isPlain(value)) scalars.push({ name, label: calledIn(w, name), value });
    if (!Array.isArray(value) || name in w.params) continue;
    const records = value.filter((record) => typeof record?.label === 'string');
    if (records.length === 0) continue;
    const columns = Object.keys(records[0]).filter((column) => isPlain(records[0][column]));
    lists.push({ name, columns, rows: records.map((record) => columns.map((column) => record[column])) });
  }
  return { scalars, lists };
}

/** How a reader sees one entry. */
export const shown = (w: AnyWidget, name: string, value: number | string | boolean): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : slotText(w, name, value);

type Language = 'python' | 'typescript' | 'csv';

const numeral: Record<Language, (x: number) => string> = {
  python: (x) => (Number.isFinite(x) ? digits(x) : `float("${Number.isNaN(x) ? 'nan' : x > 0 ? 'inf' : '-inf'}")`),
  typescript: (x) => (Number.isFinite(x) ? digits(x) : Number.isNaN(x) ? 'NaN' : x > 0 ? 'Infinity' : '-Infinity'),
  csv: (x) => (Number.isFinite(x) ? digits(x) : Number.isNaN(x) ? 'nan' : x > 0 ? 'inf' : '-inf'),
};

/** The shortest digits that read back as the same float64. */
const digits = (x: number): string => (Object.is(x, -0) ? '-0.0' : String(x));

const literal = (language: Language, value: number | string | boolean): string => {
  if (typeof value === 'number') return numeral[language](value);
  if (typeof value === 'boolean') return language === 'python' ? (value ? 'True' : 'False') : String(value);
  return language === 'csv' && !/[",\n]/.test(value)
    ? value
    : language === 'csv'
      ? `"${value.replaceAll('"', '""')}"`
      : JSON.stringify(value);
};

/** The numbers as a piece of Python, TypeScript or CSV, every float with all its digits. */
export function copyAs(language: Language, data: Data): string {
  const one = (value: number | string | boolean) => literal(language, value);
  if (language === 'csv') {
    const scalars = data.scalars.map(({ name, value }) => `${name},${one(value)}`);
    const lists = data.lists.map(({ columns, rows }) =>
      [columns, ...rows].map((row) => row.map(one).join(',')).join('\n'),
    );
    return `${[['name,value', ...scalars].join('\n'), ...lists].join('\n\n')}\n`;
  }
  const assign = (name: string, value: string) =>
    language === 'python' ? `${name} = ${value}` : `const ${name} = ${value};`;
  const lines = data.scalars.map(({ name, value }) => assign(name, one(value)));
  for (const { name, columns, rows } of data.lists) {
    const vectors = columns.map(
      (column, i) =>
        `${language === 'python' ? `"${column}"` : column}: [${rows.map((row) => one(row[i]!)).join(', ')}]`,
    );
    lines.push(assign(name, `{ ${vectors.join(', ')} }`));
  }
  return `${lines.join('\n')}\n`;
}
