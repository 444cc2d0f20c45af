/** A name that nobody gave is refused with one sentence: which widget, where in it, and the names there are. */
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { dot } from '../../../components/draw/marks.ts';
import { checkWidget, unknownIn } from '../../../components/render/known-names.ts';
import { render } from '../../../components/render/render.ts';
import {
  mention,
  number,
  rows,
  rowsOf,
  say,
  termOf,
  widget,
  type AnyWidget,
} from '../../../components/widget/contract.ts';
import { authorOf, stateOf } from '../../../components/widget/state.ts';

/** A widget that marks some terms in its drawing and one in its sentence. */
const marking = (marked: string[], mentioned: string, terms: string[] = []) =>
  widget({
    title: 'Shares',
    about: 'Two shares.',
    params: {
      z: number({ label: 'logit z', value: 1, min: -8, max: 8, step: 0.1 }),
      pets: rows({ label: 'logit', value: rowsOf(['cat', 'sea lion'], [1, 2]), min: -8, max: 8, step: 0.1 }),
    },
    values: ({ z }) => ({ share: z / 8 }),
    terms,
    draw: {
      curve: {
        title: 'A curve',
        still: () => ({ x: { domain: [0, 1] }, y: { domain: [0, 1] } }),
        moving: () => marked.map((term) => dot([0.5, 0.5], { term })),
      },
    },
    say: () => say`It is ${mention(mentioned, 'half')}.`,
  });

const rendered = (w: AnyWidget) => {
  const root = parseHTML('<!doctype html><html><body><figure data-figure></figure></body></html>').document
    .body as unknown as Element;
  render(root, w, authorOf(w), { id: 'w' });
  return [{ root, state: stateOf(w, authorOf(w)) }];
};

describe('a widget', () => {
  const checking = (w: AnyWidget) => () => checkWidget('shares', w, rendered(w));

  it('may mark its parameters, its values, its rows and what it lists as terms', () => {
    expect(checking(marking(['z', 'share', termOf('sea lion'), 'whole'], 'share', ['whole']))).not.toThrow();
  });

  it('is refused for a term that its drawing marks and that it does not have', () => {
    expect(checking(marking(['shore'], 'z'))).toThrow(
      /^components\/widgets\/shares\.ts: its drawing curve marks no such term: shore; expected one of share, /,
    );
    expect(checking(marking(['row:sea lion'], 'z'))).toThrow(/no such term: row:sea; expected one of row:sea_lion, /);
    expect(checking(marking([termOf('dog')], 'z'))).toThrow(/no such term: row:dog; expected one of row:cat, /);
  });

  it('is refused for a term that its sentence marks and that it does not have', () => {
    expect(checking(marking([], 'Z'))).toThrow(/: its sentence marks no such term: Z; expected one of z, /);
  });

  it('is refused for a term that it lists and never marks', () => {
    expect(checking(marking(['z'], 'z', ['whole']))).toThrow(
      /^components\/widgets\/shares\.ts: its terms list whole, which no drawing and no sentence marks; expected one of /,
    );
  });
});

describe('a Live', () => {
  const w = marking(['z'], 'share');
  const unknown = (html: string) => {
    const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
    return unknownIn(document.body as unknown as Element, 'shares', w, stateOf(w, authorOf(w)));
  };

  it('may ask for what its widget has', () => {
    expect(
      unknown(
        '<b data-slot="(z)"></b><b data-term="share z"></b><figure data-shows="curve z"></figure><p data-set="z=2"></p>',
      ),
    ).toBeUndefined();
  });

  it.each([
    ['<b data-slot="shar"></b>', 'shares has no slot shar; expected one of share, z'],
    ['<b data-each="pet"></b>', 'shares has no list pet; expected one of pets'],
    ['<b data-term="z row:cta"></b>', 'shares has no term row:cta; expected one of row:cat, '],
    ['<figure data-shows="curv"></figure>', 'shares has no drawing, control or action curv; expected one of curve, '],
    ['<p data-set="x=2"></p>', 'a step sets x: no such parameter; expected one of z, pets'],
    ['<p data-set="z=much"></p>', 'a step sets z: '],
  ])('%s is refused', (html, message) => {
    expect(unknown(html)?.what).toContain(message);
  });

  it('is told the line of what it asks for, where that is known', () => {
    expect(unknown('<p data-at="a.mdx:7"><b data-slot="shar"></b></p>')?.at).toBe('a.mdx:7');
    expect(unknown('<b data-slot="shar"></b>')?.at).toBeUndefined();
  });
});
