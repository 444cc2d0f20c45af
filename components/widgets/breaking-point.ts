import * as Plot from '../draw/plot.ts';
import { exact, exp, log1p, round, sigmoid, text, type FormatName } from 'logits';
import { called, endsOf, formatNames, lossOf, sharesIn, textbookSigmoidIn } from '../draw/float-formats.ts';
import { needed } from '../draw/polyline.ts';
import { dot, handle, label, line, link, px, rect, ruleX, standing, type Mark } from '../draw/marks.ts';
import { flag, mention, number, say, widget, type Stage } from '../widget/contract.ts';
import { listed } from '../widget/words.ts';

/** The logits that a hand can go to, and the logits that are drawn: room for what lies beyond the last ladder. */
const reach = 1000;
const shown = 5000;

/** A number with as few digits as a column has room for. */
const short = (x: number, digits = 4): string => (x === Infinity ? '∞' : text(x, digits));
const longer = (x: number): string => short(x, 6);

/** What code makes of z in a format: σ(z), and softmax of two equal logits, as written or with the maximum subtracted. */
function answersIn(z: number, name: FormatName, shifted: boolean) {
  const stored = round(z, name);
  const { e, sum, p } = sharesIn([stored, stored], shifted ? stored : 0, name);
  const sigma = shifted ? sharesIn([stored, 0], Math.max(stored, 0), name).p[0]! : textbookSigmoidIn(z, name);
  return { e: e[0]!, sum, softmax: p[0]!, sigma };
}

/** A point of a curve: a logit and an answer. */
type Pair = readonly [z: number, v: number];

/** The logits of a drawing, counted from one end to the other so that they stand equally far apart, nearly a pixel. */
const places = 400;
const logitAt = (place: number): number => {
  const part = (2 * place) / places - 1;
  return Math.sign(part) * (exp(Math.abs(part) * log1p(shown)) - 1);
};

/** How high a curve is drawn, in pixels: its corners are those that an eye needs at that height. */
const tall = 30;

/** The pieces of a curve over all logits, parted where its function gives no number; sharp where it jumps. */
function pieces(f: (z: number) => number): Pair[][] {
  const at = (place: number) => f(logitAt(place));
  const jumps = (a: number, b: number) => Number.isNaN(a) !== Number.isNaN(b) || Math.abs(a - b) > 0.1;
  const found: Pair[][] = [[]];
  const put = (place: number) => {
    const v = at(place);
    if (!Number.isNaN(v)) found.at(-1)!.push([place, tall * v]);
    else if (found.at(-1)!.length > 0) found.push([]);
  };
  put(0);
  for (let place = 1; place <= places; place++) {
    let [low, high] = [place - 1, place];
    if (jumps(at(low), at(high))) {
      while (high - low > 1e-6) {
        const middle = (low + high) / 2;
        if (jumps(at(low), at(middle))) high = middle;
        else low = middle;
      }
      put(low);
      put(high);
    }
    put(place);
  }
  return found
    .filter((piece) => piece.length > 0)
    .map((piece) => needed(piece).map(([place, v]): Pair => [logitAt(place), v / tall]));
}

/** What is drawn of a format: both curves, and where softmax gives no number, and why. */
interface Curves {
  label: string;
  sigma: Pair[][];
  softmax: Pair[][];
  losses: { from: number; to: number; why: string }[];
}

const known = new Map<boolean, Curves[]>();

/** The curves of all formats; computed when they are first drawn. */
function curvesOf(shifted: boolean): Curves[] {
  const found = known.get(shifted);
  if (found) return found;
  const made = formatNames.map((name) => {
    const softmax = pieces((z) => answersIn(z, name, shifted).softmax);
    const [low, high] = [softmax[0]![0]![0], softmax.at(-1)!.at(-1)![0]];
    const why = (z: number) => {
      const { e, sum } = answersIn(z, name, shifted);
      return Number.isNaN(e) ? 'NaN' : `${short(e)}/${short(sum)}`;
    };
    return {
      label: called(name),
      sigma: pieces((z) => answersIn(z, name, shifted).sigma),
      softmax,
      losses: [
        { from: -shown, to: low, why: why(-shown) },
        { from: high, to: shown, why: why(shown) },
      ].filter(({ from, to }) => from < to),
    };
  });
  known.set(shifted, made);
  return made;
}

