import { fixed, softmax, text } from 'logits';
import { dot, handle, label, line, link } from '../draw/marks.ts';
import { beyond, dot3, movedBefore, seenFrom, viewFrom, type Triple } from '../draw/space.ts';
import { mention, number, rows, rowsOf, say, termOf, valuesOf, widget, type Row } from '../widget/contract.ts';
import { logitText } from '../widget/words.ts';

/** How far each logit goes from 0. */
const reach = 3;

/** How much of the space is in sight, from the middle to the upper edge. */
const sight = 4.7;

/** The direction of a shift: the same for every logit. */
const shift: Triple = [1, 1, 1];
const axes: readonly Triple[] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

/** How high an eye stands that looks along the shift, in degrees. */
const along = { turn: 45, tilt: Number(((180 / Math.PI) * Math.asin(1 / Math.sqrt(3))).toFixed(4)) };

const mean = (z: readonly number[]): number => z.reduce((a, b) => a + b, 0) / z.length;

/** Where three shares lie in the triangle, which stands in the plane of all logits of mean 0. */
const size = 3.6;
const inTriangle = (p: ArrayLike<number>): Triple => [
  size * (p[0]! - 1 / 3),
  size * (p[1]! - 1 / 3),
  size * (p[2]! - 1 / 3),
];

const within = (x: number): number => Math.min(Math.max(x, -reach), reach);
const rowsWith = (z: readonly Row[], values: readonly number[]): Row[] =>
  z.map(({ label }, i) => ({ label, value: Number(within(values[i]!).toFixed(1)) + 0 }));

/** An angle brought between −180 and 180, in whole degrees. */
const around = (degrees: number): number => Math.round(((((degrees + 180) % 360) + 360) % 360) - 180);

