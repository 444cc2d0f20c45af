import * as Plot from '../draw/plot.ts';
import { exact, formats, round, text } from 'logits';
import { beyond, called, endsOf, expIn, formatNames, lossOf } from '../draw/float-formats.ts';
import { clearOfRing, dot, handle, label, ruleX } from '../draw/marks.ts';
import { listed } from '../widget/words.ts';
import { mention, number, say, widget, type Stage } from '../widget/contract.ts';

const reach = 1000;

/** How many formats, in words. */
const counted = ['none', 'one', 'two', 'three', 'four', 'five', 'all'];

/** A number short enough to stand at the end of a bar. */
const short = (x: number): string => text(x, Math.abs(x) >= 100 ? 5 : 4);

/** Where lane i has its bar, the letters over its ends, and on a narrow screen its name, for y from 0 at the top. */
const laneOf = ({ label }: { label: string }): number => lanesInOrder.indexOf(label);
const lanesInOrder: string[] = formatNames.map(called);
const barAt = (lane: { label: string }): number => laneOf(lane) + 0.72;
const endAt = (lane: { label: string }): number => laneOf(lane) + 0.42;
const nameAt = (lane: { label: string }): number => laneOf(lane) + 0.16;

/** Every lane's bar, and what its ends say: over a long bar, beside a short one. */
const bars = formatNames.map((name) => {
  const { overflowLogit: overflow, lastNonzero, subnormal } = endsOf(name);
  const long = overflow > 50;
  return {
    label: called(name),
    overflow,
    lastNonzero,
    subnormal,
    long,
    low: `0 below ${short(lastNonzero)}`,
    high: `${beyond(name)} from ${short(overflow)}`,
  };
});

const wideTicks = [-1000, -100, -10, -1, 0, 1, 10, 100, 1000];
const narrowTicks = [-1000, -100, -10, 0, 10, 100, 1000];
const small = { fill: 'var(--soft)', fontSize: 11 };
const ends = ({ narrow }: Stage): number => (narrow ? 3000 : 5000);

