/** A name that the content gets wrong fails the build, with its place and the names that it could have meant. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prerender, widgets } from '../../components/render/prerender.ts';
import { layoutOf, namesOf, startOf, stateOf } from '../../components/widget/state.ts';
import { renderTex } from '../../components/tex/katex.ts';
import { expectedOneOf, noSuch } from '../../src/names.ts';
import { build, copyOfProject, folder } from './build.ts';

const [name, w] = [...widgets].find(
  ([, widget]) => namesOf(widget, stateOf(widget, startOf(widget))).lists.length > 0,
)!;
const { slots, lists, terms } = namesOf(w, stateOf(w, startOf(w)));

describe('the message lists the known ones for an unknown', () => {
  const rendering =
    (html: string, given = '') =>
    () =>
      prerender(name, 'here', given, html);

  it('widget', () => {
    expect(() => prerender('nope', 'here', '', '')).toThrow(noSuch('widget', 'nope', widgets.keys()));
  });

  it('slot, in prose and in a formula', () => {
    const message = `${name} has no slot nope; ${expectedOneOf('nope', slots)}`;
    expect(rendering('<p><span data-slot="nope"></span></p>')).toThrow(message);
    expect(rendering(renderTex('x = \\slot{(nope)}', false))).toThrow(message);
  });

  it('slot, at the line of its own where that is known', () => {
    expect(rendering('<p><span data-at="a.mdx:7" data-slot="nope"></span></p>')).toThrow(/^a\.mdx:7: Live here: /);
    expect(rendering('<p><span data-slot="nope"></span></p>')).toThrow(/^a page: Live here: /);
  });

  it('list', () => {
    expect(rendering(renderTex('\\each{nope}{+}{x}', false))).toThrow(
      `${name} has no list nope; ${expectedOneOf('nope', lists)}`,
    );
  });

  it('term', () => {
    expect(rendering(renderTex('\\term{nope}{x}', false))).toThrow(
      `${name} has no term nope; ${expectedOneOf('nope', terms)}`,
    );
  });

  it('part of a figure', () => {
    expect(rendering('<figure data-figure data-shows="nope"></figure>')).toThrow(
      `${name} has no drawing, control or action nope; ${expectedOneOf('nope', [...layoutOf(w).flat(), ...Object.keys(w.actions ?? {})])}`,
    );
  });

  it('parameter', () => {
    expect(rendering('', 'nope=1')).toThrow(expectedOneOf('nope', Object.keys(w.params)));
  });

  it('value of a parameter', () => {
    const [param] = Object.keys(w.params);
    expect(rendering('', `${param}=%E0%A4%A`)).toThrow(`${param}: its escapes are broken.`);
  });
});

describe('the build stops', () => {
  let at: string;
  let remove = async () => {};
  /** Writes the files of a small course, and builds it. */
  const buildOf = async (files: Record<string, string>) => {
    await rm(path.join(at, 'content'), { recursive: true, force: true });
    for (const [file, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(at, 'content', file)), { recursive: true });
      await writeFile(path.join(at, 'content', file), text);
    }
    return build({ cwd: at, outDir: path.join(at, 'dist') });
  };
  beforeAll(async () => {
    const temporary = await folder();
    ({ at, remove } = temporary);
    await copyOfProject(at);
    // The pages of a course of one chapter.
    for (const page of await readdir(path.join(at, 'src/pages')))
      if (!/^(404|\[chapter\])\.astro$/.test(page)) await rm(path.join(at, 'src/pages', page), { recursive: true });
  }, 120_000);
  afterAll(() => remove());

  const file = (head: string, body = 'Why?') => `---\n${head.trim().replace(/^ +/gm, '')}\n---\n\n${body}\n`;
  const chapter = (title: string, body: string) =>
    file(
      `title: ${title}\nquestion: Why?\ndescription: Yes.\nhue: softmax\nminiature: softmax-sheet`,
      `${body}\n\n<Live widget="softmax-sheet" id="little"><Figure /></Live>`,
    );
  const asked = (question: string, lines: string) =>
    file(`question: ${question}?\nlevel: screen\ntopics: [softmax]\nchapter: softmax\n${lines}\npoints: [a, b, c]`);
  const course = {
    'chapters/10-softmax.mdx': chapter(
      'Softmax',
      '<Live widget="softmax-sheet" id="sheet"><Figure /></Live>\n\n## What to remember\n\n<Exercise name="write-softmax" />',
    ),
    'exercises/write-softmax.mdx': file('title: A\nkind: predict\nchapter: softmax\nmisconceptions: [any-dim]'),
    'misconceptions/any-dim.mdx': file('name: A\nbecause: B\nchapter: softmax\nanchor: what-to-remember\ntruth: C'),
  };

  /** Files with a name each that nobody has; the line that it stands in, and what is said of it there. */
  const wrong: [name: string, text: string, line: number, said: string][] = [
    [
      'chapters/91-exercise',
      chapter('A', '<Exercise name="write-sofmax" />'),
      9,
      'no such exercise: write-sofmax; expected one of write-softmax, ',
    ],
    [
      'chapters/92-widget',
      chapter('B', 'A text\n\n<Live widget="lader" />'),
      11,
      'no such widget: lader; expected one of ladder, ',
    ],
    [
      'chapters/93-source',
      chapter('C', '<Source file="nave.ts" />'),
      9,
      'no such file in src/math: nave.ts; expected one of naive.ts, ',
    ],
    ['chapters/94-slot', chapter('D', 'So <Slot of="p" />'), 9, 'p stands outside of a Live; expected <Live widget'],
    [
      'chapters/95-chapter',
      chapter('E', '<Chapter name="sofmax" />'),
      9,
      'no such chapter: sofmax; expected one of softmax, ',
    ],
    [
      'chapters/96-element',
      chapter('F', '<Exercis name="write-softmax" />'),
      9,
      'no such element: Exercis; expected one of Exercise, ',
    ],
    [
      'chapters/97-figure',
      file(
        'title: G\nquestion: Why?\ndescription: Yes.\nhue: softmax\nminiature: simplx',
        '<Live widget="simplex"><Figure /></Live>',
      ),
      6,
      'no such figure in the chapter figure: simplx; expected one of simplex',
    ],
    [
      'atoms/no-element',
      file('title: A\ntopic: softmax', '<Atm id="a" asks="Why?">So.</Atm>'),
      6,
      'no such element: Atm; expected one of Atom',
    ],
    [
      'exercises/no-chapter',
      file('title: A\nkind: predict\nchapter: sofmax'),
      4,
      'no such chapter: sofmax; expected one of softmax, ',
    ],
    [
      'exercises/no-idea',
      file('title: A\nkind: predict\nchapter: in-use\nmisconceptions: [any-dimm]'),
      5,
      'no such misconception: any-dimm; expected one of any-dim, ',
    ],
    [
      'exercises/no-option',
      file('title: A\nkind: choose\nchapter: in-use', '<Option says="A" misconception="any-dimm">So.</Option>'),
      7,
      'no such misconception: any-dimm; expected one of any-dim, ',
    ],
    [
      'exercises/no-place',
      file('title: B\nkind: predict\nchapter: softmax'),
      4,
      'it is asked nowhere in the chapter softmax; expected <Exercise name="no-place" /> there',
    ],
    [
      'misconceptions/no-chapter',
      file('name: A\nbecause: B\nchapter: sofmax\nanchor: what\ntruth: E'),
      4,
      'no such chapter: sofmax; expected one of softmax, ',
    ],
    [
      'misconceptions/no-anchor',
      file('name: C\nbecause: D\nchapter: softmax\nanchor: what-to-rember\ntruth: F'),
      5,
      'no such section or figure in the chapter softmax: what-to-rember; expected one of what-to-remember, ',
    ],
    [
      'interview/no-exercise',
      asked('A', 'exercise: write-sofmax'),
      6,
      'no such exercise: write-sofmax; expected one of write-softmax, ',
    ],
    [
      'interview/no-figure',
      asked('B', 'widget: /softmax/#shet&shet.z=1'),
      6,
      'no such Live in the chapter softmax: shet; expected one of sheet',
    ],
    [
      'interview/no-parameter',
      asked('C', 'widget: /softmax/#sheet&sheet.zz=1'),
      6,
      'Live sheet: zz: no such parameter; expected one of ',
    ],
  ];

  it(
    'at every name in the content that nobody has, and tells all of them at once, each with its place',
    {
      timeout: 120_000,
    },
    async () => {
      const { code, output } = await buildOf({
        ...course,
        ...Object.fromEntries(wrong.map(([name, text]) => [`${name}.mdx`, text])),
      });
      expect(code).toBe(1);
      for (const [name, , line, said] of wrong) expect(output).toContain(`content/${name}.mdx:${line}: ${said}`);
    },
  );

  it(
    'at a formula that does not parse, and at a slot that its widget does not have, each in its own line',
    {
      timeout: 120_000,
    },
    async () => {
      const formula = await buildOf({ ...course, 'chapters/99-nope.mdx': chapter('Nope', 'Thus\n\n$\\nope$') });
      expect(formula.code).toBe(1);
      expect(formula.output).toMatch(/99-nope\.mdx:11: KaTeX parse error.*\\nope/s);
      const slot = await buildOf({
        ...course,
        'chapters/99-nope.mdx': chapter('Nope', '<Live widget="softmax-sheet">\n\nSo <Slot of="nope" />\n\n</Live>'),
      });
      expect(slot.code).toBe(1);
      expect(slot.output).toMatch(
        /99-nope\.mdx:11: Live softmax-sheet: softmax-sheet has no slot nope; expected one of /,
      );
    },
  );
});