export default widget({
  title: 'What softmax can’t see',
  about: 'Turn the space of three logits until the direction of a shift is a point: that is how softmax sees it.',
  params: {
    z: rows({
      label: 'logit',
      value: rowsOf(['cat', 'dog', 'cow'], [2, 1.2, -0.4]),
      min: -reach,
      max: reach,
      step: 0.1,
    }),
    turn: number({ label: 'turn', value: -20, min: -180, max: 180, step: 1 }),
    tilt: number({ label: 'tilt', value: 24, min: -90, max: 90, step: 1 }),
  },
  values: ({ z, turn, tilt }) => {
    const logits = valuesOf(z);
    const p = softmax(logits);
    const c = mean(logits);
    const { toward } = viewFrom(turn, tilt);
    const cosine = Math.abs(dot3(toward, shift)) / Math.sqrt(3);
    return {
      classes: z.map(({ label, value }, i) => ({ label, z: value, rest: value - c, p: p[i]! })),
      c,
      slant: (180 / Math.PI) * Math.acos(Math.min(cosine, 1)),
    };
  },
  names: {
    classes: 'Each class',
    label: 'class',
    z: 'logit z',
    rest: 'z − mean',
    p: 'p',
    c: 'mean of the logits',
    slant: 'angle between sight and shift, in degrees',
  },
  write: {
    z: logitText,
    rest: (x) => fixed(x, 2),
    p: fixed,
    c: (x) => fixed(x, 2),
    slant: (x) => fixed(x, 0),
    turn: (x) => text(x),
    tilt: (x) => text(x),
  },
  columns: {
    z: {
      each: 'classes',
      head: { label: 'class', value: 'logit z' },
      columns: [{ head: 'p', cell: ({ p }) => ({ text: fixed(p), tone: 'softmax' }) }],
    },
  },
  draw: {
    space: {
      title: 'The space of three logits: a point, the line along which a shift moves it, and the triangle of shares',
      size: { narrow: [343, 320], wide: [480, 420] },
      still: (_, { width, height }) => ({
        marginTop: 0,
        marginRight: 0,
        marginBottom: 0,
        marginLeft: 0,
        x: { domain: [(-sight * width) / height, (sight * width) / height], axis: null },
        y: { domain: [-sight, sight], axis: null },
        marks: [],
      }),
      moving: ({ z, turn, tilt, classes, c }) => {
        const view = viewFrom(turn, tilt);
        const at = (point: Triple) => seenFrom(view, point);
        const here = valuesOf(z) as unknown as Triple;
        const foot = beyond(here, shift, -c);
        const share = inTriangle(classes.map(({ p }) => p));
        // What lies behind the triangle is drawn first, and fainter.
        const front = dot3(view.toward, shift) >= 0 ? 1 : -1;
        const half = (side: number, from: Triple, to: Triple, look: Parameters<typeof link>[2]) =>
          link(at(from), at(to), side === front ? look : { ...look, strokeOpacity: 0.45, strokeDasharray: '3 3' });
        const side = (which: number) => [
          ...axes.map((axis) =>
            half(which, [0, 0, 0], beyond([0, 0, 0], axis, which * reach), { stroke: 'var(--soft)', strokeWidth: 1 }),
          ),
          half(which, foot, beyond(foot, shift, which * reach), { stroke: 'var(--ink)', strokeWidth: 2, term: 'c' }),
        ];
        return [
          ...side(-front),
          line(axes.map(inTriangle).map(at), {
            closed: true,
            fill: 'color-mix(in srgb, var(--softmax) 14%, var(--paper))',
            fillOpacity: 0.85,
            stroke: 'var(--softmax)',
            strokeWidth: 1.25,
          }),
          ...axes.map((axis) =>
            link(at([0, 0, 0]), at(inTriangle(axis.map((one) => (1 - one) / 2))), {
              stroke: 'var(--softmax)',
              strokeWidth: 1,
              strokeDasharray: '2 4',
            }),
          ),
          link(at(foot), at(share), { stroke: 'var(--softmax)', strokeWidth: 1, strokeDasharray: '2 2' }),
          ...side(front),
          dot(at(foot), { r: 3.5, fill: 'var(--paper)', stroke: 'var(--ink)', term: 'rest' }),
          dot(at(share), { r: 7, fill: 'var(--softmax)', stroke: 'var(--paper)', strokeWidth: 2, term: 'p' }),
          ...axes.map((axis, i) =>
            label(at(beyond([0, 0, 0], axis, reach + 0.45)), z[i]!.label, {
              fontSize: 13,
              fontWeight: 600,
              fill: 'var(--ink)',
              stroke: 'var(--paper)',
              strokeWidth: 4,
              term: termOf(z[i]!.label),
            }),
          ),
          ...handle(at(here), { r: 6.5, fill: 'var(--ink)', stroke: 'var(--paper)', strokeWidth: 2, term: 'z' }),
        ];
      },
      moves: ['z', 'turn', 'tilt'],
      // The point that is taken moves in the plane that the eye sees; taken anywhere else, the space turns.
      drag: ({ z, turn, tilt }, _, at, from) => {
        const view = viewFrom(turn, tilt);
        const here = valuesOf(z) as unknown as Triple;
        const [x, y] = seenFrom(view, here);
        if (Math.hypot(from.x - x, from.y - y) < 0.35)
          return { z: rowsWith(z, movedBefore(view, here, at.x - from.x, at.y - from.y)), turn, tilt };
        const degrees = 90 / sight;
        const tilted = Math.round(tilt - degrees * (at.y - from.y));
        return { z, turn: around(turn - degrees * (at.x - from.x)), tilt: Math.min(Math.max(tilted, -90), 90) };
      },
    },
  },
  actions: {
    up: {
      label: '+0.5 to all',
      do: ({ z, ...rest }) => ({
        ...rest,
        z: rowsWith(
          z,
          valuesOf(z).map((x) => x + 0.5),
        ),
      }),
      when: ({ z }) => Math.max(...valuesOf(z)) <= reach - 0.5,
    },
    down: {
      label: '−0.5 to all',
      do: ({ z, ...rest }) => ({
        ...rest,
        z: rowsWith(
          z,
          valuesOf(z).map((x) => x - 0.5),
        ),
      }),
      when: ({ z }) => Math.min(...valuesOf(z)) >= 0.5 - reach,
    },
    look: {
      label: 'Look along the shift',
      do: (params) => ({ ...params, ...along }),
      when: ({ slant }) => slant > 0.01,
    },
  },
  layout: ['space', 'z', ['turn', 'tilt']],
  say: ({ classes, c, slant }) => {
    const [shares, where] = [classes.map(({ p }) => fixed(p, 2)).join(', '), fixed(c, 2)];
    return slant < 0.5
      ? say`You look along the shift: every logit plus a constant is this one point, with the shares ${mention('p', shares, 'softmax')}.`
      : say`The mean of the logits is ${mention('c', where)}, the shares are ${mention('p', shares, 'softmax')}. A shift moves the point along its line, which you see at ${fixed(slant, 0)}°; the shares stay.`;
  },
});
