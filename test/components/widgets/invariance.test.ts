import fc from 'fast-check';
import { expect, it } from 'vitest';
import { softmax } from 'logits';
import w from '../../../components/widgets/invariance.ts';
import { rowsOf } from '../../../components/widget/contract.ts';

it('shows softmax staying and log-sum-exp moving along by c, above the largest logit by at most log C', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 3, maxLength: 3 }),
      fc.double({ min: -5, max: 5, noNaN: true }),
      (z, c) => {
        const { classes, lse, lseBefore, max } = w.values({ z: rowsOf(['cat', 'dog', 'cow'], z), c });
        const still = softmax(z);
        classes.forEach(({ p }, i) => expect(p).toBeCloseTo(still[i]!, 12));
        expect(lse).toBeCloseTo(lseBefore + c, 12);
        expect(lse).toBeGreaterThanOrEqual(max);
        expect(lse - max).toBeLessThanOrEqual(Math.log(3) + 1e-12);
      },
    ),
  );
});
