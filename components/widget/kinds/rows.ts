import { decodeValue } from '../address.ts';
import { attribute, field, h, keyed, once } from '../../dom/elements.ts';
import { parseList, printNumber, quote, Unreadable } from '../numbers.ts';
import { plural } from '../words.ts';
import { paintCells } from '../table.ts';
import type { Column, Kind } from './kind.ts';
import { buildNumber, isBusy, readNumber, scale, showNumber, type NumberOptions } from './number.ts';

/** One entry of a vector, known by its label: no two rows share one. */
export interface Row {
  label: string;
  value: number;
}

export interface RowsOptions extends Omit<NumberOptions, 'value'> {
  value: Row[];
  /** How many rows there may be; the author's number, unless said. */
  count?: [number, number];
  /** Labels for rows that a reader adds, in order. */
  labels?: string[];
  /** Whether a reader may add, remove, rename and reorder rows. */
  edit?: boolean;
}

const longestLabel = 24;

/** The term of a row: its label as one token. */
export const termOf = (label: string): string => `row:${label.replace(/\s+/g, '_')}`;

/** Rows from labels and values: `rowsOf(['cat', 'dog'], [2, 1])`. */
export const rowsOf = (labels: readonly string[], values: ArrayLike<number>): Row[] =>
  labels.map((label, i) => ({ label, value: values[i]! }));

/** The values of rows, in order. */
export const valuesOf = (rows: readonly Row[]): number[] => rows.map(({ value }) => value);

/** The rows with one value replaced. */
export const withValue = (rows: readonly Row[], label: string, value: number): Row[] =>
  rows.map((row) => (row.label === label ? { label, value } : row));

/** The rows without one. */
export const without = (rows: readonly Row[], label: string): Row[] => rows.filter((row) => row.label !== label);

/** The labels of the rows whose value none exceeds, in order: several where they tie. */
export function winnersOf(rows: readonly Row[]): string[] {
  const max = Math.max(...valuesOf(rows));
  return rows.filter(({ value }) => value === max).map(({ label }) => label);
}

/** The rows with the second largest value made as large as the largest. */
export function tied(rows: readonly Row[]): Row[] {
  const [first, second] = [...rows].sort((a, b) => b.value - a.value);
  return withValue(rows, second!.label, first!.value);
}

/** The rows with one moved by a number of places. */
export function moved(rows: readonly Row[], label: string, by: number): Row[] {
  const from = rows.findIndex((row) => row.label === label);
  const rest = without(rows, label);
  return rest.toSpliced(Math.min(Math.max(from + by, 0), rest.length), 0, rows[from]!);
}

/** What style sheets call a computed column. */
const classOf = ({ only }: Pick<Column<any>, 'only'>): string => (only ? `computed ${only}` : 'computed');

/** The parts of the control, and of each of its rows, that are written. */
const partsOf = once((control) => ({
  body: control.querySelector('tbody')!,
  heads: [...control.querySelectorAll('thead .computed')],
  feet: [...control.querySelectorAll('tfoot .computed')],
  add: control.querySelector('.add'),
}));
const partsOfRow = once((row) => ({
  rename: row.querySelector<HTMLInputElement>('[data-input=rename]'),
  cells: [...row.querySelectorAll('.computed')],
  buttons: [...row.querySelectorAll('.edit button')],
}));

/**
 * A vector with labels: a table with a row an entry, whose sliders and fields are the control and whose further
 * columns the widget computes.
 */
