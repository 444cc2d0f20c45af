/**
 * TeX at build. Beyond KaTeX's own commands a formula of the course may use
 *
 *   \slot{p}          the widget's value p, kept current; \slot{(z)} puts a negative one in parentheses
 *   \term{p}{…}       a part of the formula that lights up with the term p
 *   \each{rows}{+}{…} the part in braces once for each record of the list, joined by +
 *
 * KaTeX marks its HTML but not its MathML, so slots and repetitions go in as digits that are found again in both
 * trees and become elements there: screen readers hear the same numbers that are seen.
 */
import katex from 'katex';
import { parseHTML } from 'linkedom';

const sentinel = (n: number): string => `90210${String(n).padStart(3, '0')}`;
const anySentinel = /90210(\d{3})/;

/** Reads the group in braces at `from`, which must be an opening brace: its inside, and where it ends. */
export function group(source: string, from: number): { inside: string; end: number } {
  let depth = 0;
  for (let i = from; i < source.length; i++) {
    if (source[i] === '\\') i++;
    else if (source[i] === '{') depth++;
    else if (source[i] === '}' && --depth === 0) return { inside: source.slice(from + 1, i), end: i + 1 };
  }
  throw new SyntaxError(`unclosed brace in formula: ${source}; expected a matching }`);
}

/** Replaces every `\name{…}{…}` of `count` groups by what `by` makes of its groups, inside out. */
function expand(source: string, name: string, count: number, by: (...groups: string[]) => string): string {
  let from = source.lastIndexOf(`\\${name}{`);
  while (from >= 0) {
    const groups: string[] = [];
    let end = from + name.length + 1;
    for (let i = 0; i < count; i++) {
      const found = group(source, end);
      groups.push(found.inside);
      end = found.end;
    }
    source = source.slice(0, from) + by(...groups) + source.slice(end);
    from = source.lastIndexOf(`\\${name}{`);
  }
  return source;
}

type Mark = { slot: string } | { open: string } | { separator: true } | { close: true };

/** Puts every sentinel into an element of its own, so that merged runs of digits come apart. */
function* sentinels(root: Element): Generator<{ element: Element; index: number }> {
  const walk = (node: Element): Element[] =>
    node.children.length > 0
      ? [...node.children].flatMap(walk)
      : anySentinel.test(node.textContent ?? '')
        ? [node]
        : [];
  for (const leaf of walk(root)) {
    const parts = leaf.textContent!.split(/(90210\d{3})/).filter((part) => part !== '');
    const elements = parts.map((part) => {
      const element = leaf.cloneNode(false) as Element;
      element.textContent = part;
      return element;
    });
    leaf.replaceWith(...elements);
    for (const element of elements) {
      const found = anySentinel.exec(element.textContent!);
      if (found) yield { element, index: Number(found[1]) };
    }
  }
}

/** Wraps the nodes between two elements of one parent. */
function wrap(document: Document, tag: string, nodes: Node[]): Element {
  const wrapper = document.createElement(tag);
  nodes[0]!.parentNode!.insertBefore(wrapper, nodes[0]!);
  wrapper.append(...nodes);
  return wrapper;
}

/** The nodes between two siblings. */
function between(start: Node, end: Node): Node[] {
  const nodes: Node[] = [];
  for (let node = start.nextSibling; node && node !== end; node = node.nextSibling) nodes.push(node);
  return nodes;
}

/** Turns the sentinels of one tree (HTML or MathML) into slots and repetitions. */
function restore(document: Document, root: Element, marks: Mark[], tag: string): void {
  const open: { start: Element; separator?: Element; list: string }[] = [];
  for (const { element, index } of [...sentinels(root)]) {
    const mark = marks[index]!;
    if ('slot' in mark) {
      element.textContent = '';
      element.setAttribute('data-slot', mark.slot);
      if (!element.closest('[data-term]')) element.setAttribute('data-term', mark.slot.replace(/[()]/g, ''));
      continue;
    }
    // KaTeX wraps text in elements of its own: the mark is the outermost of those.
    let outer: Element = element;
    while (outer.parentElement!.textContent === outer.textContent) outer = outer.parentElement!;
    if ('open' in mark) open.push({ start: outer, list: mark.open });
    else if ('separator' in mark) open.at(-1)!.separator = outer;
    else {
      const { start, separator, list } = open.pop()!;
      const joint = wrap(document, tag, between(start, separator!));
      joint.setAttribute('class', 'joint');
      separator!.remove();
      const item = wrap(document, tag, between(start, outer));
      item.setAttribute('data-key', '');
      wrap(document, tag, [item]).setAttribute('data-each', list);
      start.remove();
      outer.remove();
    }
  }
}

/**
 * Renders a formula to HTML with MathML.
 * @throws SyntaxError or KaTeX's ParseError, with the formula
 */
export function renderTex(source: string, display: boolean): string {
  const marks: Mark[] = [];
  const mark = (m: Mark): string => `\\text{${sentinel(marks.push(m) - 1)}}`;
  let plain = expand(
    source,
    'each',
    3,
    (list, joint, body) =>
      `{${mark({ open: list })}${joint}${mark({ separator: true })}${body}${mark({ close: true })}}`,
  );
  // The two functions have their colors wherever they are written.
  plain = plain
    .replace(/\\sigma(?![a-zA-Z])/g, '\\htmlClass{sigmoid}{\\sigma}')
    .replace(/\\operatorname\{softmax\}/g, '\\htmlClass{softmax}{$&}');
  plain = expand(plain, 'slot', 1, (name) => mark({ slot: name }));
  plain = expand(plain, 'term', 2, (name, body) => `\\htmlData{term=${name}}{${body}}`);
  const html = katex.renderToString(plain, {
    displayMode: display,
    throwOnError: true,
    trust: ({ command }) => command === '\\htmlData' || command === '\\htmlClass',
    strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
  });
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const root = document.createElement('div') as unknown as Element;
  root.innerHTML = html;
  root.querySelector('annotation')?.remove();
  restore(document, root.querySelector('.katex-html')!, marks, 'span');
  restore(document, root.querySelector('math')!, marks, 'mrow');
  return root.innerHTML;
}
