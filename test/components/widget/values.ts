/** What a rendered widget shows, as values rather than as markup: its words, controls, tables and marks, a line each. */

/** The attributes that place a shape. */
const places: Record<string, string[]> = {
  circle: ['cx', 'cy', 'r'],
  line: ['x1', 'y1', 'x2', 'y2'],
  rect: ['x', 'y', 'width', 'height'],
  path: ['d'],
  text: ['x', 'y'],
};

const numbersOf = (text: string): number[] => (text.match(/-?\d+(\.\d+)?(e-?\d+)?/g) ?? []).map(Number);

/** What an element or the nearest around it says. */
const said = (element: Element, name: string): string => element.closest(`[${name}]`)?.getAttribute(name) ?? '';

/** One line for a shape: what it is, where it stands (of a curve at most a dozen numbers), its ink, its words, its term. */
function mark(shape: Element): string {
  const at = places[shape.localName]!.flatMap((name) => numbersOf(shape.getAttribute(name) ?? '0'));
  for (let around: Element | null = shape; around && around.localName !== 'svg'; around = around.parentElement) {
    const [x = 0, y = 0] = numbersOf(/translate\(([^)]*)\)/.exec(around.getAttribute('transform') ?? '')?.[1] ?? '');
    // What follows the place of a circle or a rectangle is its size.
    const placed = shape.matches('circle, rect') ? 2 : at.length;
    for (let i = 0; i < placed; i++) at[i]! += i % 2 === 0 ? x : y;
  }
  const some = Math.ceil(at.length / 24) * 2;
  const place = at.filter((_, i) => i % some < 2 || i >= at.length - 2).map((x) => String(Number(x.toFixed(1))));
  const ink = ['fill', 'stroke'].map((name) => said(shape, name)).filter((color) => color !== '' && color !== 'none');
  const term = shape.getAttribute('data-term');
  return [
    shape.localName,
    place.join(' '),
    at.length > place.length ? `(of ${at.length})` : '',
    shape.textContent!.trim(),
    ...ink,
    term ? `→ ${term}` : '',
  ]
    .filter(Boolean)
    .join('  ');
}

/** A field or a button as it stands. */
function control(element: Element): string {
  const now = ['checkbox', 'radio'].includes(element.getAttribute('type') ?? '')
    ? `${element.getAttribute('value') ?? ''}${element.hasAttribute('checked') ? ' ✓' : ''}`
    : (element.getAttribute('value') ?? '');
  const range = ['min', 'max', 'step'].map((name) => element.getAttribute(name)).filter(Boolean);
  const words = [element.getAttribute('aria-label'), element.textContent!.trim()].filter(Boolean);
  return `[${[...new Set([...words, now]), range.join('…')].filter(Boolean).join(' ')}${element.hasAttribute('disabled') ? ' –' : ''}]`;
}

/** An element's own words and those of what stands in them, with controls in their places. */
function words(element: Element): string {
  const parts = [...element.childNodes].map((node) =>
    node.nodeType === 3 ? node.nodeValue!.replace(/\s+/g, ' ') : speaks(node as Element),
  );
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}

const speaks = (element: Element): string =>
  element.matches('input, button, select, textarea')
    ? control(element)
    : `${/--share:[\d.]+/.exec(element.getAttribute('style') ?? '')?.[0] ?? ''} ${words(element)}`;

/**
 * The lines of a figure, in the order of reading.
 *
 * @param root what a widget was rendered into
 */
export function valuesOf(root: Element): string[] {
  return [...root.children].flatMap((element): string[] => {
    if (element.localName in places) return [mark(element)];
    if (element.matches('[data-variant]')) return [`— ${element.getAttribute('data-variant')}`, ...valuesOf(element)];
    if (element.matches('[data-draw]'))
      return [
        `${element.getAttribute('data-draw')}: ${element.getAttribute('aria-label') ?? ''}`.trim(),
        ...valuesOf(element),
      ];
    if (element.matches('tr')) {
      const term = element.getAttribute('data-term');
      return [`| ${[...element.children].map(words).join(' | ')} |${term ? ` → ${term}` : ''}`];
    }
    if (element.matches('input, button, select, textarea')) return [control(element)];
    if (element.matches('p, label, legend, caption, summary, output, span')) return [words(element)].filter(Boolean);
    return valuesOf(element);
  });
}
