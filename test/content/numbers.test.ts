/**
 * No result is typed: a number in prose that looks like one must be an expression of the computation module
 * (`{fixed(sigmoid(2))}`, `\val{…}` in a formula, a slot). Inputs, years, counts and steps may be typed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const contents = fileURLToPath(new URL('../../content/', import.meta.url));
const files = readdirSync(contents, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.mdx'))
  .map((file) => file.replaceAll(path.sep, '/'))
  .sort();

/** Numbers that look like results and are none: inputs that have to be written with all their digits. Each says why. */
const inputs: Record<string, Record<string, string>> = {
  'chapters/01-sigmoid.mdx': { '4.999': 'the score of B in the opening question' },
  'chapters/04-overflow.mdx': { '61,000': 'the step of a training run in a story' },
};

/** What a result looks like: three or more decimals, a power of ten, five or more digits, a percentage with decimals. */
const result = new RegExp(
  [
    String.raw`\d+(?:\.\d+)?\s*(?:×|·|\\times|\\cdot)\s*10(?:\^|[⁻⁰¹²³⁴-⁹])`,
    String.raw`\d(?:\.\d+)?e[-+−–]?\d+`,
    String.raw`\d[\d,  ]*\.\d{3,}`,
    String.raw`(?<![\d.])\d{5,}|(?<![\d.,])\d{1,3}(?:[,  ]\d{3})+(?![\d.])`,
    String.raw`\d+\.\d+\s*\\?%`,
  ].join('|'),
  'giu',
);

/** Replaces what starts with `open` and ends with its matching brace by nothing. */
function withoutGroups(source: string, open: RegExp): string {
  for (let found = open.exec(source); found; found = open.exec(source)) {
    let depth = 1;
    let end = found.index + found[0].length;
    while (end < source.length && depth > 0) {
      if (source[end] === '{') depth++;
      if (source[end] === '}') depth--;
      end++;
    }
    source = `${source.slice(0, found.index)} ${source.slice(end)}`;
  }
  return source;
}

/** What of a chapter's source a reader sees as it is typed: words and formulas, without code, expressions and addresses. */
export function typed(source: string): string {
  let text = source
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^```[\s\S]*?^```/gm, ' ')
    .replace(/^(?:import|export)\b[\s\S]*?;$/gm, ' ')
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, ' ');
  // A formula's own braces stay: only what is computed in it goes.
  text = text.replace(/\$\$[\s\S]*?\$\$|\$[^$\n]*(?:\n[^$\n]+)*?\$/g, (formula) =>
    withoutGroups(formula, /\\(?:val|slot)\{/)
      .replace(/[{}]/g, ' ')
      .replaceAll('$', ' '),
  );
  text = text.replace(/`[^`\n]*`/g, ' ');
  text = withoutGroups(text, /\{/);
  return text
    .replace(/\s(?:with|set|id|of|name|file|widget|href|src|class|style)=(?:"[^"]*"|'[^']*')/g, ' ')
    .replace(/\]\([^)]*\)/g, '] ')
    .replace(/https?:\S+|\b10\.\d{4,}\/\S+|\barXiv:?\s*\d{4}\.\d{4,5}/gi, ' ');
}

it('tells results from inputs', () => {
  const found = (source: string) => [...typed(source).matchAll(result)].map(([number]) => number.trim());
  expect(
    found(
      'σ(2) is 0.8808, or 88.08 %, or 4.2 × 10⁻¹⁸, or 4.248e−18; $e^{10} = 22026$, $0.25^{10} = 9.5 \\cdot 10^{-7}$, 65,504',
    ),
  ).toEqual(['0.8808', '88.08 %', '4.2 × 10⁻', '4.248e−18', '22026', '9.5 \\cdot 10^', '65,504']);
  expect(
    found(
      'In 2018, T = 0.5 and [2, 1, 0.1], 1000 times, {fixed(sigmoid(2.001))}; $\\val{fixed(0.123456)} + \\slot{p}$, `0.8808`, [a paper](https://arxiv.org/abs/1805.02867)',
    ),
  ).toEqual([]);
});

it.each(files)('%s types no result', (file) => {
  const known = inputs[file] ?? {};
  const found = [...typed(readFileSync(path.join(contents, file), 'utf8')).matchAll(result)].map(([n]) => n.trim());
  expect(found.filter((number) => !(number in known))).toEqual([]);
  expect(
    Object.keys(known).filter((number) => !found.includes(number)),
    'inputs that are not there any more',
  ).toEqual([]);
});