export default widget({
  title: 'The ladder of formats',
  about: 'One logit climbs through six float formats at once, until e to the z leaves each of them.',
  params: { z: number({ label: 'logit z', value: 12, min: -800, max: 800, step: 0.5, limits: [-reach, reach] }) },
  values: ({ z }) => {
    const lanes = formatNames.map((name) => {
      const e = expIn(z, name);
      const stored = round(z, name);
      const state = lossOf(stored, e) ?? (e < formats[name].smallestNormal ? 'subnormal' : 'normal');
      return { label: called(name), stored, e, state };
    });
    const those = (state: string) => lanes.filter((lane) => lane.state === state).map(({ label }) => label);
    return {
      lanes,
      finite: listed([...those('normal'), ...those('subnormal')], ''),
      overflowedCount: counted[those('overflowed').length]!,
      zeroCount: counted[those('zero').length]!,
      overflowed: listed(those('overflowed'), ''),
      zero: listed(those('zero'), ''),
      subnormal: listed(those('subnormal'), ''),
      notStored: listed(those('not stored'), ''),
    };
  },
  names: {
    lanes: 'The logit in each format',
    label: 'format',
    stored: 'z, stored',
    e: 'eᶻ',
    state: 'which is',
    overflowedCount: 'formats overflowed',
    zeroCount: 'formats with eᶻ = 0',
    finite: 'a positive number in',
    overflowed: 'overflowed in',
    zero: '0 in',
    subnormal: 'subnormal in',
    notStored: 'the logit does not fit into',
  },
  write: { z: exact, stored: exact, e: text },
  draw: {
    lanes: {
      title: 'For each of six formats, the logits whose e to the z is a number, and where the logit z stands',
      size: { narrow: [343, 406], wide: [640, 336] },
      still: (_, stage) => ({
        marginLeft: stage.narrow ? 4 : 112,
        marginRight: stage.narrow ? 4 : 112,
        marginTop: 4,
        marginBottom: 48,
        x: {
          type: 'symlog',
          constant: 1,
          domain: [-ends(stage), ends(stage)],
          ticks: stage.narrow ? narrowTicks : wideTicks,
          tickFormat: (x: number) => exact(x),
          label: 'logit z',
          labelAnchor: 'center',
          tickPadding: clearOfRing,
          labelArrow: 'none',
        },
        y: { domain: [6, 0], axis: null },
        marks: [
          Plot.ruleX([0], { stroke: 'var(--line)' }),
          Plot.ruleY(bars, { y: barAt, x1: -ends(stage), x2: ends(stage), stroke: 'var(--line)' }),
          Plot.ruleY(bars, {
            y: barAt,
            x1: 'lastNonzero',
            x2: 'subnormal',
            stroke: 'var(--softmax)',
            strokeWidth: 7,
            strokeDasharray: '2 2',
          }),
          Plot.ruleY(bars, { y: barAt, x1: 'subnormal', x2: 'overflow', stroke: 'var(--softmax)', strokeWidth: 7 }),
          Plot.text(bars, {
            x: () => -ends(stage),
            y: stage.narrow ? nameAt : barAt,
            dx: stage.narrow ? 0 : -8,
            text: 'label',
            textAnchor: stage.narrow ? 'start' : 'end',
            fontWeight: 600,
          }),
        ],
      }),
      moving: ({ z, lanes }, stage) => {
        const on = (...states: string[]) => lanes.filter(({ state }) => states.includes(state));
        const value = (those: typeof lanes, fill: string) =>
          those.map((lane) =>
            label([ends(stage), (stage.narrow ? nameAt : barAt)(lane)], text(lane.e, 6), {
              dx: stage.narrow ? 0 : 8,
              textAnchor: stage.narrow ? 'end' : 'start',
              stays: true,
              fill,
              fontVariant: 'tabular-nums',
              ...(fill === 'var(--alarm)' && { fontWeight: 600 }),
            }),
          );
        return [
          ruleX(z, { stroke: 'var(--ink)', strokeOpacity: 0.55, term: 'z' }),
          ...handle([z, formatNames.length], {
            along: 'x',
            r: 5,
            fill: 'var(--ink)',
            stroke: 'var(--paper)',
            term: 'z',
          }),
          // What the ends of a bar say makes way for the line that passes.
          ...bars.flatMap((bar) => [
            label([bar.lastNonzero, endAt(bar)], bar.low, { textAnchor: bar.long ? 'start' : 'middle', ...small }),
            label([bar.overflow, endAt(bar)], bar.high, { textAnchor: bar.long ? 'end' : 'middle', ...small }),
          ]),
          ...value(on('normal', 'subnormal'), 'var(--ink)'),
          ...value(on('overflowed', 'zero', 'not stored'), 'var(--alarm)'),
          ...on('normal').map((lane) =>
            dot([lane.stored, barAt(lane)], { r: 5, fill: 'var(--ink)', stroke: 'var(--paper)' }),
          ),
          ...on('subnormal').map((lane) =>
            dot([lane.stored, barAt(lane)], { r: 5, fill: 'var(--paper)', stroke: 'var(--ink)', strokeWidth: 2 }),
          ),
          ...on('overflowed', 'zero', 'not stored').map((lane) =>
            dot([Number.isNaN(lane.stored) ? z : lane.stored, barAt(lane)], {
              r: 5,
              symbol: 'times',
              stroke: 'var(--alarm)',
              strokeWidth: 2.5,
            }),
          ),
        ];
      },
      drag: (_, __, { x }) => ({
        z: Number(Math.min(Math.max(x, -reach), reach).toFixed(Math.abs(x) < 100 ? 1 : 0)),
      }),
    },
  },
  actions: {
    sink: {
      label: '← Next 0',
      do: ({ z }) => ({ z: firstZeros.findLast((at) => at < z) ?? z }),
      when: ({ z }) => firstZeros[0]! < z,
    },
    climb: {
      label: 'Next ∞ →',
      do: ({ z }) => ({ z: overflows.find((at) => at > z) ?? z }),
      when: ({ z }) => overflows.at(-1)! > z,
    },
  },
  say: ({ z, finite, overflowed, zero, subnormal, notStored }) =>
    say`At z = ${mention('z', exact(z))}, e to the z ${
      overflowed
        ? ['has overflowed in ', mention('e', overflowed, 'alarm')]
        : zero
          ? ['has become 0 in ', mention('e', zero, 'alarm')]
          : 'fits into every format'
    }${subnormal && ` and is subnormal in ${subnormal}`}${
      (overflowed || zero) && finite && `; it is a positive number in ${finite}`
    }${notStored && `; the logit itself does not fit into ${notStored}`}.`,
});

/** The logits at which an e^z first overflows, and at which one first becomes 0. */
const overflows = formatNames.map((name) => endsOf(name).overflowLogit).toSorted((a, b) => a - b);
const firstZeros = formatNames.map((name) => endsOf(name).firstZero).toSorted((a, b) => a - b);
