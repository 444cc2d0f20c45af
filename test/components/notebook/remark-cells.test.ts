import { describe, expect, it } from 'vitest';
import { remarkCells } from '../../../components/notebook/remark-cells.ts';

/** Where it stands. */
const file = { cwd: '/project', path: '/project/content/chapters/10-here.mdx' };

/** A chapter with code blocks that are marked so, each on a line of its own. */
const chapter = (...marks: string[]) => ({
  type: 'root',
  children: marks.map((meta, i) => ({ type: 'code', meta, value: String(i), position: { start: { line: i + 1 } } })),
});
const made = async (...marks: string[]) => {
  const tree = chapter(...marks);
  await remarkCells()(tree, file);
  return tree.children as unknown as { name?: string; attributes: { name: string; value: string }[] }[];
};

it('makes a cell of every code block marked live, under its name, with its output', async () => {
  const [first, plain, second] = await made('live name=one was=7', '', 'live name=two-and-more');
  const attributes = (node: typeof first) =>
    Object.fromEntries(node!.attributes.map(({ name, value }) => [name, value]));
  expect(attributes(first)).toMatchObject({ name: 'one', was: '7', index: '0', code: '0' });
  expect(attributes(second)).toMatchObject({ name: 'two-and-more', index: '1', code: '2' });
  expect(attributes(second)).not.toHaveProperty('was');
  expect(plain!.name).toBeUndefined();
});

describe('stops, with the place, at', () => {
  it.each([
    ['a cell without a name', ['live'], /^content\/chapters\/10-here\.mdx:1: a cell called ""; expected a name/],
    ['a cell with a number for a name', ['live name=2'], /:1: a cell called "2"; expected a name of small letters/],
    ['two cells of one name', ['live name=a', 'live name=a'], /:2: a second cell with name=a; expected one of its own/],
    ['two cells that were one', ['live name=a was=1', 'live name=b was=1'], /:2: a second cell with was=1/],
    ['a place that is none', ['live name=a was=0'], /:1: the cell a was "0"; expected its place among the cells/],
    ['a mark that nobody reads', ['', 'startr'], /:2: no such mark of a code block: startr; expected one of starter, /],
    ['a misspelt mark of a cell', ['live nme=a'], /:1: no such mark of a code block: nme; expected one of name, /],
  ])('%s', async (_, marks, message) => {
    await expect(made(...marks)).rejects.toThrow(message);
  });

  it('a cell that fails', async () => {
    const tree = chapter('live name=a');
    tree.children[0]!.value = 'const x = 1\nnope()';
    await expect(remarkCells()(tree, file)).rejects.toThrow(
      /^content\/chapters\/10-here\.mdx:1: the cell a fails in line 2: ReferenceError: nope is not defined/,
    );
  });
});
