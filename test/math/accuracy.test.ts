import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { crossEntropyWithLogits, logSoftmax, logSumExp, sigmoid, softmax, ulpDistance } from 'logits';
import { bounds, measure, table } from './accuracy.ts';
import { fixture, type Row } from './fixtures.ts';

const lines = measure();

describe('accuracy against references of 250 bits', () => {
  test.each(lines)('$name is at most $bound ulp off, anywhere ($cases cases)', ({ name, bound, cases, here }) => {
    expect(cases).toBeGreaterThan(300);
    expect(here.ordinary.ulp).toBeLessThanOrEqual(bound);
    expect(here.any.ulp).toBeLessThanOrEqual(bound);
    expect(bounds[name]).toBe(bound);
  });

  test('the fixtures are more than 10,000 cases', () => {
    expect(lines.reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThan(10_000);
  });

  test('accuracy.json is what is measured now (else run: node test/math/accuracy.ts)', () => {
    expect(readFileSync(new URL('../../src/math/accuracy.json', import.meta.url), 'utf8')).toBe(table());
  });

  test('where libraries fail, this does not', () => {
    // SciPy 1.10 and PyTorch 1.13 return 0 for each.
    expect(sigmoid(-745.1332191019411)).toBe(5e-324);
    expect(crossEntropyWithLogits([0, -40], 0)).toBe(4.248354255291589e-18);
    expect(logSoftmax([0, -40])[0]).toBe(-4.248354255291589e-18);
  });
});

describe('results don’t depend on how they are asked for', () => {
  const rows = fixture<Row[]>('rows.json').filter(({ temperature }) => temperature === 1);

  test('any kind of array gives the same bits, and so does writing over the logits', () => {
    for (const { z } of rows) {
      const expected = softmax(z);
      const typed = Float64Array.from(z);
      expect(softmax(typed)).toEqual(expected);
      expect(softmax({ ...z, length: z.length })).toEqual(expected);
      expect(softmax(typed, { out: typed })).toBe(typed);
      expect(typed).toEqual(expected);
    }
    expect(softmax(new Float32Array([2, 1]))).toEqual(softmax([2, 1]));
  });

  test('twice the logits at twice the temperature, which goes another way, gives the same to 1 unit', () => {
    for (const { z } of rows.filter(({ kind }) => kind === 'ordinary')) {
      const p = softmax(z);
      const doubled = z.map((zi) => 2 * zi);
      softmax(doubled, { temperature: 2 }).forEach((q, i) => expect(ulpDistance(p[i]!, q)).toBeLessThanOrEqual(1));
    }
  });

  test('128,256 equal logits: errors of the same sign don’t add up', () => {
    const z = new Float64Array(128_256).fill(0.3);
    expect(new Set(softmax(z))).toEqual(new Set([1 / 128_256]));
    expect(logSumExp(z)).toBe(12.061783545564428);
  });
});
