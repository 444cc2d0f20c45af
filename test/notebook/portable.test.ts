import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { markdownOf } from '../../src/notebook/markdown.ts';
import { assertsOf, inPython, notebookOf, scriptOf } from '../../src/notebook/portable.ts';

const parts = [
  { name: 'title', markdown: '# Shares\n\nOf $e^z$.' },
  { name: 'cell-one', python: "import numpy as np\n\nz = np.exp([1, 2])\nz / z.sum()  # the 'shares'" },
  { name: 'cell-two', python: 'for x in z:\n    x' },
  { name: 'cell-three', python: 'print(\n    z\n)' },
];

it('a notebook holds each part as a cell with a name of its own, line by line, for Python 3', () => {
  const { cells, metadata, nbformat, nbformat_minor } = JSON.parse(notebookOf(parts)) as {
    cells: { id: string; cell_type: string; source: string[] }[];
    metadata: { kernelspec: { name: string } };
    nbformat: number;
    nbformat_minor: number;
  };
  expect([nbformat, nbformat_minor, metadata.kernelspec.name]).toEqual([4, 5, 'python3']);
  expect(cells.map(({ id, cell_type }) => `${cell_type} ${id}`)).toEqual([
    'markdown title',
    'code cell-one',
    'code cell-two',
    'code cell-three',
  ]);
  expect(cells.map(({ source }) => source.join(''))).toEqual(parts.map((part) => part.python ?? part.markdown));
  expect(cells[0]!.source).toEqual(['# Shares\n', '\n', 'Of $e^z$.']);
});

it('a script has the same parts, and shows what a cell ends with, where it prints nothing itself', () => {
  expect(scriptOf(parts)).toBe(`import sys

# %% [markdown]
# # Shares
#
# Of $e^z$.

# %%
import numpy as np

z = np.exp([1, 2])
sys.displayhook(z / z.sum())  # the 'shares'

# %%
for x in z:
    x

# %%
print(
    z
)
`);
  expect(scriptOf(parts.slice(0, 1))).not.toContain('sys');
});

it('a value keeps all its digits in Python', () => {
  for (const x of [0.1 + 0.2, 5e-324, 1.7976931348623157e308, 1 / 3, 1e21, 3]) expect(Number(inPython(x))).toBe(x);
  expect(inPython([-0, [Infinity, -Infinity], NaN])).toBe("[-0.0, [float('inf'), -float('inf')], float('nan')]");
});

it('the asserts of an exercise call the function as the page does, and expect what the course returns', () => {
  const asserts = assertsOf({
    call: 'crossEntropy',
    against: 'crossEntropyWithLogits',
    examples: [[[0, 1000], 0]],
    inputs: [],
  });
  expect(asserts).toContain('assert agrees(cross_entropy(np.array([0.0, 1000.0]), 0), 1000.0)');
  const tried = assertsOf({
    call: 'sigmoid',
    against: 'sigmoid',
    examples: [[0]],
    inputs: ['a logit', 'a huge logit'],
  });
  expect(tried.match(/^assert agrees\(sigmoid\(0\.0\), 0\.5\)$/gm)).toHaveLength(1);
  expect(tried).toContain('assert agrees(sigmoid(600.0), 1.0)');
  const labels = { call: 'labels', against: 'labelsAbove', examples: [[[2, -1, 0.3], 0.5]], inputs: [] };
  expect(assertsOf(labels)).toContain('assert agrees(labels(np.array([2.0, -1.0, 0.3]), 0.5), [0,2])');
  // Where nothing is left of a number but its size, nothing is asserted.
  const sums = { call: 'logSumExp', against: 'logSumExp', examples: [[[0]]], inputs: ['the largest logits' as const] };
  expect(assertsOf(sums).match(/^assert/gm)).toHaveLength(1);
});

describe('what a page says, as Markdown', () => {
  const from = 'https://example.org/softmax/';
  const told = (html: string) => {
    const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
    return markdownOf(document.body.firstElementChild!, from);
  };
  const math = (inside: string) =>
    `<span class="katex"><span class="katex-mathml"><math><semantics><mrow>${inside}</mrow></semantics></math></span><span class="katex-html">e</span></span>`;

  it('keeps what is stressed, code and links, and takes nothing else for Markdown', () => {
    expect(
      told('<p>A <em>share</em> of <strong>all</strong>:\n <code>z_i * 2</code>, <a href="#a">there</a>.</p>'),
    ).toBe('A *share* of **all**: `z_i * 2`, [there](https://example.org/softmax/#a).');
    expect(told('<p># 2 * 3 * 4 costs $5, not a_b, <button>Run</button>&lt;b&gt;</p>')).toBe(
      '\\# 2 \\* 3 \\* 4 costs \\$5, not a\\_b, \\<b>',
    );
    expect(told('<ol><li>one</li><li>two</li></ol>')).toBe('1. one\n2. two');
    expect(told('<pre><code>x = 1\n</code></pre>')).toBe('```\nx = 1\n```');
  });

  it('has a formula once, as TeX: as it was written where the page says it, or else from its MathML', () => {
    const power = '<msup><mi>e</mi><mrow><msub><mi>z</mi><mi>i</mi></msub><mo>−</mo><mi>m</mi></mrow></msup>';
    expect(told(`<p>Of ${math(power)}.</p>`)).toBe('Of $e^{z_i-m}$.');
    const sum = `<mfrac><mn>1</mn><mrow><munder><mo>∑</mo><mi>j</mi></munder>${power}</mrow></mfrac>`;
    expect(told(`<p>${math(sum)}</p>`)).toBe('$\\frac{1}{∑_je^{z_i-m}}$');
    expect(
      told(`<p>${math('<mi>log</mi><mo>⁡</mo><mi>σ</mi><mo>(</mo><mi mathvariant="bold">z</mi><mo>)</mo>')}</p>`),
    ).toBe('$\\log σ(\\mathbf{z})$');
    expect(told(`<p>${math('<mi>e</mi><annotation encoding="application/x-tex">e^{1}</annotation>')}</p>`)).toBe(
      '$e^{1}$',
    );
    expect(told(`<p><span class="katex-display">${math('<mi>LSE</mi>')}</span></p>`)).toBe('$$\\operatorname{LSE}$$');
  });
});
