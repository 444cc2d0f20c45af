import { sigmoid } from 'logits';
import type { Parts } from '../../src/notebook/forms.ts';
import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'The probability is computed first and its logarithm taken after. Where the probability or its complement has been rounded to 0, the logarithm is −Infinity, and 0 times that is NaN.',
  hint: 'Put σ(z) into the formula and simplify on paper, so that only e^−|z| is left.',
  parts: [
    {
      logs: (z) => [Math.log(1 / (1 + Math.exp(-z))), Math.log(1 - 1 / (1 + Math.exp(-z)))],
      weighed: (y, yes, no) => -(y * yes + (1 - y) * no),
    },
    { logs: (z) => [Math.log(sigmoid(z)), Math.log(1 - sigmoid(z))] },
    { logs: (z) => [Math.log(1 / (1 + Math.exp(-z))), Math.log(1 - 1 / (1 + Math.exp(-z)))] },
    {
      logs: (z) => [Math.log(sigmoid(z)), Math.log(1 - sigmoid(z))],
      weighed: (y, yes, no) => -(y * yes + (1 - y) * no),
    },
    ...[
      (y: number, yes: number, no: number) => -(y * yes + (1 - y) * no),
      (y: number, yes: number, no: number) => -(y === 0 ? 0 : y * yes) - (y === 1 ? 0 : (1 - y) * no),
    ].map((weighed): Partial<Parts> => ({
      logs: (z) => {
        const p = z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z));
        return [Math.log(p), Math.log(1 - p)];
      },
      weighed,
    })),
    {
      logs: (z) => [Math.log(1 / (1 + Math.exp(-z))), Math.log1p(-1 / (1 + Math.exp(-z)))],
      weighed: (y, yes, no) => -(y * yes + (1 - y) * no),
    },
  ],
  shown: { binaryCrossEntropyWithLogits: [40, 0] },
  misconception: 'one-minus-sigmoid',
} satisfies Slip;
