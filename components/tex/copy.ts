/**
 * What a reader copies. A formula stands twice in the page, as it is seen and as it is heard: it is copied once, in words
 * where text is asked for, and as MathML where more can be taken. Loaded when something is selected.
 */

/** Signs between two sides: with room around them. */
const between = /^[=≈≠<>≤≥+−·×∈→⇔⟺≪≫:]$/;

/** What a part of a formula says, in parentheses where it is more than one sign or number. */
const grouped = (part: Element | undefined): string => {
  const said = part ? inLine(spoken(part)) : '';
  return /^[\p{L}\p{N}.∞]*$/u.test(said) ? said : `(${said})`;
};

/** A formula in words, on one line: `σ(z) = 1/(1 + e^(−z))`. */
export function spoken(math: Element): string {
  const [first, second, third] = math.children;
  switch (math.localName) {
    case 'mfrac':
      return `${grouped(first)}/${grouped(second)}`;
    case 'msup':
    case 'mover':
      return second && between.test(second.textContent!) ? spoken(first!) : `${spoken(first!)}^${grouped(second)}`;
    case 'msub':
    case 'munder':
      return `${spoken(first!)}_${grouped(second)}`;
    case 'msubsup':
    case 'munderover':
      return `${spoken(first!)}_${grouped(second)}^${grouped(third)}`;
    case 'msqrt':
      return `√${grouped(first)}`;
    case 'mtr':
      return [...math.children].map(spoken).join(' ').trim();
    case 'mtable':
      return [...math.children].map(spoken).join('\n');
    case 'mspace':
      return ' ';
    case 'mo': {
      const sign = math.textContent!.replace(/[\u2061-\u2064]/g, '');
      const leads = math === math.parentElement?.firstElementChild;
      return sign === ',' ? ', ' : between.test(sign) && !leads ? ` ${sign} ` : sign;
    }
    default:
      return math.children.length > 0 ? [...math.children].map(spoken).join('') : math.textContent!;
  }
}

/** Rooms of one sign, and none after a minus that has nothing before it. */
const inLine = (said: string): string =>
  said
    .replace(/ +/g, ' ')
    .replace(/(^|[([{/^]) ?− /g, '$1−')
    .replace(/([=≈<>≤≥+·,]) − /g, '$1 −')
    .trim();

const blocks = 'p, li, h1, h2, h3, h4, dt, dd, div, pre, tr, figcaption, blockquote, .katex-display';
const unsaid = 'script, style, [hidden], .unseen, .anchor, button';

/** A part of a page as text: a line a block, each formula in words. */
export function plain(node: Node): string {
  if (!('children' in node)) {
    const text = node.textContent ?? '';
    return node.parentElement?.closest('pre') ? text : text.replace(/\s+/g, ' ');
  }
  const element = node as Element;
  if (element.localName === 'math') return inLine(spoken(element));
  if (element.matches?.(unsaid)) return '';
  const said = [...element.childNodes].map(plain).join('');
  return element.matches?.(blocks) ? `\n${said.trim()}\n` : said;
}

document.addEventListener('copy', (event) => {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0 || !event.clipboardData || event.target instanceof HTMLInputElement)
    return;
  const copied = selection.getRangeAt(0).cloneContents();
  const formulas = [...copied.querySelectorAll('.katex')].filter((formula) => formula.querySelector('math'));
  if (formulas.length === 0) return;
  for (const formula of formulas) formula.replaceChildren(formula.querySelector('math')!);
  const whole = document.createElement('div');
  whole.append(copied);
  event.clipboardData.setData(
    'text/plain',
    plain(whole)
      .replace(/\n{2,}/g, '\n\n')
      .trim(),
  );
  event.clipboardData.setData('text/html', whole.innerHTML);
  event.preventDefault();
});
