import { exp, fixed, log, log1p, logSumExp, percent, softmax, text } from 'logits';
import {
  choice,
  mention,
  rows,
  rowsOf,
  say,
  termOf,
  valuesOf,
  widget,
  withValue,
  without,
  type Piece,
  type Row,
} from '../widget/contract.ts';
import { listed, logitText } from '../widget/words.ts';

const limit = 350;

const vector = (label: string) =>
  rows({
    label,
    value: rowsOf(['cat', 'dog', 'cow', 'zebra'], [2, 1, -0.4, -1.2]),
    min: -5,
    max: 5,
    step: 0.1,
    limits: [-limit, limit],
    count: [2, 12],
    labels: ['horse', 'sheep', 'goat', 'hen', 'duck', 'fox', 'hare', 'owl'],
    edit: true,
  });

const classesOf = (z: readonly Row[]): Record<string, string> =>
  Object.fromEntries(z.map(({ label }) => [label, label]));

/** A difference of two logits without the noise of subtraction in its last digits. */
const gapText = (gap: number): string => logitText(Number(gap.toFixed(6)));

/** The shares of rows by label. */
const sharesOf = (z: readonly Row[]): Map<string, number> => {
  const p = softmax(valuesOf(z));
  return new Map(z.map(({ label }, i) => [label, p[i]!]));
};

/** Below half a unit of the last decimal shown, a share has not moved. */
const still = (change: number): boolean => Math.abs(change) < 5e-5;

/** Who gained and who paid, the largest first. */
function ledger(changes: readonly { label: string; change: number }[]): Piece[] {
  const gained = changes.filter(({ change }) => change > 0 && !still(change)).sort((a, b) => b.change - a.change);
  const paid = changes.filter(({ change }) => change < 0 && !still(change)).sort((a, b) => a.change - b.change);
  const entries = (list: typeof changes, verb: string): Piece[] => [
    ...list
      .slice(0, 3)
      .flatMap(({ label, change }, i): Piece[] => [
        i === 0 ? '' : ', ',
        mention(termOf(label), i === 0 ? `${label} ${verb} ` : `${label} `),
        fixed(Math.abs(change)),
      ]),
    list.length > 3 ? `, ${list.length - 3} more the rest` : '',
  ];
  if (gained.length + paid.length === 0) return [];
  return [
    ' Since the marks, ',
    ...entries(gained, 'gained'),
    gained.length > 0 && paid.length > 0 ? '; ' : '',
    ...entries(paid, 'paid'),
    '.',
  ];
}

/** How two classes compare, in words. */
function comparison(row: string, other: string, gap: number, ratio: number): Piece[] {
  const [one, two] = [mention(termOf(row), row), mention(termOf(other), other)];
  if (gap === 0) return say` ${one} and ${two} have equal logits, so they are equally likely.`;
  const apart = mention('gap', `${gapText(Math.abs(gap))} ${gap > 0 ? 'higher' : 'lower'}`);
  return say` A logit ${apart} makes ${one} ${mention('ratio', text(ratio))} times as likely as ${two}.`;
}

