/**
 * What a page says, as Markdown for a notebook: formulas as TeX between dollar signs, links in full. It goes over a tree of
 * nodes as the DOM has them. KaTeX leaves a formula's MathML in the page and not its TeX, which is made of that again.
 */

/** As much of a node as is looked at. */
export interface TreeNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<TreeNode>;
  getAttribute?(name: string): string | null;
}

const nameOf = (node: TreeNode): string => node.nodeName.toLowerCase();
const childrenOf = (node: TreeNode): TreeNode[] => Array.from(node.childNodes);
const textOf = (node: TreeNode): string =>
  node.nodeType === 3 ? node.nodeValue! : childrenOf(node).map(textOf).join('');
const classesOf = (node: TreeNode): string[] => (node.getAttribute?.('class') ?? '').split(/\s+/);

/** Names that TeX sets upright by themselves. */
const upright = new Set(['log', 'exp', 'max', 'min', 'lim']);
/** Signs that mean something to TeX, or that notebooks would show otherwise. */
const signs: Record<string, string> = {
  '−': '-',
  '∞': '\\infty',
  '⁡': '',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  '&': '\\&',
};
const escaped = (text: string): string => Array.from(text.trim(), (sign) => signs[sign] ?? sign).join('');

function identifier(node: TreeNode): string {
  const text = escaped(textOf(node));
  if (upright.has(text)) return `\\${text} `;
  if (node.getAttribute?.('mathvariant') === 'bold') return `\\mathbf{${text}}`;
  return Array.from(text).length > 1 ? `\\operatorname{${text}}` : text;
}

const group = (tex: string): string => (Array.from(tex).length === 1 ? tex : `{${tex}}`);

/** The TeX of a formula, from its MathML; as its author wrote it, where that is in the page. */
export function texOf(node: TreeNode): string {
  if (node.nodeType === 3) return escaped(node.nodeValue!);
  const written = node.nodeType === 1 && find(node, (one) => nameOf(one) === 'annotation');
  if (written) return textOf(written).trim();
  const parts = childrenOf(node).filter(({ nodeType }) => nodeType === 1);
  const at = (place: number): string => texOf(parts[place]!).trim();
  switch (nameOf(node)) {
    case 'mi':
      return identifier(node);
    case 'mn':
    case 'mo':
      return escaped(textOf(node));
    case 'mtext':
      return `\\text{${escaped(textOf(node))}}`;
    case 'mspace':
      return ' ';
    case 'msub':
    case 'munder':
      return `${group(at(0))}_${group(at(1))}`;
    case 'msup':
      return `${group(at(0))}^${group(at(1))}`;
    case 'msubsup':
    case 'munderover':
      return `${group(at(0))}_${group(at(1))}^${group(at(2))}`;
    case 'mover':
      return `\\overset{${at(1)}}{${at(0)}}`;
    case 'mfrac':
      return `\\frac{${at(0)}}{${at(1)}}`;
    case 'msqrt':
      return `\\sqrt{${parts.map(texOf).join('').trim()}}`;
    case 'mtable':
      return `\\begin{aligned} ${parts.map((_, row) => at(row)).join(' \\\\ ')} \\end{aligned}`;
    case 'mtr':
      return parts.map((_, cell) => at(cell)).join(' & ');
    default:
      return childrenOf(node).map(texOf).join('');
  }
}

function find(node: TreeNode, is: (node: TreeNode) => boolean): TreeNode | undefined {
  if (is(node)) return node;
  for (const child of childrenOf(node)) {
    const found = find(child, is);
    if (found) return found;
  }
  return undefined;
}

/** What answers a hand, or is drawn: nothing for a notebook. */
const leftOut = new Set(['button', 'select', 'input', 'svg', 'script', 'style', 'template']);

/** A text in which nothing means anything to Markdown. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_$<]/g, '\\$&');

/** Markdown of what stands in a line. */
function inLine(node: TreeNode, from: string): string {
  if (node.nodeType === 3) return plain(node.nodeValue!);
  if (node.nodeType !== 1 || leftOut.has(nameOf(node))) return '';
  const inside = () =>
    childrenOf(node)
      .map((child) => inLine(child, from))
      .join('');
  if (classesOf(node).includes('katex')) {
    const math = find(node, (one) => nameOf(one) === 'math');
    return math ? `$${texOf(math).trim()}$` : '';
  }
  switch (nameOf(node)) {
    case 'code':
      return `\`${textOf(node)}\``;
    case 'strong':
    case 'b':
      return `**${inside().trim()}**`;
    case 'em':
    case 'i':
      return `*${inside().trim()}*`;
    case 'a': {
      const href = node.getAttribute?.('href');
      return href ? `[${inside()}](${new URL(href, from).href})` : inside();
    }
    case 'br':
      return '\n';
    default:
      return inside();
  }
}

/** Markdown of a block of a page, such as a paragraph; addresses in it are taken from that of the page. */
export function markdownOf(node: TreeNode, from: string): string {
  const line = (of: TreeNode) => inLine(of, from).trim();
  const display = find(node, (one) => classesOf(one).includes('katex-display'));
  if (display) return `$${line(display)}$`;
  switch (nameOf(node)) {
    case 'ul':
    case 'ol':
      return childrenOf(node)
        .filter((item) => nameOf(item) === 'li')
        .map((item, i) => `${nameOf(node) === 'ol' ? `${i + 1}.` : '-'} ${line(item)}`)
        .join('\n');
    case 'pre':
      return `\`\`\`\n${textOf(node).replace(/\n$/, '')}\n\`\`\``;
    default:
      // A paragraph is none if it begins like something else.
      return line(node).replace(/^(?=[#>+-])/, '\\');
  }
}
