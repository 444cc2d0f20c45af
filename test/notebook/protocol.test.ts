/** Replies of the sandbox: the page takes what is due and of the right shape, and nothing else. */
import { describe, expect, it } from 'vitest';
import { answersTo, type CellResult } from '../../src/notebook/protocol.ts';

const result: CellResult = { logs: [], unkept: 0, value: { kind: 'nothing' } };
const failed: CellResult = { ...result, failure: { name: 'Error', message: 'no', cell: 0, line: 1 } };
const run = () => answersTo({ id: 7, run: ['a', 'b'] });
const call = () => answersTo({ id: 7, call: 'f', args: [] });

describe('replies to a run', () => {
  it('are taken in the order of the cells, up to the end', () => {
    const take = run();
    for (const reply of [
      { id: 7, cell: 0, result },
      { id: 7, cell: 1, result },
      { id: 7, done: true },
    ])
      expect(take(reply)).toBe(reply);
    expect(take({ id: 7, done: true })).toBeUndefined();
  });

  it('end with a cell that failed', () => {
    const take = run();
    expect(take({ id: 7, cell: 0, result: failed })).toBeDefined();
    expect(take({ id: 7, done: true })).toBeDefined();
    const other = run();
    other({ id: 7, cell: 0, result: failed });
    expect(other({ id: 7, cell: 1, result })).toBeUndefined();
  });

  it.each([
    ['of another request', { id: 8, cell: 0, result }],
    ['of a cell that is not due', { id: 7, cell: 1, result }],
    ['of a cell that there is not', { id: 7, cell: -1, result }],
    ['of a cell without a number', { id: 7, cell: 'x', result }],
    ['that end it too early', { id: 7, done: true }],
    ['to a call', { id: 7, returned: { data: 1, shown: { kind: 'nothing' } } }],
    ['without a result', { id: 7, cell: 0, result: null }],
    ['with logs that are none', { id: 7, cell: 0, result: { ...result, logs: 7 } }],
    ['with a hole in their logs', { id: 7, cell: 0, result: { ...result, logs: new Array(3) } }],
    ['with more logs than there can be', { id: 7, cell: 0, result: { ...result, logs: new Array(101).fill([]) } }],
    ['with a value of no kind', { id: 7, cell: 0, result: { ...result, value: { kind: 'markup', text: '<b>' } } }],
    [
      'with a vector of texts',
      { id: 7, cell: 0, result: { ...result, value: { kind: 'vector', values: ['x'], left: 0 } } },
    ],
    [
      'with a text without end',
      { id: 7, cell: 0, result: { ...result, value: { kind: 'text', text: 'x'.repeat(1e5) } } },
    ],
    [
      'with a figure that is no data',
      { id: 7, cell: 0, result: { ...result, value: { kind: 'figure', figure: new Map() } } },
    ],
    ['with a failure of no words', { id: 7, cell: 0, result: { ...result, failure: { name: {}, message: [] } } }],
    [
      'with a line that is none',
      { id: 7, cell: 0, result: { ...result, failure: { name: '', message: '', line: '<b>' } } },
    ],
    ['that are nothing', undefined],
    ['that are a text', 'done'],
    ['that are a list', [7]],
  ])('%s are not', (_, reply) => {
    expect(run()(reply)).toBeUndefined();
  });
});

describe('a reply to a call', () => {
  it.each([
    { data: [1, [2, 'x', null, true]], shown: { kind: 'text', text: '' } },
    { data: new Array(1e6).fill(0), shown: { kind: 'nothing' } },
    { failure: { name: 'Error', message: 'no' } },
  ])('is taken once', (returned) => {
    const take = call();
    expect(take({ id: 7, returned })).toBeDefined();
    expect(take({ id: 7, returned })).toBeUndefined();
  });

  const endless: unknown[] = [];
  endless.push(endless);
  it.each([
    ['without data', { shown: { kind: 'nothing' } }],
    ['without words', { data: 1 }],
    ['of null', null],
    ['that is no data', { data: new Date(), shown: { kind: 'nothing' } }],
    ['that goes round in circles', { data: endless, shown: { kind: 'nothing' } }],
    ['that is too large', { data: new Array(1e6 + 1).fill(0), shown: { kind: 'nothing' } }],
    ['of very long texts', { data: ['x'.repeat(1e6)], shown: { kind: 'nothing' } }],
  ])('%s is not', (_, returned) => {
    expect(call()({ id: 7, returned })).toBeUndefined();
  });
});
