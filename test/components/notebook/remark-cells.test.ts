import { describe, expect, it } from 'vitest';
import { remarkCells } from '../../../components/notebook/remark-cells.ts';

/** Where it stands. */
const file = { cwd: '/project', path: '/project/content/chapters/10-here.mdx' };

/** A chapter with code blocks that are marked so, each on a line of its own; in TypeScript where none says another. */
const chapter = (...marks: string[]) => ({
  type: 'root',
  children: marks.map((mark, i) => {
    const [, lang = 'ts', meta] = /^(?:(py|js) )?(.*)$/.exec(mark)!;
    return { type: 'code', lang, meta, value: String(i), position: { start: { line: i + 1 } } };
  }),
});
const made = async (...marks: string[]) => {
  const tree = chapter(...marks);
  await remarkCells()(tree, file);
  return tree.children as unknown as { name?: string; attributes: { name: string; value: string }[] }[];
};
const attributes = (node: Awaited<ReturnType<typeof made>>[number] | undefined) =>
  Object.fromEntries(node!.attributes.map(({ name, value }) => [name, value]));

it('makes a cell of every code block marked live, under its name, with its output', async () => {
  const [first, plain, second] = await made('live name=one was=7', '', 'live name=two-and-more');
  expect(attributes(first)).toMatchObject({ name: 'one', was: '7', index: '0', code: '0' });
  expect(attributes(second)).toMatchObject({ name: 'two-and-more', index: '1', code: '2' });
  expect(attributes(second)).not.toHaveProperty('was');
  expect(plain!.name).toBeUndefined();
});

it('makes one cell in two languages of two that follow each other under one name, and runs both', async () => {
  const cells = await made('live name=one was=7', 'py live name=one', 'py live name=two', 'live name=three');
  expect(cells.map(attributes)).toMatchObject([
    { name: 'one', language: 'typescript', paired: null, was: '7', index: '0' },
    { name: 'one-python', language: 'python', paired: null, index: '0' },
    { name: 'two-python', language: 'python', index: '1', result: expect.stringContaining('"text":"2"') as string },
    { name: 'three', language: 'typescript', index: '2' },
  ]);
  expect(attributes(cells[2])).not.toHaveProperty('paired');
});

it('marks the parts of an exercise with their language, and whether there are both', async () => {
  const alone = await made('starter', 'solution', 'other');
  expect(alone.map(({ name }) => name)).toEqual(['Starter', 'Solution', 'Other']);
  expect(attributes(alone[0])).toEqual({ code: '0', language: 'typescript', offers: 'exp expm1 log log1p' });
  const both = await made('starter', 'py starter', 'solution', 'py solution', 'py other');
  expect(attributes(both[1])).toEqual({ code: '1', language: 'python', paired: null });
  expect(attributes(both[2])).toEqual({ code: '2', language: 'typescript', paired: null });
  expect(both[4]!.name).toBe('Other');
});

describe('stops, with the place, at', () => {
  it.each([
    ['a cell without a name', ['live'], /^content\/chapters\/10-here\.mdx:1: a cell called ""; expected a name/],
    ['a cell with a number for a name', ['live name=2'], /:1: a cell called "2"; expected a name of small letters/],
    ['two cells of one name', ['live name=a', 'live name=a'], /:2: a second cell with name=a; expected one of its own/],
    ['two cells that were one', ['live name=a was=1', 'live name=b was=1'], /:2: a second cell with was=1/],
    ['a place that is none', ['live name=a was=0'], /:1: the cell a was "0"; expected its place among the cells/],
    ['a cell that is called as its version in Python would be', ['live name=a-python'], /:1: a cell called "a-python"/],
    ['a version that does not follow its cell', ['live name=a', 'live name=b', 'py live name=a'], /:3: a second cell/],
    ['a language that nothing runs', ['js live name=a'], /:1: no such language of a cell: js; expected one of ts, py/],
    ['an exercise with half of its Python', ['starter', 'solution', 'py other'], /:3: .* has no py starter/],
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
