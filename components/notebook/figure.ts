/**
 * Draws the figure that a cell describes: `({ figure: { marks: [{ type: 'line', data, x: 'z', y: 'p' }], x: { label: 'z' } } })`.
 * What may be described, and how much of it, says described-figure.ts; nothing else of a stranger's reaches Plot.
 */
import * as Plot from '@observablehq/plot';
import { h } from '../dom/elements.ts';
import { budget, readFigure, type DescribedMark, type MarkType } from './described-figure.ts';

const marks: Record<MarkType, unknown> = {
  line: Plot.line,
  dot: Plot.dot,
  ruleX: Plot.ruleX,
  ruleY: Plot.ruleY,
  barY: Plot.barY,
  barX: Plot.barX,
  areaY: Plot.areaY,
  text: Plot.text,
};

/** Has a drawing end with the first mark that begins too late: only the page itself can draw, so nobody else ends it. */
function within(milliseconds: number): Plot.RenderFunction {
  const from = performance.now();
  return (index, scales, values, dimensions, context, next) => {
    if (performance.now() - from > milliseconds)
      throw new RangeError(`figure: not drawn within ${milliseconds / 1000} s; expected fewer marks or points`);
    return next!(index, scales, values, dimensions, context);
  };
}

function drawMark(
  { type, points, channels, colors, constants }: DescribedMark,
  render: Plot.RenderFunction,
): Plot.Markish {
  const mark = marks[type] as (data: unknown, options: unknown) => Plot.Markish;
  const colored = Object.entries(colors).map(([name, { values, literal }]) => [
    name,
    { value: values, scale: literal ? null : 'color' },
  ]);
  return mark(
    { length: points },
    {
      ...(type === 'line' && { stroke: 'var(--hue)', strokeWidth: 2 }),
      ...channels,
      ...Object.fromEntries(colored),
      ...constants,
      render,
    },
  );
}

/** The figure as an element, with what was left out of it under it; or a sentence that says why there is none. */
export function drawFigure(document: Document, figure: unknown): Element {
  const sentence = (text: string) => h(document, 'p', { class: 'failure' }, text);
  try {
    const { marks: described, x, y, height, refused } = readFigure(figure);
    const inTime = within(budget.drawing);
    const plot = Plot.plot({
      document,
      width: 600,
      height,
      x,
      y,
      marks: described.map((mark) => drawMark(mark, inTime)),
    } as Plot.PlotOptions) as unknown as Element;
    for (const style of plot.querySelectorAll('style')) style.remove();
    const frame = h(document, 'div', {
      class: 'drawing',
      role: 'img',
      'aria-label': 'The figure that the cell above describes',
    });
    frame.append(plot);
    if (refused.length === 0) return frame;
    const left = refused.slice(0, 3).map((each) => sentence(`Left out of the figure: ${each}`));
    return h(document, 'div', {}, frame, ...left);
  } catch (error) {
    return sentence(`The figure could not be drawn: ${(error as Error).message}`);
  }
}
