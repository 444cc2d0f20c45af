import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calledIn, copyAs, dataOf } from '../../../components/widget/export.ts';
import { widgets } from '../../../components/render/prerender.ts';
import { formats } from '../../../src/math/index.ts';
import { authorOf } from '../../../components/widget/state.ts';
import { isTouched } from '../../touched.ts';
import { paramsOf } from './arbitrary.ts';

/** What a piece of TypeScript declares; what is declared in Python, spelled as TypeScript, likewise. */
const declaredBy = (code: string): Record<string, unknown> => {
  const names = [...code.matchAll(/^const (\S+) =/gm)].map(([, name]) => name!);
  return new Function(`'use strict'; ${code}; return { ${names.join(', ')} };`)() as Record<string, unknown>;
};
const fromPython = (code: string) =>
  code
    .replace(/^(\w+) = (.*)$/gm, 'const $1 = $2;')
    .replace(/float\("(-?)(inf|nan)"\)|"(?:[^"\\]|\\.)*"|\b(?:True|False)\b/g, (found, sign = '', word) =>
      word
        ? sign + { inf: 'Infinity', nan: 'NaN' }[word as 'inf' | 'nan']
        : found[0] === '"'
          ? found
          : found.toLowerCase(),
    );

describe.each([...widgets].filter(([name]) => isTouched(name)))('the numbers of %s', (_, w) => {
  it('have names for a reader, each a different one, and none is one of the code', () => {
    const { scalars, lists } = dataOf(w, authorOf(w));
    const tables = [
      scalars.map(({ name }) => name),
      lists.map(({ name }) => name),
      ...lists.map(({ columns }) => columns),
    ];
    for (const names of tables) {
      const called = names.map((name) => calledIn(w, name));
      expect(names.filter((name) => !(name in w.params) && w.names?.[name] === undefined)).toEqual([]);
      expect(called.filter((name) => /^(?=\w{2})\w*([a-z][A-Z]|\d$)/.test(name) && !(name in formats))).toEqual([]);
      expect(called).toEqual([...new Set(called)]);
    }
  });

  it('read back bit for bit from what is copied as TypeScript and as Python', () => {
    fc.assert(
      fc.property(paramsOf(w), (params) => {
        const data = dataOf(w, params);
        const expected = Object.fromEntries([
          ...data.scalars.map(({ name, value }) => [name, value]),
          ...data.lists.map(({ name, columns, rows }) => [
            name,
            Object.fromEntries(columns.map((column, i) => [column, rows.map((row) => row[i])])),
          ]),
        ]);
        expect(declaredBy(copyAs('typescript', data))).toEqual(expected);
        expect(declaredBy(fromPython(copyAs('python', data)))).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it('have one line for each number and each record when copied as CSV', () => {
    fc.assert(
      fc.property(paramsOf(w), (params) => {
        const { scalars, lists } = dataOf(w, params);
        const lines = copyAs('csv', { scalars, lists })
          .replace(/"[^"]*"/g, 'quoted')
          .split('\n');
        expect(lines.filter(Boolean)).toHaveLength(
          1 + scalars.length + lists.reduce((n, { rows }) => n + 1 + rows.length, 0),
        );
        expect(scalars.length + lists.length).toBeGreaterThan(0);
      }),
      { numRuns: 10 },
    );
  });
});
