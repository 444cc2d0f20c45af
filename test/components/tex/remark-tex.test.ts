/** Values inside formulas: what is computed, and what is said where it can't be. */
import { describe, expect, it } from 'vitest';
import { remarkTex, splitValues } from '../../../components/tex/remark-tex.ts';
import { filledIn } from '../../../components/tex/values.ts';

/** A chapter whose own code gives `softmax`, `pair` and `half`, with one formula. */
function chapter(formula: string) {
  const identifier = (name: string) => ({ type: 'Identifier', name });
  const body = [
    {
      type: 'ImportDeclaration',
      specifiers: [{ type: 'ImportSpecifier', imported: identifier('softmax'), local: identifier('softmax') }],
    },
    {
      type: 'ExportNamedDeclaration',
      declaration: {
        type: 'VariableDeclaration',
        declarations: [
          { type: 'VariableDeclarator', id: identifier('pair'), init: identifier('undefined') },
          { type: 'FunctionDeclaration', id: identifier('half'), params: [] },
        ],
      },
    },
  ];
  const code = { type: 'mdxjsEsm', data: { estree: { type: 'Program', body } } };
  const math = { type: 'inlineMath', value: formula, position: { start: { line: 12 } } };
  const tree = { type: 'root', children: [code, { type: 'paragraph', children: [math] }] };
  remarkTex()(tree as never, { cwd: '/project', path: '/project/content/chapters/nope.mdx' });
  return math as unknown as { name: string; attributes: { name: string; value: { value: string } | string }[] };
}

it('values inside TeX are split from it, braces and all', () => {
  expect(splitValues('a \\val{f({x: 1}).x} b \\val{c}')).toEqual(['a ', 'f({x: 1}).x', ' b ', 'c', '']);
});

describe('a formula of a chapter', () => {
  it('becomes an element that computes its values, and knows where it stands', () => {
    const { name, attributes } = chapter('p = \\val{softmax([2, 1])[0]}');
    expect(name).toBe('Tex');
    expect(attributes[0]!.value).toMatchObject({ value: '["p = ", () => (softmax([2, 1])[0]), ""]' });
    expect(attributes[1]).toMatchObject({ name: 'at', value: 'content/chapters/nope.mdx:12' });
  });

  it('may use what the chapter imports and declares, what the language has, and its own parameters', () => {
    for (const value of [
      'softmax(pair).map((share) => half(share))',
      '((a, { b, c: [d] }) => a + b + d)(1, { b: 2, c: [3] })',
      'Math.round(pair[0].softmx)',
      'softmax({ softmx: 1 })',
    ])
      expect(() => chapter(`\\val{${value}}`)).not.toThrow();
  });

  it('is refused for a name that the chapter does not have, with the file, the line, the formula and the names there are', () => {
    expect(() => chapter('p = \\val{softmx([2, 1])[0]}')).toThrow(
      'content/chapters/nope.mdx:12: \\val{softmx([2, 1])[0]} in $p = \\val{softmx([2, 1])[0]}$: no such name: softmx; expected one of softmax, pair, half',
    );
    expect(() => chapter('\\val{softmax(z.map((y) => x))}')).toThrow(/no such name: z; /);
    expect(() => chapter('\\val{softmax({ [key]: 1 })}')).toThrow(/no such name: key; /);
  });

  it('is refused where a value is no expression', () => {
    expect(() => chapter('\\val{softmax(}')).toThrow(/nope\.mdx:12: \\val\{softmax\(\} in .*: Unexpected token/);
  });
});

describe('the values of a formula', () => {
  it('are written as TeX, numbers with the course’s decimals', () => {
    expect(filledIn(['p = ', () => 0.123456, ', ', () => 'x', ''])).toBe('p = {0.1235}, {x}');
  });

  it('name the formula where one can’t be computed', () => {
    const fails = () => (undefined as unknown as number[])[0]!;
    expect(() => filledIn(['p = ', fails, ''])).toThrow(/^\\val\{…\} in \$p = \\val\{…\}\$: Cannot read/);
  });
});
