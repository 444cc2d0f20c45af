/** Names in the code of a text: those that it has, and what is said of one that nobody gave. */
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { remarkNames } from '../../../components/vocabulary/remark-names.ts';

const parser = unified().use(remarkParse).use(remarkMdx);
const reading = (text: string) => () =>
  remarkNames()(parser.parse(text) as never, { cwd: '/project', path: '/project/content/chapters/nope.mdx' });

const head = `import { softmax, sigmoid as squash } from 'logits';\n\nexport const half = (x) => x / 2;\n`;

describe('a text', () => {
  it.each([
    '{softmax([2, 1]).map((share, i) => half(share) + i)}',
    'So {Math.round(squash(2))} and {[1, 2].length}.',
    '{(({ a, b: [c] }) => a + c)({ a: 1, b: [2] }).softmx}',
    '{/* nope(2) */}',
    '<Match left={[half(2)]} {...{ right: [1] }} />',
    '{frontmatter.title}',
  ])('may use what it imports and declares, what the language has, and its own parameters: %s', (text) => {
    expect(reading(`${head}\n${text}\n`)).not.toThrow();
  });

  it.each([
    ['{nope(2)}', 'nope'],
    ['So {softmax([2, 1]).map((share) => nope(share))} and\nmore.', 'nope'],
    ['<Match left={[nope]} />', 'nope'],
    ['<Match {...nope} />', 'nope'],
    ['> a quote\n> {nope}', 'nope', 6],
  ])('is refused, where it is written, at a name that nobody gave: %s', (text, name, line = 5) => {
    expect(reading(`${head}\n${text}\n`)).toThrow(
      `content/chapters/nope.mdx:${line}: no such name: ${name}; expected one of `,
    );
  });

  it('is answered with its own names, the nearest first', () => {
    expect(reading(`${head}\n{sofmax([1])}\n`)).toThrow('no such name: sofmax; expected one of softmax, ');
  });
});
