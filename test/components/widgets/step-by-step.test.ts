import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import stepper from '../../../components/widgets/step-by-step.ts';
import { sentenceText } from '../../../components/widget/sentence.ts';
import { authorOf, settle, startOf, stateOf } from '../../../components/widget/state.ts';
import { naiveSoftmax, text, traceNames, vector } from '../../../src/math/index.ts';
import { paramsOf } from '../widget/arbitrary.ts';

type Params = Parameters<typeof stepper.values>[0];
const at = (given: string) => startOf(stepper, given) as Params;
const { accident, start, end, more, fewer } = stepper.actions!;
const act = (action: NonNullable<typeof accident>, params: Params): Params =>
  settle(stepper, action.do(params, stepper.values(params))) as Params;

describe('step-by-step', () => {
  it('offers every evaluation that can be traced', () => {
    for (const name of traceNames) expect(at(`f=${name}`).f).toBe(name);
  });

  it.each(['1000,1000,1000', '-1000,-1001,-1002', '0,1000', '709.5,709.5'])(
    'ends where the naive function ends, and shows that it should not: %s',
    (z) => {
      const { result, truth, agrees } = stepper.values(at(`z=${z}`));
      const naive = naiveSoftmax(z.split(',').map(Number));
      expect(result).toBe(vector(naive, (x) => text(x, 5)));
      expect(agrees).toBe(false);
      expect(truth).not.toMatch(/NaN/);
    },
  );

  it.each([
    ['z=1000,1000,1000', 'e₁ = exp(z₁)', 'overflow'],
    ['z=-1000,-1001,-1002', 'e₁ = exp(z₁)', 'underflow'],
    ['z=0,1000', 'e₂ = exp(z₂)', 'overflow'],
    ['z=709.5,709.5', 's = e₁ + e₂', 'overflow'],
    ['f=naiveSigmoidExpForm&z=z:710', 'e = exp(z)', 'overflow'],
    ['f=naiveSigmoid&z=z:-710', 'e = exp(n)', 'overflow'],
    ['f=logOfSoftmax&z=0,1000', 'e₁ = exp(d₁)', 'underflow'],
  ])('runs to the first accident of %s: %s', (given, label, flag) => {
    const params = act(accident!, act(start!, at(given)));
    const { rows } = stepper.values(params);
    expect(rows[params.done - 1]).toMatchObject({ label });
    expect(rows[params.done - 1]!.flags).toContain(flag);
    expect(sentenceText(stepper.say(stateOf(stepper, params) as never))).toContain(`${label} is`);
  });

  it('has no accident where the maximum is subtracted from logits near each other', () => {
    const params = at('f=softmax&z=1000,1001,1002');
    expect(stepper.values(params)).toMatchObject({ first: 'none', agrees: true });
    expect(accident!.when!(stateOf(stepper, params) as never)).toBe(false);
  });

  it('steps on to the end, where the sentence gives the result and the truth', () => {
    fc.assert(
      fc.property(paramsOf(stepper), (any) => {
        const params = act(end!, any as Params);
        const { length, result, truth } = stepper.values(params);
        expect(params.done).toBe(length);
        expect(sentenceText(stepper.say(stateOf(stepper, params) as never))).toContain(
          `The result is ${result}; in truth it is ${truth}.`,
        );
      }),
      { numRuns: 30 },
    );
  });

  it('takes as many inputs as the evaluation has, whatever stood there before', () => {
    const three = authorOf(stepper) as Params;
    const labels = (params: Params) => params.z.map(({ label }) => label);
    const to = (f: Params['f'], params: Params) => settle(stepper, { ...params, f }) as Params;
    expect(labels(to('naiveSigmoid', three))).toEqual(['z']);
    expect(to('binaryCrossEntropy', three).z).toEqual([
      { label: 'p', value: 1 },
      { label: 'y', value: 1 },
    ]);
    expect(labels(to('softmax', to('naiveSigmoid', three)))).toEqual(['z₁']);
    expect(labels(act(fewer!, three))).toEqual(['z₁', 'z₂']);
    expect(act(more!, act(fewer!, three)).z.at(-1)).toEqual({ label: 'z₃', value: 0 });
  });
});
