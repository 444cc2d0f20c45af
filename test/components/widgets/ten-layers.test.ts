import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sigmoidDerivative } from 'logits';
import widget from '../../../components/widgets/ten-layers.ts';
import { type Point } from '../../../components/widget/contract.ts';

it('leaves at most 0.25 to the tenth of a gradient, weights aside', () => {
  expect(widget.values({ z: 0, w: 1 })).toMatchObject({ slope: 0.25, product: 0.25 ** 10 });
  fc.assert(
    fc.property(fc.double({ min: -4, max: 4, noNaN: true }), (z) => {
      const { product, best } = widget.values({ z, w: 1 });
      expect(product).toBeLessThanOrEqual(best);
    }),
  );
});

it('stays level with a weight of 4 at z = 0, and only there', () => {
  expect(widget.values({ z: 0, w: 4 }).product).toBe(1);
  expect(widget.values({ z: 1, w: 4 }).product).toBeLessThan(1);
});

it('lets a dot be pulled to any slope that a sigmoid has, and no further', () => {
  type Params = { z: number; w: number };
  const how = widget.draw!['fall'] as unknown as {
    drag: (params: Params, values: object, to: Point, from: Point) => Params;
  };
  const pull = (params: Params, layer: number, to: number) => {
    const values = widget.values(params);
    const from = { x: layer, y: values.factor ** layer };
    return how.drag(params, values, { x: layer, y: to }, from);
  };
  expect(pull({ z: 1, w: 1 }, 10, 1)).toEqual({ z: 0, w: 1 });
  expect(pull({ z: -1, w: 1 }, 3, sigmoidDerivative(2.5) ** 3)).toEqual({ z: -2.5, w: 1 });
  expect(pull({ z: 1, w: 2 }, 5, (2 * sigmoidDerivative(3)) ** 5)).toEqual({ z: 3, w: 2 });
  expect(pull({ z: 1, w: 1 }, 10, 1e-300)).toEqual({ z: 4, w: 1 });
});
