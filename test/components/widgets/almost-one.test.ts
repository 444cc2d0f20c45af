import { describe, expect, it } from 'vitest';
import { endsOf, formatNames } from '../../../components/draw/float-formats.ts';
import almostOne from '../../../components/widgets/almost-one.ts';
import { previous } from '../../../src/math/index.ts';

describe('almost-one', () => {
  it('shows textbook code at 1 where the truth, rounded once, is not yet there', () => {
    for (const name of formatNames) {
      const { code, once } = almostOne.values({ format: name, z: endsOf(name).naiveSigmoidIsOne });
      expect(code).toBe(1);
      expect(once).toBe(previous(1, name));
    }
  });

  it('drags a point to the logit that puts it there', () => {
    const { drag } = almostOne.draw!['line'] as { drag: Function };
    for (const x of [0.4, 1.2, -0.3]) {
      const params = drag({ format: 'float16', z: 3 }, undefined, { x, y: 0 });
      const { paths } = almostOne.values(params);
      expect(x > 0 ? paths.sum.at : paths.once.at).toBeCloseTo(x, 1);
    }
  });
});
