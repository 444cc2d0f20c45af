/** A name that a chapter gets wrong fails the build, with the names that it could have meant. */
import { rm, writeFile } from 'node:fs/promises';
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
      `${name} has no drawing or control nope; ${expectedOneOf('nope', layoutOf(w).flat())}`,
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

describe('the build stops at a chapter with', () => {
  let at: string;
  let remove = async () => {};
  beforeAll(async () => {
    const temporary = await folder();
    ({ at, remove } = temporary);
    await copyOfProject(at);
  }, 120_000);
  afterAll(() => remove());

  const wrong: [what: string, body: string, message: RegExp][] = [
    [
      'an unknown exercise',
      '<Exercise name="nope" />',
      /99-nope\.mdx:9: no such exercise: nope; expected one of [a-z-]+/,
    ],
    [
      'an unknown widget',
      '<Live widget="nope" />',
      /99-nope\.mdx:9: Live nope: no such widget: nope; expected one of [a-z-]+/,
    ],
    [
      'an unknown file of the computation module',
      '<Source file="nope.ts" />',
      /99-nope\.mdx:9: no such file in src\/math: nope\.ts; expected one of [\w-]+\.ts/,
    ],
    [
      'a slot outside of a Live',
      '<Slot of="p" />',
      /99-nope\.mdx:9: p stands outside of a Live; expected <Live widget/,
    ],
    ['a formula that does not parse', '$\\nope$', /99-nope\.mdx:9: KaTeX parse error.*\\nope/s],
    ['a name that nothing imports', '{nope(2)}', /nope is not defined/],
  ];

  it.each(wrong)('%s', { timeout: 120_000 }, async (_, body, message) => {
    const head = '---\ntitle: Nope\nquestion: Why?\ndescription: Nope.\nhue: sigmoid\nminiature: simplex\n---\n\n';
    const figure = '\n<Live widget="simplex">\n\n<Figure />\n\n</Live>\n';
    await writeFile(path.join(at, 'content/chapters/99-nope.mdx'), `${head}${body}\n${figure}`);
    const { code, output } = await build({ cwd: at, outDir: path.join(at, 'dist') });
    expect(code).toBe(1);
    expect(output).toMatch(message);
    expect(output).toMatch(/99-nope|\/nope\//);
  });

  const head = (lines: string) => `---\n${lines.trim().replace(/^ +/gm, '')}\n---\n\nWhy?\n`;

  it('names in the heads of its files that nobody has, each with its place', { timeout: 120_000 }, async () => {
    const write = (file: string, text: string) => writeFile(path.join(at, 'content', file), text);
    await rm(path.join(at, 'content/chapters/99-nope.mdx'), { force: true });
    await write(
      'chapters/98-no-figure.mdx',
      '---\ntitle: Nope\nquestion: Why?\ndescription: Nope.\nhue: sigmoid\nminiature: simplx\n---\n\n<Live widget="simplex" />\n',
    );
    await write(
      'exercises/no-chapter.mdx',
      head('title: A\nkind: predict\nchapter: sofmax\nmisconceptions: [any-dimm]'),
    );
    await write('exercises/no-place.mdx', head('title: B\nkind: predict\nchapter: softmax'));
    await write('misconceptions/no-chapter.mdx', head('name: A\nbecause: B\nchapter: sofmax\nanchor: what\ntruth: E'));
    await write(
      'misconceptions/no-anchor.mdx',
      head('name: C\nbecause: D\nchapter: softmax\nanchor: what-to-rember\ntruth: F'),
    );
    const asked = (question: string, lines: string) =>
      head(`question: ${question}?\nlevel: screen\ntopics: [softmax]\nchapter: softmax\n${lines}\npoints: [a, b, c]`);
    await write('interview/no-exercise.mdx', asked('A', 'exercise: write-sofmax'));
    await write('interview/no-figure.mdx', asked('B', 'widget: /softmax/#shet&shet.z=1'));
    await write('interview/no-parameter.mdx', asked('C', 'widget: /softmax/#sheet&sheet.zz=1'));
    const { code, output } = await build({ cwd: at, outDir: path.join(at, 'dist') });
    expect(code).toBe(1);
    for (const said of [
      'chapters/98-no-figure.mdx:6: no such figure in the chapter no-figure: simplx; expected one of simplex',
      'exercises/no-chapter.mdx:4: no such chapter: sofmax; expected one of softmax, ',
      'exercises/no-chapter.mdx:5: no such misconception: any-dimm; expected one of any-dim, ',
      'exercises/no-place.mdx:4: it is asked nowhere in the chapter softmax; expected <Exercise name="no-place" /> there',
      'misconceptions/no-chapter.mdx:4: no such chapter: sofmax; expected one of softmax, ',
      'misconceptions/no-anchor.mdx:5: no such section or figure in the chapter softmax: what-to-rember; expected one of what-to-remember, ',
      'interview/no-exercise.mdx:6: no such exercise: write-sofmax; expected one of write-softmax, ',
      'interview/no-figure.mdx:6: no such Live in the chapter softmax: shet; expected one of sheet, ',
      'interview/no-parameter.mdx:6: Live sheet: zz: no such parameter; expected one of ',
    ])
      expect(output).toContain(`content/${said}`);
  });
});