export function rows(options: RowsOptions): Kind<Row[]> {
  const author = options.value;
  const [fewest, most] = options.count ?? [author.length, author.length];
  const s = scale({ ...options, value: author[0]!.value });

  const freeLabel = (taken: readonly Row[]): string => {
    const used = new Set(taken.map(({ label }) => label));
    const offered = [...author.map(({ label }) => label), ...(options.labels ?? [])].find((label) => !used.has(label));
    if (offered !== undefined) return offered;
    for (let i = 1; ; i++) if (!used.has(`class ${i}`)) return `class ${i}`;
  };
  const grown = (from: readonly Row[], count: number, value: number): Row[] => {
    const result = from.slice(0, count);
    while (result.length < count) result.push({ label: freeLabel(result), value });
    return result;
  };
  const admitCount = (count: number) => {
    if (count >= fewest && count <= most) return;
    throw new Unreadable(`${plural(count, 'number')}; expected ${fewest === most ? fewest : `${fewest} to ${most}`}.`);
  };
  const admitLabels = (labels: readonly string[]) => {
    for (const [i, label] of labels.entries()) {
      if (label.trim() === '') throw new Unreadable('A row needs a name.');
      if ([...label].length > longestLabel)
        throw new Unreadable(`${quote(label)} is too long; expected at most ${longestLabel} characters.`);
      const twin = labels.findIndex((other) => termOf(other) === termOf(label));
      if (twin !== i) throw new Unreadable(`Two rows are called ${quote(label)}; expected names that differ.`);
    }
  };
  const authorLabels = (value: readonly Row[]) =>
    value.every((row, i) => row.label === grown(author, value.length, 0)[i]!.label);

  return {
    kind: 'rows',
    label: options.label,
    value: author,
    range: {
      min: grown(author, fewest, 0).map((row) => ({ ...row, value: options.min })),
      max: grown(author, most, 0).map((row) => ({ ...row, value: options.max })),
    },
    parse: (typed) => {
      if (typed.length > 64 * most)
        throw new Unreadable(`${typed.length} characters; expected at most ${plural(most, 'number')}.`);
      const entries = typed.split(',').map((entry) => entry.split(':'));
      admitCount(entries.length);
      const labeled = entries.every((entry) => entry.length === 2);
      if (!labeled && !entries.every((entry) => entry.length === 1))
        throw new Unreadable(`${quote(typed)} names some rows and not others.`);
      const plain = grown(author, entries.length, 0);
      const result = entries.map((entry, i) => ({
        label: labeled ? decodeValue(entry[0]!) : plain[i]!.label,
        value: s.read(entry.at(-1)!),
      }));
      admitLabels(result.map(({ label }) => label));
      return result;
    },
    print: (value) =>
      authorLabels(value)
        ? value.map((row) => printNumber(row.value)).join(',')
        : value.map((row) => `${row.label.replace(/[%,:]/g, encodeURIComponent)}:${printNumber(row.value)}`).join(','),
    clamp: (value) =>
      grown(value, Math.min(Math.max(value.length, fewest), most), 0).map((row) => ({
        ...row,
        value: s.clamp(row.value),
      })),
    snap: undefined,
    build: ({ document, columns }) => {
      const computed = columns?.columns ?? [];
      // A cell without words heads nothing: screen readers would stop at a heading that says nothing.
      const cell = (tag: 'th' | 'td', words: string, name?: string) => {
        const heads = tag === 'th' && words !== '';
        return h(document, heads ? 'th' : 'td', { class: name, ...(heads && { scope: 'col' }) }, words);
      };
      const line = (tag: 'th' | 'td', label: string, value: string, cells: string[]) =>
        h(
          document,
          'tr',
          {},
          cell(tag, label),
          cell(tag, value, 'slide'),
          cell(tag, '', 'typed'),
          ...computed.map((column, i) => cell(tag, cells[i] ?? '', classOf(column))),
          ...(options.edit ? [cell(tag, '', 'edit')] : []),
        );
      const heads = line(
        'th',
        columns?.head.label ?? '',
        columns?.head.value ?? options.label,
        computed.map(({ head }) => head),
      );
      const paired = computed.filter(({ only }) => !only).length > 2;
      const table = h(
        document,
        'table',
        { class: paired ? 'rows paired' : 'rows' },
        h(document, 'thead', {}, heads),
        h(document, 'tbody'),
      );
      if (computed.some((column) => column.foot)) {
        table.append(h(document, 'tfoot', {}, line('td', columns?.head.foot ?? 'sum', '', [])));
      }
      const control = h(document, 'div', { class: 'rows-control' }, table);
      if (options.edit) {
        const add = { type: 'button', class: 'add', value: 'add', 'data-input': 'edit' };
        control.append(h(document, 'button', add, 'Add a row'));
      }
      return control;
    },
    show: (control, value, { document, id, name, state, columns, phase }) => {
      const records: any[] = columns ? state[columns.each] : [];
      const { body, heads, feet, add } = partsOf(control);
      const button = (label: string, action: string, sign: string) =>
        h(
          document,
          'button',
          { type: 'button', value: action, 'data-input': 'edit', 'aria-label': label, title: label },
          sign,
        );
      keyed(
        body,
        value,
        ({ label }) => label,
        ({ label }) => {
          const row = h(document, 'tr', { 'data-row': label, 'data-term': termOf(label) });
          const called = options.edit
            ? h(document, 'input', {
                type: 'text',
                class: 'name',
                value: label,
                'data-input': 'rename',
                'data-typing': true,
                'data-on': 'change',
                'aria-label': `name of ${label}`,
                autocomplete: 'off',
                spellcheck: 'false',
              })
            : label;
          const parts = buildNumber(
            { document },
            {
              // Letters of other alphabets and subscripts count: w₁₁ and w₁₂ are two ids.
              id: `${id}-${name}-${label.replace(/\W/gu, (sign) => `-${sign.codePointAt(0)!.toString(16)}`)}`,
              slider: `${options.label} of ${label}`,
              typed: `${options.label} of ${label}, typed`,
            },
            s,
          );
          row.append(
            h(document, 'th', { scope: 'row' }, called),
            h(document, 'td', { class: 'slide' }, parts[0]!),
            h(document, 'td', { class: 'typed' }, parts[1]!),
            ...(columns?.columns ?? []).map((column) => h(document, 'td', { class: classOf(column) })),
          );
          if (options.edit) {
            row.append(
              h(
                document,
                'td',
                { class: 'edit' },
                button(`move ${label} up`, 'up', '↑'),
                button(`move ${label} down`, 'down', '↓'),
                button(`remove ${label}`, 'remove', '×'),
              ),
            );
          }
          return row;
        },
        (row, { label, value: x }, index) => {
          showNumber(row, x, s, phase);
          const { rename, cells, buttons } = partsOfRow(row);
          if (rename && !isBusy(rename)) field(rename, label);
          paintCells(
            cells,
            (columns?.columns ?? []).map((column) => column.cell(records[index], state, index)),
            phase,
          );
          if (options.edit) {
            const [up, down, remove] = buttons;
            attribute(up!, 'disabled', index === 0 ? '' : undefined);
            attribute(down!, 'disabled', index === value.length - 1 ? '' : undefined);
            attribute(remove!, 'disabled', value.length <= fewest ? '' : undefined);
          }
        },
      );
      // The head of a bar stands where the bar begins.
      if (phase !== 'moves') {
        heads.forEach((head, i) => {
          const first = columns!.columns[i]!.cell(records[0], state, 0);
          head.classList.toggle('of-bar', typeof first === 'object' && first.bar !== undefined);
        });
      }
      if (add) attribute(add, 'disabled', value.length >= most ? '' : undefined);
      if (feet.length > 0)
        paintCells(
          feet,
          columns!.columns.map((column) => column.foot?.(state) ?? ''),
          phase,
        );
    },
    read: (input, value) => {
      const label = input.closest('[data-row]')?.getAttribute('data-row') ?? '';
      switch (input.dataset.input) {
        case 'edit':
          if (input.value === 'add') return value.length < most ? grown(value, value.length + 1, 0) : value;
          if (input.value === 'remove') return value.length > fewest ? without(value, label) : value;
          return moved(value, label, input.value === 'up' ? -1 : 1);
        case 'rename': {
          const called = input.value.trim();
          const renamed = value.map((row) => (row.label === label ? { ...row, label: called } : row));
          admitLabels(renamed.map((row) => row.label));
          return renamed;
        }
        case 'typed': {
          if (!/[\s,;[\](){}]/.test(input.value.trim())) break;
          const list = parseList(input.value, s.read);
          if (list.length === 1) return withValue(value, label, list[0]!);
          admitCount(list.length);
          return grown(value, list.length, 0).map((row, i) => ({ ...row, value: list[i]! }));
        }
      }
      return withValue(value, label, readNumber(input, s));
    },
  };
}
