import { describe, expect, it } from 'vitest';
import * as logits from 'logits';
import { check, type Call, type CheckSpec } from '../../src/notebook/check.ts';
import { compile } from '../../src/notebook/compile.ts';
import { referenceOf } from '../../src/notebook/forms.ts';
import { createScope } from '../../src/notebook/scope.ts';

const softmax: CheckSpec = {
  call: 'softmax',
  against: 'softmax',
  examples: [[[2, 1, 0.1]]],
  inputs: ['logits', 'logits with ties', 'one logit', 'huge logits', 'masked logits', 'no logits'],
};

async function verdict(code: string, spec = softmax) {
  const scope = createScope({ logits: { ...logits } });
  const compiled = compile(code);
  if (!('js' in compiled)) throw new Error(compiled.failure.message);
  await scope.run(compiled.js);
  return check(spec, (name, args, counted) => scope.call(name, args, counted));
}

const shifted = (shift: string) => `
  function softmax(z: number[]): number[] {
    const c = ${shift};
    const e = z.map((x) => Math.exp(x - c));
    const sum = e.reduce((a, b) => a + b, 0);
    return e.map((x) => x / sum);
  }`;

describe('a check', () => {
  it('asks for no −0 where 0 will do', () => {
    expect(referenceOf('crossEntropyGradient').right([1000], 0)).toEqual([0]);
  });

  it('passes what is right', async () => {
    expect(await verdict(shifted('Math.max(...z)'))).toMatchObject({ passed: true });
  });

  it.each([
    ['no shift at all', '0', ['no-shift'], [[1000]]],
    ['the mean', 'z.reduce((a, b) => a + b, 0) / z.length', ['shift-by-the-mean'], [[0, 0, 3000]]],
  ])('names the slip behind %s, on the input that shows it', async (_, shift, slips, args) => {
    expect(await verdict(shifted(shift))).toMatchObject({ passed: false, slips, trial: { args } });
  });

  it('shows the gravest failure, on the smallest input, where no slip explains it', async () => {
    const found = await verdict(shifted('(z.length > 2 ? Math.min(...z) : Math.max(...z))'));
    expect(found).toMatchObject({ passed: false, slips: [], fault: { kind: 'not finite' } });
    if ('trial' in found) expect((found.trial.args[0] as number[]).length).toBe(3);
  });

  it('names no slip that does not explain everything', async () => {
    expect(await verdict('function softmax(z) { return z.map((_, i) => (i + 1) / 7) }')).toMatchObject({
      passed: false,
      slips: [],
    });
  });

  it('says what was thrown, what is missing and what is no result', async () => {
    expect(await verdict('function softmax(z) { return z.nothing.here }')).toMatchObject({
      passed: false,
      trial: { failure: { name: 'TypeError' } },
    });
    expect(await verdict('const x = 1')).toMatchObject({ passed: false, trial: { failure: { name: 'Missing' } } });
    expect(await verdict('function softmax(z) { return { p: z } }')).toMatchObject({
      passed: false,
      fault: { kind: 'shape' },
    });
  });

  it('ends when it is told to, and says how much was tried', async () => {
    const end = new AbortController();
    const slow: Call = async () => ({ data: [0.5, 0.5], shown: { kind: 'nothing' } });
    const spec: CheckSpec = { ...softmax, examples: [[[0, 0]]], inputs: ['logits'] };
    const tried: number[] = [];
    const found = check(spec, async (...asked) => (tried.length < 1 ? slow(...asked) : new Promise(() => {})), {
      signal: end.signal,
      tried: (inputs) => {
        tried.push(inputs);
        setTimeout(() => end.abort('Ended after ten seconds.'), 0);
      },
    });
    expect(await found).toEqual({ passed: false, trials: 1, ended: 'Ended after ten seconds.' });
  });

  it('compares with copies: changing the arguments changes nothing', async () => {
    expect(await verdict('function softmax(z) { z.fill(0.5); return z }')).toMatchObject({ passed: false });
  });
});
