/** A name that a chapter gets wrong fails the build, with the names that it could have meant. */
import { writeFile } from 'node:fs/promises';
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
      /99-nope\.mdx:8: no such exercise: nope; expected one of [a-z-]+/,
    ],
    [
      'an unknown widget',
      '<Live widget="nope" />',
      /99-nope\.mdx:8: Live nope: no such widget: nope; expected one of [a-z-]+/,
    ],
    [
      'an unknown file of the computation module',
      '<Source file="nope.ts" />',
      /99-nope\.mdx:8: no such file in src\/math: nope\.ts; expected one of [\w-]+\.ts/,
    ],
    [
      'a slot outside of a Live',
      '<Slot of="p" />',
      /chapter nope: slot p stands outside of a Live; expected <Live widget/,
    ],
    ['a formula that does not parse', '$\\nope$', /99-nope\.mdx:8: KaTeX parse error.*\\nope/s],
    ['a name that nothing imports', '{nope(2)}', /nope is not defined/],
  ];

  it.each(wrong)('%s', { timeout: 120_000 }, async (_, body, message) => {
    const head = '---\ntitle: Nope\nquestion: Why?\ndescription: Nope.\nhue: sigmoid\n---\n\n';
    await writeFile(path.join(at, 'content/chapters/99-nope.mdx'), `${head}${body}\n`);
    const { code, output } = await build({ cwd: at, outDir: path.join(at, 'dist') });
    expect(code).toBe(1);
    expect(output).toMatch(message);
    expect(output).toMatch(/99-nope|\/nope\//);
  });
});
