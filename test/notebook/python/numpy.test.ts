/**
 * This course's NumPy beside NumPy itself: thousands of expressions that record.py has run there are run here. What IEEE
 * 754 rounds exactly must agree to the bit, sums in NumPy's order too; exp and its kin to a unit in the last place (four
 * in float32), products to n·u of the sum of magnitudes; so must types, shapes, texts, warnings and exceptions.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { differences, summary, type Recorded } from './replay.ts';
import { start } from './start.ts';

const [head, ...lines] = readFileSync(fileURLToPath(new URL('recorded.jsonl', import.meta.url)), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as unknown) as [{ numpy: string; prelude: string }, ...Recorded[]];

it('agrees with NumPy in at least 99 of 100 recorded expressions, and says in which it does not', async () => {
  expect(lines.length).toBeGreaterThanOrEqual(5000);
  const found = differences(await start(), head.prelude, lines);
  console.log(`NumPy ${head.numpy}: ${summary(lines, found)}`);
  if (process.env['DIFFERENCES'])
    console.log(found.map(({ family, code, why }) => `${family}: ${code}\n    ${why}`).join('\n'));
  expect(1 - found.length / lines.length).toBeGreaterThanOrEqual(0.99);
});
