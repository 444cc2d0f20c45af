/** Tables: as drawings, and as the computed columns beside a vector's rows. */
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { rows, rowsOf, type Cell, type Columns, type Table } from '../../../components/widget/contract.ts';
import { paintTable } from '../../../components/widget/table.ts';

const stage = (): Element =>
  parseHTML('<!doctype html><html><body><div></div></body></html>').document.querySelector('div')!;
const text = (root: Element, selector: string): string[][] =>
  [...root.querySelectorAll(`${selector} tr`)].map((row) => [...row.children].map((cell) => cell.textContent!));

/** The elements in an element, with attributes in no order: it is no part of what is shown. */
const partsOf = (root: Element): unknown[] =>
  [...root.querySelectorAll('*')].map((one) => [
    one.localName,
    Object.fromEntries([...one.attributes].map(({ name, value }) => [name, value])),
    one.children.length > 0 || one.textContent,
  ]);

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom('', 'z', '0.25', '−1'),
  fc.record(
    {
      text: fc.constantFrom('0.5', 'inf'),
      tone: fc.constantFrom('alarm', 'soft', 'sigmoid'),
      term: fc.constantFrom('p', 'z'),
    },
    { requiredKeys: ['text'] },
  ),
);
const table: fc.Arbitrary<Table> = fc.integer({ min: 1, max: 4 }).chain((width) => {
  const cells = fc.array(cell, { minLength: width, maxLength: width });
  return fc.record({
    head: cells,
    rows: fc.uniqueArray(fc.record({ key: fc.constantFrom(...'abcd'), cells }), { selector: ({ key }) => key }),
  });
});

describe('a table as a drawing', () => {
  const numbers: Table = {
    head: ['', 'z', 'p'],
    rows: [
      { key: 'a', term: 'row:a', cells: ['a', '1', { text: '0.73', tone: 'softmax', term: 'p' }] },
      { key: 'b', cells: ['b', '0', '0.27'] },
    ],
  };

  it('has its heads and rows in their order, and says which are heads', () => {
    const root = stage();
    paintTable(root, numbers, 'two shares', undefined);
    expect(root.querySelector('caption')!.textContent).toBe('two shares');
    expect(text(root, 'thead')).toEqual([['', 'z', 'p']]);
    expect(text(root, 'tbody')).toEqual([
      ['a', '1', '0.73'],
      ['b', '0', '0.27'],
    ]);
    // A head without words heads nothing: a screen reader would stop at it.
    expect([...root.querySelectorAll('thead tr > *')].map((head) => head.localName)).toEqual(['td', 'th', 'th']);
    expect([...root.querySelectorAll('tbody th')].map((head) => head.getAttribute('scope'))).toEqual(['row', 'row']);
  });

  it('carries tone and term to the cell, and a row its own term', () => {
    const root = stage();
    paintTable(root, numbers, '', undefined);
    const share = root.querySelector('tbody tr')!.lastElementChild!;
    expect([share.getAttribute('data-tone'), share.getAttribute('data-term')]).toEqual(['softmax', 'p']);
    expect([...root.querySelectorAll('tbody tr')].map((row) => row.getAttribute('data-term'))).toEqual(['row:a', null]);
  });

  it('keeps the element of a row that moves: what has the focus keeps it', () => {
    const root = stage();
    paintTable(root, numbers, '', undefined);
    const [a, b] = root.querySelectorAll('tbody tr');
    paintTable(root, { ...numbers, rows: numbers.rows.toReversed() }, '', undefined);
    expect([...root.querySelectorAll('tbody tr')]).toEqual([b, a]);
  });

  it('has no history: painted after any other it is as painted at first', () => {
    fc.assert(
      fc.property(fc.array(table, { minLength: 1, maxLength: 3 }), table, (ways, last) => {
        const [wandering, fresh] = [stage(), stage()];
        for (const way of ways) paintTable(wandering, way, 'numbers', undefined);
        paintTable(wandering, last, 'numbers', undefined);
        paintTable(fresh, last, 'numbers', undefined);
        expect(partsOf(wandering)).toEqual(partsOf(fresh));
      }),
    );
  });
});

describe('computed columns', () => {
  interface State {
    z: ReturnType<typeof rowsOf>;
    shares: { p: number }[];
  }
  const columns: Columns<State> = {
    each: 'shares',
    head: { label: 'class', value: 'logit', foot: 'all' },
    columns: [
      { head: 'share', cell: ({ p }) => ({ bar: p, mark: 0.5 }) },
      {
        head: 'p',
        cell: ({ p }, { shares }, i) => `${i}: ${p} of ${shares.length}`,
        foot: ({ shares }) => String(shares.reduce((sum, { p }) => sum + p, 0)),
      },
      { head: 'z²', only: 'wide', cell: () => 'far' },
    ],
  };
  const kind = rows({ label: 'z', min: -4, max: 4, step: 0.1, value: rowsOf(['cat', 'dog'], [1, 0]) });
  const shown = (z: ReturnType<typeof rowsOf>, p: number[], root?: HTMLElement) => {
    const { document } = parseHTML('<!doctype html><html><body></body></html>');
    const showing = {
      document: (root?.ownerDocument ?? document) as unknown as Document,
      name: 'z',
      id: 'w',
      params: { z },
      state: { z, shares: p.map((one) => ({ p: one })) },
      columns,
    };
    const control = root ?? kind.build(showing);
    kind.show(control, z, showing);
    return control;
  };
  const computed = (control: Element) =>
    [...control.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('.computed')].map((one) => one.textContent),
    );

  it('stand beside the rows, each with the record of its row, under heads in the order that they are declared in', () => {
    const control = shown(rowsOf(['cat', 'dog'], [1, 0]), [0.75, 0.25]);
    expect(text(control, 'thead')).toEqual([['class', 'logit', '', 'share', 'p', 'z²']]);
    expect(computed(control)).toEqual([
      ['', '0: 0.75 of 2', 'far'],
      ['', '1: 0.25 of 2', 'far'],
    ]);
    expect(text(control, 'tfoot')).toEqual([['all', '', '', '', '1', '']]);
  });

  it('show a bar as a share of its cell with a tick, hidden from who hears the number beside it', () => {
    const bars = shown(rowsOf(['cat', 'dog'], [1, 0]), [0.75, 0.25]).querySelectorAll('.bar');
    expect([...bars].map((bar) => [bar.getAttribute('style'), bar.getAttribute('aria-hidden')])).toEqual([
      ['--share:0.7500;--mark:0.5000', 'true'],
      ['--share:0.2500;--mark:0.5000', 'true'],
    ]);
  });

  it('leave where it is narrow what is only for wide tables, heads and cells alike', () => {
    const control = shown(rowsOf(['cat', 'dog'], [1, 0]), [0.75, 0.25]);
    expect([...control.querySelectorAll('.wide')].map((one) => one.textContent)).toEqual(['z²', 'far', 'far', '']);
  });

  it('go with their rows where those change places', () => {
    const control = shown(rowsOf(['cat', 'dog'], [1, 0]), [0.75, 0.25]);
    shown(rowsOf(['dog', 'cat'], [0, 1]), [0.25, 0.75], control);
    expect([...control.querySelectorAll('[data-row]')].map((row) => row.getAttribute('data-row'))).toEqual([
      'dog',
      'cat',
    ]);
    expect(computed(control).map(([, p]) => p)).toEqual(['0: 0.25 of 2', '1: 0.75 of 2']);
  });
});
