/**
 * The shapes of a moving layer, on the scales of the still layer under it. Plot draws what stays; what moves is written
 * straight into the page (render/layers.ts), because a Plot of its own for every input takes longer than a frame of a slow
 * processor.
 */
type Pair = readonly [x: number, y: number];

/** The scales of a drawing, from values to pixels, and the ends of its frame. */
export interface Axes {
  x: (value: number) => number;
  y: (value: number) => number;
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** How a shape looks, in SVG's terms, and the term that it stands for. */
export interface Look {
  fill?: string;
  fillOpacity?: number;
  stroke?: string;
  strokeWidth?: number;
  strokeOpacity?: number;
  strokeDasharray?: string | undefined;
  term?: string;
}

/** An element of SVG, to be. */
export interface Shape {
  tag: 'circle' | 'line' | 'path' | 'rect' | 'text';
  attributes: Record<string, string | number | undefined>;
  words?: string;
  /** Of words or a dot: the point in pixels that they belong to. */
  at?: Pair;
  /** Words that stand where they are put, as in a column: others make way. */
  stays?: boolean;
}

/** Something that moves, as it stands on the scales of a drawing. */
export type Mark = (on: Axes) => Shape;

/** A mark that moves with nothing: its shape is made once for each drawing that it stands on. */
export function standing(mark: Mark): Mark {
  const shapes = new WeakMap<Axes, Shape>();
  return (on) => {
    const made = shapes.get(on) ?? mark(on);
    shapes.set(on, made);
    return made;
  };
}

/** A length as it is written: to a tenth of a pixel, which is more than an eye sees. */
export const px = (length: number): number => Math.round(10 * length) / 10;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

const styled = ({ fill, fillOpacity, stroke, strokeWidth, strokeOpacity, strokeDasharray, term }: Look) => ({
  'data-term': term,
  fill,
  'fill-opacity': fillOpacity,
  stroke,
  'stroke-width': strokeWidth,
  'stroke-opacity': strokeOpacity,
  'stroke-dasharray': strokeDasharray,
});

const outlined = (look: Look): Look => ({ fill: 'none', stroke: 'currentColor', ...look });

const path = (look: Look, d: string, transform?: string): Shape => ({
  tag: 'path',
  attributes: { ...styled(look), 'stroke-linecap': look.stroke && 'round', d, transform },
});

/** Outlines of a symbol of radius 1; as large, to the eye, as a circle. */
const symbols = {
  triangle: { corners: [[0, -1.56, 1.35, 0.78, -1.35, 0.78]], closed: true },
  diamond: { corners: [[0, -1.65, 0.95, 0, 0, 1.65, -0.95, 0]], closed: true },
  times: {
    corners: [
      [-1.08, -1.08, 1.08, 1.08],
      [-1.08, 1.08, 1.08, -1.08],
    ],
    closed: false,
  },
};

/** A point: filled, if a fill is given, and outlined if not. `rotate` turns its symbol, in degrees. */
export function dot(
  [x, y]: Pair,
  {
    r = 3,
    symbol = 'circle',
    rotate = 0,
    ...look
  }: Look & { r?: number; symbol?: 'circle' | keyof typeof symbols; rotate?: number } = {},
): Mark {
  const shown = look.fill === undefined ? outlined(look) : look;
  const style = shown.stroke === undefined ? shown : { strokeWidth: 1.5, ...shown };
  if (symbol === 'circle') {
    return (on) => {
      const [cx, cy] = [px(on.x(x)), px(on.y(y))];
      return { tag: 'circle', attributes: { ...styled(style), cx, cy, r }, at: [cx, cy] };
    };
  }
  const { corners, closed } = symbols[symbol];
  const d = corners.map((way) => `M${way.map((at) => px(r * at)).join(' ')}${closed ? 'Z' : ''}`).join('');
  return (on) => {
    const [cx, cy] = [px(on.x(x)), px(on.y(y))];
    return { ...path(style, d, `translate(${cx} ${cy})${rotate ? ` rotate(${rotate})` : ''}`), at: [cx, cy] };
  };
}

/** The padding between an axis and its letters where a handle runs along it: its ring stays clear of them. */
export const clearOfRing = 8;

/** How far around a handle a finger takes it, in pixels: as far as a fingertip is wide. */
const reachOfHandle = 22;

/**
 * A point that can be taken hold of: the dot, the ring that says so, and the ground on which a finger finds it. `along`
 * x, where it moves only sideways: there a finger that goes up or down scrolls the page, as anywhere else.
 */
export function handle(
  at: Pair,
  { along = 'xy', ...look }: Parameters<typeof dot>[1] & { along?: 'x' | 'xy' } = {},
): Mark[] {
  const { r = 3, fill, stroke, term } = look;
  const around = (radius: number, more: Shape['attributes']): Mark => {
    const circle = dot(at, { r: radius, fill: 'none', ...(term !== undefined && { term }) });
    return (on) => {
      const { tag, attributes } = circle(on);
      return { tag, attributes: { ...attributes, ...more } };
    };
  };
  const color = fill === undefined || fill === 'var(--paper)' ? stroke : fill;
  return [
    around(reachOfHandle, { 'data-handle': along }),
    around(r + 4, { 'data-ring': '', stroke: color, 'stroke-width': 1.5, 'stroke-opacity': 0.4 }),
    dot(at, look),
  ];
}

/** Words beside a point, off it by `dx` and `dy` pixels, if nothing else stands there: see labels.ts. */
export function label(
  [x, y]: Pair,
  words: string,
  {
    dx = 0,
    dy = 0,
    textAnchor,
    fontSize,
    fontWeight,
    fontVariant,
    stays = false,
    ...look
  }: Look & {
    dx?: number;
    dy?: number;
    textAnchor?: 'start' | 'middle' | 'end';
    fontSize?: number;
    fontWeight?: number;
    fontVariant?: string;
    stays?: boolean;
  } = {},
): Mark {
  const attributes = {
    ...styled(look),
    'text-anchor': textAnchor === 'middle' ? undefined : textAnchor,
    'font-size': fontSize,
    'font-weight': fontWeight,
    'font-variant': fontVariant,
    dy: '0.32em',
  };
  return (on) => {
    const at = [on.x(x), on.y(y)] as const;
    return { tag: 'text', attributes: { ...attributes, x: px(at[0] + dx), y: px(at[1] + dy) }, words, at, stays };
  };
}

/** A straight line between two points. */
export function link([x1, y1]: Pair, [x2, y2]: Pair, look: Look = {}): Mark {
  const style = styled(outlined(look));
  return (on) => ({
    tag: 'line',
    attributes: { ...style, x1: px(on.x(x1)), y1: px(on.y(y1)), x2: px(on.x(x2)), y2: px(on.y(y2)) },
  });
}

/** An upright line at x, from y₁ to y₂ or over the whole frame. */
export function ruleX(x: number, { y1, y2, ...look }: Look & { y1?: number; y2?: number } = {}): Mark {
  const style = styled(outlined(look));
  return (on) => ({
    tag: 'line',
    attributes: {
      ...style,
      x1: px(on.x(x)),
      y1: px(y1 === undefined ? on.top : on.y(y1)),
      x2: px(on.x(x)),
      y2: px(y2 === undefined ? on.bottom : on.y(y2)),
    },
  });
}

/** A level line at y, from x₁ to x₂ or over the whole frame. */
export function ruleY(y: number, { x1, x2, ...look }: Look & { x1?: number; x2?: number } = {}): Mark {
  const style = styled(outlined(look));
  return (on) => ({
    tag: 'line',
    attributes: {
      ...style,
      x1: px(x1 === undefined ? on.left : on.x(x1)),
      y1: px(on.y(y)),
      x2: px(x2 === undefined ? on.right : on.x(x2)),
      y2: px(on.y(y)),
    },
  });
}

/** A line through points, or the area within them. */
export function line(points: readonly Pair[], { closed = false, ...look }: Look & { closed?: boolean } = {}): Mark {
  const style = outlined({ strokeWidth: 1.5, ...look });
  return (on) =>
    path(
      style,
      points.length < 2
        ? ''
        : `M${points.map(([x, y]) => `${px(on.x(x))} ${px(on.y(y))}`).join('L')}${closed ? 'Z' : ''}`,
    );
}

/** A rectangle between two corners. */
export function rect([x1, y1]: Pair, [x2, y2]: Pair, look: Look): Mark {
  return (on) => {
    const [left, right, top, bottom] = [on.x(x1), on.x(x2), on.y(y1), on.y(y2)];
    const attributes = {
      x: px(Math.min(left, right)),
      y: px(Math.min(top, bottom)),
      width: px(Math.abs(right - left)),
      height: px(Math.abs(bottom - top)),
    };
    return { tag: 'rect', attributes: { ...styled(look), ...attributes } };
  };
}

/**
 * An arrow from a point to another. `bend` is the angle, in degrees, at which it leaves and arrives, to the left if
 * positive; the insets keep it away from its ends, in pixels.
 */
export function arrow(
  from: Pair,
  to: Pair,
  {
    bend = 0,
    headLength = 8,
    insetStart = 0,
    insetEnd = 0,
    ...look
  }: Look & { bend?: number; headLength?: number; insetStart?: number; insetEnd?: number },
): Mark {
  const turn = radians(bend);
  const strokeWidth = look.strokeWidth ?? 1.5;
  const style = outlined({ ...look, strokeWidth });
  return (on) => {
    const [x1, y1, x2, y2] = [on.x(from[0]), on.y(from[1]), on.x(to[0]), on.y(to[1])];
    const angle = Math.atan2(y2 - y1, x2 - x1);
    const start = [x1 + insetStart * Math.cos(angle - turn), y1 + insetStart * Math.sin(angle - turn)] as const;
    const end = [x2 - insetEnd * Math.cos(angle + turn), y2 - insetEnd * Math.sin(angle + turn)] as const;
    const length = Math.hypot(end[0] - start[0], end[1] - start[1]);
    const head = Math.min((headLength * strokeWidth) / 1.5, length / 3);
    const wing = (side: number) => {
      const back = angle + turn + radians(30 * side);
      return `${px(end[0] - head * Math.cos(back))} ${px(end[1] - head * Math.sin(back))}`;
    };
    const tip = `${px(end[0])} ${px(end[1])}`;
    const r = px(length / (2 * Math.sin(Math.abs(turn))));
    const way = bend === 0 ? `L${tip}` : `A${r} ${r} 0 0 ${bend > 0 ? 1 : 0} ${tip}`;
    return path(style, `M${px(start[0])} ${px(start[1])}${way}M${wing(1)}L${tip}L${wing(-1)}`);
  };
}
