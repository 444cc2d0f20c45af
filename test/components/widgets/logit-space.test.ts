import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seenFrom, viewFrom, type Triple } from '../../../components/draw/space.ts';
import widget from '../../../components/widgets/logit-space.ts';
import type { AnyWidget, Point } from '../../../components/widget/contract.ts';
import { settle, startOf } from '../../../components/widget/state.ts';

const w = widget as AnyWidget;
type Params = Parameters<typeof widget.values>[0];
const at = (given = '') => startOf(w, given) as Params;
const logitsOf = ({ z }: Params) => z.map(({ value }) => value) as unknown as Triple;
const sharesOf = (params: Params) => widget.values(params).classes.map(({ p }) => p);
const seen = (params: Params) => seenFrom(viewFrom(params.turn, params.tilt), logitsOf(params));
const drag = (params: Params, from: Point, to: Point) => {
  const how = w.draw!['space'] as unknown as { drag: (p: Params, v: object, to: Point, from: Point) => Params };
  return settle(w, how.drag(params, widget.values(params), to, from)) as Params;
};

describe('the space of three logits', () => {
  it('keeps the shares when a constant is added to all logits, and moves their mean by it', () => {
    const up = widget.actions!['up']!.do(at(), widget.values(at()));
    expect(widget.values(up).c).toBeCloseTo(widget.values(at()).c + 0.5, 9);
    sharesOf(up).forEach((p, i) => expect(p).toBeCloseTo(sharesOf(at())[i]!, 12));
  });

  it('shows a shift as no move at all, seen along it', () => {
    const look = widget.actions!['look']!.do(at(), widget.values(at()));
    const [here, there] = [seen(look), seen(widget.actions!['up']!.do(look, widget.values(look)))];
    here.forEach((x, i) => expect(there[i]).toBeCloseTo(x, 5));
    expect(widget.values(look).slant).toBeLessThan(0.001);
    expect(widget.actions!['look']!.when!({ ...look, ...widget.values(look) })).toBe(false);
  });

  it('turns when it is taken beside the point, and leaves the logits', () => {
    const turned = drag(at(), { x: -3, y: 3 }, { x: -2, y: 3.5 });
    expect(turned.z).toEqual(at().z);
    expect(turned.turn).toBeLessThan(at().turn);
    expect(turned.tilt).toBeLessThan(at().tilt);
  });

  it('moves the point with the hand, as far as the logits go, and leaves the view', () => {
    const by = fc.double({ min: -9, max: 9, noNaN: true });
    const [x, y] = seen(at());
    fc.assert(
      fc.property(by, by, (right, up) => {
        const moved = drag(at(), { x, y }, { x: x + right, y: y + up });
        expect([moved.turn, moved.tilt]).toEqual([at().turn, at().tilt]);
        for (const z of logitsOf(moved)) expect(Math.abs(z)).toBeLessThanOrEqual(3);
        if (Math.hypot(right, up) > 0.5) return;
        const [now, high] = seen(moved);
        expect(Math.abs(now - x - right)).toBeLessThan(0.1);
        expect(Math.abs(high - y - up)).toBeLessThan(0.1);
      }),
    );
  });
});
