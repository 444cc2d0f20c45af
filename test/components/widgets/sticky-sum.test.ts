import { describe, expect, it } from 'vitest';
import { formatNames } from '../../../components/draw/float-formats.ts';
import stickySum from '../../../components/widgets/sticky-sum.ts';
import { round } from '../../../src/math/index.ts';

describe('sticky-sum', () => {
  it('holds the sum that adding one by one arrives at', () => {
    for (const n of [1, 7, 8, 9, 17, 255, 257, 2049, 3000]) {
      for (const [i, name] of formatNames.entries()) {
        let sum = 0;
        for (let one = 0; one < n; one++) sum = round(sum + 1, name);
        expect(stickySum.values({ n }).sums[i]!.sum).toBe(sum);
      }
    }
  });

  it('sticks at 256 in bfloat16 and at 2048 in float16', () => {
    const { sums } = stickySum.values({ n: 1 });
    expect(Object.fromEntries(sums.map(({ label, sticks }) => [label, sticks]))).toMatchObject({
      bfloat16: 256,
      float16: 2048,
    });
  });
});