/** Where things stand in a lane, for y from 0 at the top of the first: its curves, and the ladder under them. */
const lanesInOrder: string[] = formatNames.map(called);
const laneOf = (lane: string): number => lanesInOrder.indexOf(lane);
const heightAt = (lane: string, v: number, { narrow }: Stage): number =>
  laneOf(lane) + (narrow ? 0.76 - 0.4 * v : 0.7 - 0.56 * v);
const ladderAt = (lane: string): number => laneOf(lane) + 0.88;
const wordsAt = (lane: string, { narrow }: Stage): number => laneOf(lane) + (narrow ? 0.17 : 0.5);

/** Moves a curve of the first lane to another: those that look alike are written alike, so that the page is light. */
const inLane =
  (lane: string, mark: Mark): Mark =>
  (on) => {
    const shape = mark(on);
    const down = px(on.y(laneOf(lane)) - on.y(0));
    return { ...shape, attributes: { ...shape.attributes, transform: `translate(0 ${down})` } };
  };

/** Where the ring stands that a hand takes, and the heads of the columns. */
const rail = ({ narrow }: Stage): number => (narrow ? -0.7 : -0.34);
const head = -0.23;

const hues = { sigma: 'var(--sigmoid)', softmax: 'var(--softmax)' };

/** The right edges of the three columns of numbers, in pixels off the right end of the drawing. */
const edges = ({ narrow }: Stage) => (narrow ? { e: 157, sigma: 56, softmax: 0 } : { e: 222, sigma: 88, softmax: 0 });

/** The frame within which the curves stand. */
const frame = ({ narrow }: Stage) =>
  narrow
    ? { marginTop: 72, marginRight: 2, marginBottom: 24, marginLeft: 2 }
    : { marginTop: 60, marginRight: 366, marginBottom: 30, marginLeft: 142 };

const ladders = formatNames.map((name) => {
  const { lastNonzero, overflowLogit } = endsOf(name);
  return { label: called(name), low: lastNonzero, high: overflowLogit };
});

const overflows = [...new Set(ladders.map(({ high }) => high))].toSorted((a, b) => a - b);
const zeros = formatNames.map((name) => endsOf(name).firstZero).toSorted((a, b) => a - b);

/** What does not move with the logit, by whether the maximum is subtracted and how wide the drawing is. */
const backdrops = new Map<string, Mark[]>();

/** Where softmax is lost, and both curves of every format. */
function backdropOf(shifted: boolean, stage: Stage): Mark[] {
  const key = `${shifted} ${stage.narrow}`;
  const found = backdrops.get(key);
  if (found) return found;
  const height = (lane: string, v: number) => heightAt(lane, v, stage);
  const made = [
    ...curvesOf(shifted).flatMap(({ label: name, losses }) =>
      losses.flatMap(({ from, to, why }) => [
        rect([from, height(name, 1.1)], [to, height(name, -0.08)], { fill: 'var(--alarm-wash)' }),
        label([from < 0 ? from : to, height(name, 0.5)], why, {
          dx: from < 0 ? 4 : -4,
          textAnchor: from < 0 ? 'start' : 'end',
          fontSize: stage.narrow ? 10 : 12,
          fill: 'var(--alarm)',
          stays: true,
        }),
      ]),
    ),
    ...curvesOf(shifted).flatMap(({ label: name, ...curve }) =>
      (['sigma', 'softmax'] as const).flatMap((which) =>
        curve[which].map((piece) =>
          inLane(
            name,
            line(
              piece.map(([at, v]): Pair => [at, height(lanesInOrder[0]!, v)]),
              { stroke: hues[which], strokeWidth: 2 },
            ),
          ),
        ),
      ),
    ),
  ].map(standing);
  backdrops.set(key, made);
  return made;
}

