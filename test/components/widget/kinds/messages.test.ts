/** What kinds of parameters say of what they can't take: what was typed, what is expected, and nothing that they would refuse. */
import { describe, expect, it } from 'vitest';
import { float } from '../../../../components/widget/kinds/float.ts';
import { number } from '../../../../components/widget/kinds/number.ts';
import { rows, rowsOf } from '../../../../components/widget/kinds/rows.ts';
import { step } from '../../../../components/widget/kinds/step.ts';

const ends = { label: 'z', min: -10, max: 10, step: 0.1 };

describe('a number', () => {
  const { parse } = number({ ...ends, value: 0 });

  it('beyond all floats is told as it was typed, and what is outside by its value', () => {
    expect(() => parse('1e400', {})).toThrow(/^1e400 is outside; expected a number from −10 to 10\.$/);
    expect(() => parse('-inf', {})).toThrow(/^-inf is outside/);
    expect(() => parse('1_000', {})).toThrow(/^1000 is outside/);
  });

  it('speaks of inf only where that is a value', () => {
    expect(() => parse('abc', {})).not.toThrow(/inf/);
    expect(() => number({ ...ends, value: 0, extremes: true }).parse('abc', {})).toThrow(/or inf/);
    expect(() => float({ label: 'x', value: 0, format: 'float64' }).parse('abc', {})).toThrow(/or inf/);
  });
});

describe('a vector', () => {
  it('counts its numbers in the right form', () => {
    const { parse } = rows({ ...ends, value: rowsOf(['a', 'b', 'c'], [1, 2, 3]) });
    expect(() => parse('1', {})).toThrow(/^1 number; expected 3\.$/);
    expect(() => parse('1,2', {})).toThrow(/^2 numbers; expected 3\.$/);
    expect(() => parse('1,2,1e400', {})).toThrow(/^1e400 is outside/);
  });
});

it('a step that is none is told as it was typed', () => {
  expect(() => step({ label: 'step', value: 0, max: 3 }).parse('1e400', {})).toThrow(/^1e400 is not a step/);
});