export default widget({
  title: 'The softmax spreadsheet',
  about: 'Drag the scores of a few classes and see who gets which share, and who pays for it.',
  params: {
    z: vector('logit'),
    row: choice<string>({ label: 'look at', value: 'cat', options: ({ z }) => classesOf(z) }),
    other: choice<string>({ label: 'against', value: 'dog', options: ({ z, row }) => classesOf(without(z, row)) }),
    // What the marks on the bars remember, and the row whose share is held at its mark.
    from: vector('logit at the marks'),
    held: choice<string>({ label: 'held', value: '', options: ({ from }) => ({ '': 'nobody', ...classesOf(from) }) }),
  },
  settle: (params) => {
    const { z, from, held } = params;
    const share = sharesOf(from).get(held);
    if (share === undefined || !z.some(({ label }) => label === held)) return { ...params, held: '' };
    // p = e^z / (e^z + Σ others) solved for z; four decimals hold the share and can still be read.
    const follows = log(share) - log1p(-share) + logSumExp(valuesOf(without(z, held)));
    const bounded = Math.min(Math.max(follows, -limit), limit);
    return { ...params, z: withValue(z, held, Number(bounded.toFixed(4))) };
  },
  values: ({ z, row, other, from, held }) => {
    const logits = valuesOf(z);
    const p = softmax(logits);
    const e = logits.map(exp);
    const before = sharesOf(from);
    const index = (label: string) => z.findIndex((one) => one.label === label);
    const [a, b] = [index(row), index(other)];
    const top = Math.max(...p);
    return {
      classes: z.map(({ label, value }, i) => ({
        label,
        z: value,
        e: e[i]!,
        p: p[i]!,
        change: p[i]! - (before.get(label) ?? 0),
      })),
      marks: z.map(({ label }) => before.get(label)),
      sum: e.reduce((x, y) => x + y, 0),
      // Float64 may miss 1 in the last place or two, which would only flicker under the hand.
      total: Number(p.reduce((x, y) => x + y, 0).toFixed(12)),
      top,
      winners: z.filter((_, i) => p[i] === top).map(({ label }) => label),
      zRow: logits[a]!,
      eRow: e[a]!,
      pRow: p[a]!,
      zOther: logits[b]!,
      pOther: p[b]!,
      gap: logits[a]! - logits[b]!,
      ratio: exp(logits[a]! - logits[b]!),
      heldShare: before.get(held) ?? 0,
    };
  },
  tones: { sum: 'softmax', p: 'softmax', pRow: 'softmax', pOther: 'softmax' },
  write: {
    z: logitText,
    e: (e) => fixed(e, 3),
    sum: (s) => fixed(s, 3),
    p: (p) => fixed(p),
    top: (p) => percent(p),
    zRow: logitText,
    eRow: (e) => fixed(e, 3),
    pRow: (p) => fixed(p),
    zOther: logitText,
    pOther: (p) => fixed(p),
    gap: gapText,
    heldShare: (p) => fixed(p),
    change: (p) => fixed(p),
    total: (p) => fixed(p),
  },
  names: {
    classes: 'Each class',
    label: 'class',
    z: 'logit z',
    p: 'p',
    e: 'eᶻ',
    change: 'change since the marks',
    sum: 'sum of eᶻ',
    total: 'sum of p',
    top: 'largest share',
    zRow: 'its z',
    eRow: 'its eᶻ',
    pRow: 'its p',
    zOther: 'z of the other',
    pOther: 'p of the other',
    gap: 'difference of the two logits',
    ratio: 'ratio of the two shares',
    heldShare: 'share held at',
  },
  columns: {
    z: {
      each: 'classes',
      head: { label: 'class', value: 'logit z' },
      columns: [
        {
          head: 'eᶻ',
          only: 'wide',
          cell: ({ e }) => fixed(e, 3),
          foot: ({ sum }) => ({ text: fixed(sum, 3), term: 'sum' }),
        },
        { head: '', only: 'narrow', cell: ({ e }, { sum }) => `${fixed(e, 3)} ÷ ${fixed(sum, 3)}` },
        {
          head: 'share',
          cell: ({ p }, { marks }, i) => ({
            bar: p,
            tone: 'softmax',
            mark: marks[i] === undefined || still(p - marks[i]!) ? undefined : marks[i]!,
          }),
        },
        {
          head: 'p',
          cell: ({ p, label }, { held }) => ({
            text: `${label === held ? '=\u00a0' : ''}${fixed(p)}`,
            tone: 'softmax',
          }),
          foot: ({ total }) => fixed(total),
        },
      ],
    },
  },
  actions: {
    mark: { label: 'Mark these shares', do: (params) => ({ ...params, from: params.z }) },
    hold: {
      label: 'Hold its share, or let go',
      do: (params) => ({ ...params, from: params.z, held: params.held === params.row ? '' : params.row }),
    },
  },
  layout: ['z', ['row', 'other']],
  say: ({ row, other, winners, top, ratio, gap, classes, held, heldShare }) => [
    ...(winners.length === 1
      ? say`The bet is on ${mention(termOf(winners[0]!), `${winners[0]}, ${percent(top)}`, 'softmax')}.`
      : say`${listed(winners)} tie for the lead at ${mention('top', percent(top), 'softmax')}.`),
    ...comparison(row, other, gap, ratio),
    ...(held === ''
      ? []
      : say` The share of ${mention(termOf(held), held)} is held at ${fixed(heldShare)}: its logit follows the others.`),
    ...ledger(classes),
  ],
});
