import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { renderTex } from '../../../components/tex/katex.ts';
import { render } from '../../../components/render/render.ts';
import { rows, rowsOf, valuesOf, widget } from '../../../components/widget/contract.ts';

const sum = widget({
  title: 'A sum',
  about: 'A sum of logits.',
  params: {
    z: rows({
      label: 'logit',
      value: rowsOf(['a', 'b', 'c'], [2, -1, 0.5]),
      min: -5,
      max: 5,
      step: 0.1,
      count: [1, 5],
    }),
  },
  values: ({ z }) => ({
    terms: z.map(({ label, value }) => ({ label, z: value })),
    total: valuesOf(z).reduce((a, b) => a + b),
  }),
  say: ({ total }) => `The sum is ${total}.`,
});

/** A formula on a document of its own. */
function formula(source: string): { root: Element; html: Element; math: Element } {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  document.body.innerHTML = renderTex(source, true);
  const root = document.body as unknown as Element;
  return { root, html: root.querySelector('.katex-html')!, math: root.querySelector('math')! };
}

/** What is read out of one tree: all but the joint before a first term. */
const read = (tree: Element): string => {
  const copy = tree.cloneNode(true) as Element;
  for (const joint of copy.querySelectorAll('[data-each] > :first-child > .joint')) joint.remove();
  return copy.textContent!.replace(/[\u200b\s]/g, '');
};

describe('a formula with slots', () => {
  it('has the same slots in what is seen and in what is heard', () => {
    const { html, math } = formula('\\sigma(\\slot{z}) = \\frac{1}{1 + e^{-\\slot{(z)}}} = \\slot{p}');
    const slots = (tree: Element) =>
      [...tree.querySelectorAll('[data-slot]')].map((slot) => slot.getAttribute('data-slot'));
    expect(slots(html)).toEqual(['z', '(z)', 'p']);
    expect(slots(math)).toEqual(slots(html));
  });

  it('leaves no mark behind', () => {
    expect(formula('2\\slot{z}3\\slot{p}\\slot{q} + \\each{rows}{,}{\\slot{a}\\slot{b}}').root.innerHTML).not.toContain(
      '90210',
    );
  });

  it('repeats a term once for each record, joined, in both trees', () => {
    const { root, html, math } = formula('\\sum = \\each{terms}{+}{\\slot{(z)}} = \\slot{total}');
    for (const [values, expected] of [
      [[2, -1, 0.5], '2+(−1)+0.5=1.5'],
      [[1], '1=1'],
      [[-1, 4], '(−1)+4=3'],
    ] as const) {
      const labels = ['a', 'b', 'c'].slice(0, values.length);
      render(root, sum, { z: rowsOf(labels, values) }, { id: 'w' });
      expect(read(math)).toBe(`∑=${expected}`);
      expect(read(html)).toBe(`∑=${expected}`);
    }
  });

  it('names its terms', () => {
    expect(formula('\\term{p}{p_1}').html.querySelector('[data-term=p]')!.textContent).toContain('p');
  });

  it('fails at build for what KaTeX does not know', () => {
    expect(() => renderTex('\\nothing', false)).toThrow(/nothing/);
    expect(() => renderTex('\\slot{z', false)).toThrow(/unclosed brace/);
  });
});
