import fc from 'fast-check';
import { expect, it } from 'vitest';
import widget from '../../../components/widgets/odds-ruler.ts';

it('multiplies the odds by e with every logit, wherever it stands', () => {
  fc.assert(
    fc.property(fc.double({ min: -5, max: 4, noNaN: true }), (z) => {
      const { ratio, p, pUp, gain } = widget.values({ z });
      expect(ratio).toBeCloseTo(Math.E, 9);
      expect(gain).toBe(pUp - p);
      expect(gain).toBeLessThan(0.25);
    }),
  );
});
