import { exp, exact, fixed, sigmoid, text, ulpDistance } from 'logits';
import { mention, number, say, widget } from '../widget/contract.ts';
import { listed, plural } from '../widget/words.ts';

/** What each line says, in the order of the proof. */
const steps = [
  'softmax, as defined',
  'divided through by e^z₁',
  'exponents subtracted',
  'minus drawn out',
  'the sigmoid',
];

const tenth = (z: number): number => Math.round(10 * z) / 10 + 0; // never −0

/** A logit on the sliders' steps is written with one decimal, and so is a difference of two; a typed one as it is. */
const short = (z: number): string => (Math.abs(z - tenth(z)) < 1e-9 ? fixed(tenth(z), 1) : text(z, 7));

/** How far a line is from the one above it, in words. */
const distance = (ulps: number): string =>
  Number.isNaN(ulps) ? 'no distance to count' : ulps === 0 ? 'the same to the last bit' : plural(ulps, 'ulp');

const farthest = 2000;
const far = 750;

export default widget({
  title: 'Two classes: the proof, line by line',
  about: 'Every line of the algebra evaluated with your own numbers, and how far each is from the line before.',
  params: {
    z1: number({ label: 'logit z₁', value: 3, min: -10, max: 10, step: 0.1, limits: [-farthest, farthest] }),
    z2: number({ label: 'logit z₂', value: 1, min: -10, max: 10, step: 0.1, limits: [-farthest, farthest] }),
  },
  values: ({ z1, z2 }) => {
    const e1 = exp(z1);
    const e2 = exp(z2);
    const ratio = e2 / e1;
    const d = z1 - z2;
    const lines = [e1 / (e1 + e2), 1 / (1 + ratio), 1 / (1 + exp(z2 - z1)), 1 / (1 + exp(-d)), sigmoid(d)] as const;
    const [line1, line2, line3, line4, line5] = lines;
    const ulps = lines.slice(1).map((line, i) => ulpDistance(line, lines[i]!));
    const [digits1, digits2, digits3, digits4, digits5] = lines.map(exact) as [string, string, string, string, string];
    const [apart2, apart3, apart4, apart5] = ulps.map(distance) as [string, string, string, string];
    return {
      ...{ e1, e2, ratio, d, line1, line2, line3, line4, line5, worst: Math.max(...ulps), lines, ulps },
      ...{ digits1, digits2, digits3, digits4, digits5, apart2, apart3, apart4, apart5 },
    };
  },
  names: {
    e1: 'e to the z₁',
    e2: 'e to the z₂',
    ratio: 'e to the z₂ over e to the z₁',
    d: 'd = z₁ − z₂',
    line1: 'line 1',
    line2: 'line 2',
    line3: 'line 3',
    line4: 'line 4',
    line5: 'line 5, σ(d)',
    digits1: 'line 1 in full',
    digits2: 'line 2 in full',
    digits3: 'line 3 in full',
    digits4: 'line 4 in full',
    digits5: 'line 5 in full',
    apart2: 'line 2 from line 1',
    apart3: 'line 3 from line 2',
    apart4: 'line 4 from line 3',
    apart5: 'line 5 from line 4',
    worst: 'neighboring lines at most ulp apart',
  },
  write: {
    z1: short,
    z2: short,
    d: short,
    e1: fixed,
    e2: fixed,
    ratio: fixed,
    line1: fixed,
    line2: fixed,
    line3: fixed,
    line4: fixed,
    line5: fixed,
  },
  draw: {
    lines: {
      title: 'The value of each line in float64, and its distance from the line before',
      table: ({ lines, ulps }) => ({
        head: ['line', 'value in float64', 'ulps from the line before'],
        rows: lines.map((value, i) => ({
          key: String(i + 1),
          term: `line${i + 1}`,
          cells: [
            `${i + 1}  ${steps[i]}`,
            Number.isNaN(value) ? { text: 'NaN', tone: 'alarm' } : { text: exact(value) },
            i === 0
              ? { text: '–', tone: 'soft' }
              : Number.isNaN(ulps[i - 1])
                ? { text: 'NaN', tone: 'alarm' }
                : { text: text(ulps[i - 1]!), tone: ulps[i - 1] === 0 ? 'soft' : 'logit' },
          ],
        })),
      }),
    },
  },
  actions: {
    up: {
      label: `Add ${far} to both`,
      do: ({ z1, z2 }) => ({ z1: z1 + far, z2: z2 + far }),
      when: ({ z1, z2 }) => Math.max(z1, z2) <= farthest - far,
    },
    down: {
      label: `Take ${far} from both`,
      do: ({ z1, z2 }) => ({ z1: z1 - far, z2: z2 - far }),
      when: ({ z1, z2 }) => Math.min(z1, z2) >= far - farthest,
    },
    swap: { label: 'Swap them', do: ({ z1, z2 }) => ({ z1: z2, z2: z1 }) },
  },
  layout: ['lines', ['z1', 'z2']],
  say: ({ lines, line5, worst }) => {
    const lost = lines.flatMap((line, i) => (Number.isNaN(line) ? [i + 1] : []));
    if (lost.length > 0)
      return say`${lost.length === 1 ? 'Line' : 'Lines'} ${mention(lost.map((n) => `line${n}`).join(' '), listed(lost.map(String)), 'alarm')} ${lost.length === 1 ? 'is' : 'are'} NaN; line 5 reads ${mention('line5', fixed(line5), 'sigmoid')}.`;
    if (worst === 0)
      return say`All five lines read ${mention('line5', fixed(line5), 'sigmoid')}, the same to the last bit.`;
    return say`Line 5 reads ${mention('line5', fixed(line5), 'sigmoid')}; from line to line the value moves by at most ${text(worst)} ${worst === 1 ? 'ulp' : 'ulps'}.`;
  },
});