export default widget({
  title: 'Where floating point breaks',
  about:
    'One logit goes through sigmoid and softmax in six float formats, until each of them breaks; one switch heals them.',
  params: {
    z: number({ label: 'logit z', value: 12, min: -800, max: 800, step: 0.5, limits: [-reach, reach] }),
    shifted: flag({ label: 'Subtract the maximum', value: false }),
  },
  values: ({ z, shifted }) => {
    const lanes = formatNames.map((name) => {
      const stored = round(z, name);
      const { e, sum, softmax, sigma } = answersIn(z, name, shifted);
      const state = lossOf(stored, e) ?? (Number.isFinite(sum) ? 'fine' : 'sum overflowed');
      // What should be a positive number and is 0, or none.
      const lost = Number.isNaN(sigma) || (sigma === 0 && round(sigmoid(stored), name) !== 0);
      return { label: called(name), e, sigma, softmax, state, lost };
    });
    const those = (...states: string[]) =>
      listed(
        lanes.filter(({ state }) => states.includes(state)).map((lane) => lane.label),
        '',
      );
    return {
      lanes,
      fine: those('fine'),
      fineCount: lanes.filter(({ state }) => state === 'fine').length,
      overflowed: those('overflowed', 'sum overflowed'),
      zero: those('zero'),
      notStored: those('not stored'),
    };
  },
  names: {
    lanes: 'The answers in each format',
    label: 'format',
    e: 'e to the exponent',
    sigma: 'σ(z)',
    softmax: 'softmax of z and z',
    state: 'which is',
    lost: 'σ(z) is lost',
    fine: 'softmax is right in',
    fineCount: 'formats in which softmax is right',
    overflowed: 'overflowed in',
    zero: '0 in',
    notStored: 'the logit does not fit into',
  },
  write: { z: exact, e: longer, sigma: short, softmax: short },
  draw: {
    lanes: {
      title:
        'Sigmoid and softmax in six float formats over all logits, where each breaks, and their answers at the logit z',
      size: { narrow: [343, 436], wide: [912, 408] },
      still: (_, stage) => ({
        ...frame(stage),
        x: { type: 'symlog', constant: 1, domain: [-shown, shown], axis: null },
        y: { domain: [6, 0], axis: null },
        marks: [
          Plot.axisX({
            ticks: [-1000, -100, -10, 0, 10, 100, 1000],
            tickFormat: (x: number) => exact(x),
            tickSize: 0,
            fontSize: stage.narrow ? 11 : 13,
            fill: 'var(--soft)',
            label: null,
          }),
          Plot.ruleX(ladders, {
            x: 0,
            y1: ({ label }) => heightAt(label, 1.1, stage),
            y2: ({ label }) => ladderAt(label),
            stroke: 'var(--line)',
          }),
          Plot.ruleY([0, 1, 2, 3, 4, 5, 6], {
            stroke: 'var(--line)',
            insetLeft: stage.narrow ? 0 : -142,
            insetRight: stage.narrow ? 0 : -366,
          }),
          Plot.ruleY(ladders, {
            y: ({ label }) => ladderAt(label),
            x1: 'low',
            x2: 'high',
            stroke: 'var(--soft)',
            strokeWidth: 3,
          }),
        ],
      }),
      moving: ({ z, shifted, lanes }, stage) => {
        const { narrow } = stage;
        const size = narrow ? 12 : 16;
        const height = (lane: string, v: number) => heightAt(lane, v, stage);
        const right = edges(stage);
        const inColumn = (column: keyof typeof right, y: number, words: string, look: object): Mark =>
          label([shown, y], words, {
            dx: frame(stage).marginRight - right[column],
            textAnchor: 'end',
            fontSize: size,
            fontVariant: 'tabular-nums',
            stays: true,
            ...look,
          });
        const alarm = { fill: 'var(--alarm)', fontWeight: 600 };
        const ink = { fill: 'var(--ink)', fontWeight: 400 };
        const paper = { r: narrow ? 4 : 5, stroke: 'var(--paper)', strokeWidth: 1.5 };
        const cross = { r: 4.5, symbol: 'times', stroke: 'var(--alarm)', strokeWidth: 2.5 } as const;
        const hand = { stroke: 'var(--ink)', strokeWidth: 1.25, term: 'z' };
        return [
          ...backdropOf(shifted, stage),
          // Where the numbers stand over the curves, the line keeps off them.
          ...(narrow
            ? [
                ruleX(z, { y1: rail(stage), y2: -0.4, ...hand }),
                ...lanes.map(({ label: name }) => ruleX(z, { y1: height(name, 1.15), y2: ladderAt(name), ...hand })),
              ]
            : [ruleX(z, { y1: rail(stage), y2: formatNames.length, ...hand })]),
          ...lanes.flatMap(({ label: name, state, lost, sigma, softmax }) => {
            const ill = state !== 'fine';
            const exponent = shifted && !ill ? 0 : z;
            return [
              ...(shifted
                ? [link([z, ladderAt(name)], [exponent, ladderAt(name)], { ...hand, strokeDasharray: '1 4' })]
                : []),
              dot([exponent, ladderAt(name)], ill ? cross : { ...paper, fill: 'var(--ink)' }),
              dot([z, height(name, sigma)], lost ? cross : { ...paper, fill: hues.sigma, term: 'sigma' }),
              dot(
                [z, height(name, Number.isNaN(softmax) ? 0.5 : softmax)],
                ill ? cross : { ...paper, fill: hues.softmax, term: 'softmax' },
              ),
            ];
          }),
          inColumn('e', head, shifted ? 'eᶻ⁻ᵐ' : 'eᶻ', { fill: 'var(--soft)' }),
          inColumn('sigma', head, 'σ(z)', { fill: hues.sigma }),
          inColumn('softmax', head, 'softmax', { fill: hues.softmax }),
          ...lanes.flatMap(({ label: name, state, lost, e, sigma, softmax }) => {
            const y = wordsAt(name, stage);
            const ill = state !== 'fine';
            return [
              label([-shown, y], name, {
                dx: -frame(stage).marginLeft,
                textAnchor: 'start',
                fontSize: size,
                fontWeight: 600,
                stays: true,
                fill: ill ? 'var(--alarm)' : 'var(--ink)',
              }),
              inColumn('e', y, longer(e), ill && state !== 'sum overflowed' ? alarm : ink),
              inColumn('sigma', y, short(sigma), { ...(lost ? alarm : { ...ink, fill: hues.sigma }), term: 'sigma' }),
              inColumn('softmax', y, short(softmax), {
                ...(ill ? alarm : { ...ink, fill: hues.softmax }),
                term: 'softmax',
              }),
            ];
          }),
          // The ring that a hand takes, and the logit over it.
          ...handle([z, rail(stage)], {
            r: 10,
            fill: 'var(--paper)',
            stroke: 'var(--ink)',
            strokeWidth: 2.5,
            along: 'x',
            term: 'z',
          }),
          ...['‹', '›'].map((way, i) =>
            label([z, rail(stage)], way, {
              dx: 20 * (2 * i - 1),
              dy: -1,
              fontSize: 18,
              fill: 'var(--soft)',
              stays: true,
            }),
          ),
          label([z, rail(stage)], `z = ${exact(z)}`, {
            dy: -24,
            fontSize: narrow ? 14 : 18,
            fontWeight: 600,
            term: 'z',
          }),
        ];
      },
      drag: { x: 'z' },
    },
  },
  actions: {
    down: {
      label: '← Next to become 0',
      do: (params) => ({ ...params, z: zeros.findLast((at) => at < params.z) ?? params.z }),
      when: ({ z }) => zeros[0]! < z,
    },
    up: {
      label: 'Next to overflow →',
      do: (params) => ({ ...params, z: overflows.find((at) => at > params.z) ?? params.z }),
      when: ({ z }) => overflows.at(-1)! > z,
    },
  },
  layout: ['shifted', 'lanes', 'z'],
  say: ({ z, shifted, fine, fineCount, overflowed, zero, notStored }) => {
    const equal = mention('z', exact(z));
    const all = fineCount === formatNames.length;
    if (shifted)
      return say`Less the maximum, both exponents are 0, and ${mention('e', 'e⁰ = 1')}: two logits of ${equal} get ${mention('softmax', 'one half each', 'softmax')} in ${all ? 'all six formats' : fine}.${notStored && ` Into ${notStored} the logit itself does not fit.`}`;
    return say`Two logits of ${equal} should get ${mention('softmax', 'one half each', 'softmax')}${
      all ? [', and do in all six formats.'] : fine ? [', and do in ', fine, '.'] : ['. They do in no format.']
    }${overflowed && [' In ', mention('e', overflowed, 'alarm'), ' the exponentials have overflowed.']}${
      zero && [' In ', mention('e', zero, 'alarm'), ' they have become 0.']
    }${notStored && [' Into ', mention('e', notStored, 'alarm'), ' the logit itself does not fit.']}`;
  },
});
