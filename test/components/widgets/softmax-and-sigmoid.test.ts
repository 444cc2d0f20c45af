import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import both from '../../../components/widgets/softmax-and-sigmoid.ts';
import { withValue, type AnyWidget } from '../../../components/widget/contract.ts';
import { sentenceText } from '../../../components/widget/sentence.ts';
import { startOf, stateOf } from '../../../components/widget/state.ts';
import { paramsOf } from '../widget/arbitrary.ts';

const w = both as AnyWidget;
const act = (name: string) => {
  const start = startOf(w);
  return stateOf(w, w.actions![name]!.do(start, w.values(start)));
};

describe('softmax beside sigmoid', () => {
  it('has a case in which no sigmoid fires and softmax bets all the same', () => {
    const { fired, picked, shares } = act('none');
    expect(fired).toEqual([]);
    expect(picked).toEqual(['cat']);
    expect(shares).toBe(1);
  });

  it('has a case in which three sigmoids fire and softmax picks one', () => {
    const { fired, picked } = act('three');
    expect(fired).toEqual(['cat', 'dog', 'cow']);
    expect(picked).toEqual(['cat']);
  });

  it('sums the sigmoids of the five logits of a tutorial to 2.712', () => {
    const { sigmoids } = stateOf(w, startOf(w, 'z=-0.4010,0.0468,-0.4071,0.6252,1.0899'));
    expect(sigmoids).toBeCloseTo(2.712, 3);
  });

  it('moves one sigmoid and every share when one logit moves', () => {
    const z = fc.integer({ min: -50, max: 50 }).map((x) => x / 10);
    fc.assert(
      fc.property(z, z, (from, to) => {
        fc.pre(from !== to);
        const start = startOf(w);
        const [a, b] = [from, to].map((x) => stateOf(w, { ...start, z: withValue(start['z'], 'cat', x) }).classes);
        a.forEach((row: { label: string; s: number; p: number }, i: number) => {
          expect(row.s === b[i].s).toBe(row.label !== 'cat');
          expect(row.p).not.toBe(b[i].p);
        });
      }),
    );
  });

  it('says which labels reach the threshold, and only those', () => {
    fc.assert(
      fc.property(paramsOf(w), (params) => {
        const state = stateOf(w, params);
        for (const { label, s } of state.classes) expect(state.fired.includes(label)).toBe(s >= params['t']);
        const none = sentenceText(w.say(state)).includes('Which ones? none');
        if (!state.fired.includes('none')) expect(none).toBe(state.fired.length === 0);
      }),
    );
  });
});
