import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formats, logSoftmax } from 'logits';
import w from '../../../components/widgets/log-softmax.ts';

const walls = { float64: 745.1332191019411, float32: 103.97207708399179, float16: 17.32867951399863 };

it('knows the gap from which a share is 0: that of the smallest exponential of the format', () => {
  for (const [format, wall] of Object.entries(walls)) {
    const at = (gap: number) => w.values({ gap, format: format as keyof typeof walls });
    expect(at(1).wall).toBeCloseTo(wall, 6);
    // Half a percent stays clear of where the gap itself is rounded to the format.
    expect(at(wall * 1.005).logOfLoser).toBe(-Infinity);
    expect(at(wall * 0.995).logOfLoser).toBeGreaterThan(-Infinity);
  }
});

it('shows minus infinity for the log of softmax of [0, 1000], and −1000 for log-softmax', () => {
  const { logOfLoser, loserLog, logOfWinner, winnerLog } = w.values({ gap: 1000, format: 'float64' });
  expect([logOfLoser, logOfWinner]).toEqual([-Infinity, 0]);
  expect([loserLog, winnerLog].map((x) => x + 0)).toEqual([-1000, 0]);
});

it('keeps log-softmax finite and right to the precision of the format, whatever the gap', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 5000, noNaN: true }),
      fc.constantFrom('float64', 'float32', 'bfloat16', 'float16'),
      (gap, format) => {
        const { loserLog } = w.values({ gap, format });
        const right = logSoftmax([0, gap])[0]!;
        expect(Math.abs(loserLog - right)).toBeLessThanOrEqual(4 * formats[format].epsilon * Math.abs(right));
      },
    ),
  );
});
