/**
 * Draws the figure that a cell describes: `({ figure: { marks: [{ type: 'line', data, x: 'z', y: 'p' }], x: { label: 'z' } } })`.
 * Data, marks and scales only, never markup; what is not known is refused with the known names.
 */
import * as Plot from '@observablehq/plot';
import { noSuch } from '../../src/names.ts';
import { h } from '../dom/elements.ts';

const marks = {
  line: Plot.line,
  dot: Plot.dot,
  ruleX: Plot.ruleX,
  ruleY: Plot.ruleY,
  barY: Plot.barY,
  barX: Plot.barX,
  areaY: Plot.areaY,
  text: Plot.text,
} as const;

/** Options of marks that are data or looks; functions and markup are not among them. */
const options = [
  'x',
  'y',
  'x1',
  'x2',
  'y1',
  'y2',
  'z',
  'fill',
  'stroke',
  'r',
  'text',
  'strokeWidth',
  'strokeDasharray',
  'opacity',
  'curve',
  'dx',
  'dy',
];
const scales = ['label', 'domain', 'type', 'ticks', 'grid', 'reverse'];

const pick = (from: unknown, names: string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries((from ?? {}) as Record<string, unknown>).filter(([name]) => names.includes(name)));

interface Described {
  marks?: { type?: string; data?: unknown[]; [option: string]: unknown }[];
  x?: unknown;
  y?: unknown;
  height?: unknown;
}

/** The figure as an element, or a sentence that says why there is none. */
export function drawFigure(document: Document, figure: unknown): Element {
  try {
    const { marks: described, x, y, height } = figure as Described;
    if (!Array.isArray(described)) throw new TypeError('a figure has no marks; expected { marks: [ … ] }');
    const drawn = described.slice(0, 20).map(({ type = '', data = [], ...rest }) => {
      if (!Object.hasOwn(marks, type)) throw new RangeError(noSuch('mark', type, Object.keys(marks)));
      const mark = marks[type as keyof typeof marks] as (data: unknown, options: unknown) => Plot.Markish;
      return mark(data.slice(0, 5000), {
        ...(type === 'line' && { stroke: 'var(--hue)', strokeWidth: 2 }),
        ...pick(rest, options),
      });
    });
    const plot = Plot.plot({
      document,
      width: 600,
      height: typeof height === 'number' ? Math.min(Math.max(height, 80), 600) : 260,
      x: pick(x, scales),
      y: pick(y, scales),
      marks: drawn,
    } as Plot.PlotOptions) as unknown as Element;
    for (const style of plot.querySelectorAll('style')) style.remove();
    const frame = h(document, 'div', {
      class: 'drawing',
      role: 'img',
      'aria-label': 'The figure that the cell above describes',
    });
    frame.append(plot);
    return frame;
  } catch (error) {
    return h(document, 'p', { class: 'failure' }, `The figure could not be drawn: ${(error as Error).message}`);
  }
}
