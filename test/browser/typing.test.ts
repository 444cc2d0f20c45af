import type { Params } from '../../components/widget/contract.ts';
import { figureOf, holds, lives, look, open, rest, same, shown, wrong } from './live.ts';
import { describe, expect, none, test } from './visit.ts';

/** Spellings of floats that the languages of the course share or don't, and the number that each is. */
const spellings: [string, number][] = [
  ['1', 1],
  ['1.0', 1],
  ['+1', 1],
  ['.5', 0.5],
  ['1.', 1],
  ['1e0', 1],
  ['10E-1', 1],
  ['1_0e-1', 1],
  ['−1', -1],
  ['-1', -1],
  ['0x1', 1],
  ['0b1', 1],
  ['0o1', 1],
  [' 1 ', 1],
  ['１．５', 1.5],
  ['١٫٥', 1.5],
];

const fields = lives.flatMap(([title, live]) =>
  Object.entries(live.w.params as Params)
    .filter(([, { kind }]) => kind === 'number' || kind === 'rows')
    .slice(0, 1)
    // A figure of parts may lack this field: another of the same widget has it.
    .filter(([name]) => holds(live, `[data-param="${name}"] [data-input=typed]`))
    .map(([name, kind]) => ({ title, live, name, kind })),
);
const isBetween = (kind: Params[string], x: number) => {
  try {
    return kind.parse(String(x), {}) === x;
  } catch {
    return false;
  }
};

describe('a typed number', () => {
  const { live, name } = fields.find(
    ({ kind }) => kind.kind === 'number' && [-1, 0.5, 1].every((x) => isBetween(kind, x)),
  )!;
  const field = `${figureOf(live)} [data-param="${name}"] [data-input=typed]`;

  test('is read in every spelling of a float', async ({ visit }) => {
    const page = await open(visit, live);
    const slider = page.locator(`${figureOf(live)} [data-param="${name}"] [data-input=slide]`);
    for (const [typed, x] of spellings) {
      await page.locator(field).fill('0.25');
      await page.locator(field).fill(typed);
      expect(await slider.inputValue(), typed).toBe(String(x));
      expect(await page.locator(field).inputValue(), 'left alone while it is typed').toBe(typed);
      await rest(page);
      none(wrong(live, await look(page, live)), typed);
    }
  });

  test.for(['0,5', '1,5'])('is asked about where %s could be two numbers', async (typed, { visit }) => {
    const page = await open(visit, live);
    const before = shown(await look(page, live));
    await page.locator(field).fill(typed);
    expect(await page.locator(`${figureOf(live)} [data-problem]:visible`).textContent()).toContain(
      typed.replace(',', '.'),
    );
    await page.locator(field).fill('');
    await page.locator(field).blur();
    expect(shown(await look(page, live))).not.toBe(before);
  });
});

describe.each(fields.map((field) => [field.title, field] as const))('%s', (_, { live, name, kind }) => {
  // What can be read is one question for all fields: here three sorts that can't will do.
  test('keeps what can’t be read in its field, and the figure in its last good state', async ({ visit }) => {
    const page = await open(visit, live);
    const author = shown(await look(page, live));
    const control = page.locator(`${figureOf(live)} [data-param="${name}"]`);
    const field = control.locator('[data-input=typed]:visible').first();
    const problem = control.locator('[data-problem]');
    const { drawn, slots, say } = await look(page, live);
    for (const typed of ['1e', '', '<b>1</b>']) {
      await field.fill(typed);
      await page.keyboard.press('Tab');
      await rest(page);
      const seen = await look(page, live);
      expect(await field.inputValue(), typed).toBe(typed);
      expect(await field.getAttribute('aria-invalid'), typed).toBe('true');
      expect(await problem.isVisible(), typed).toBe(true);
      expect(await problem.textContent(), typed).toMatch(/expected|read in two ways/);
      const [above, below] = [(await field.boundingBox())!, (await problem.boundingBox())!];
      expect(Math.abs(below.y - above.y - above.height), 'it stands at its field').toBeLessThan(24);
      expect({ slots: seen.slots, say: seen.say, drawn: seen.drawn.replace(/ aria-invalid=true/g, '') }).toEqual({
        slots,
        say,
        drawn,
      });
      expect(seen.fragment, typed).toBe('');
    }
    // Another control still answers, and leaves the field alone.
    await page.locator(`${figureOf(live)} [data-command=reset]`).click();
    await rest(page);
    expect(await problem.isVisible()).toBe(false);
    expect(await field.getAttribute('aria-invalid')).toBeNull();
    same(shown(await look(page, live)), author);
    expect(kind.label).not.toBe('');
  });
});
