import type { Page } from 'playwright-core';
import { printAddress } from '../../components/widget/address.ts';
import type { Params } from '../../components/widget/contract.ts';
import { printParams, readParams } from '../../components/widget/state.ts';
import {
  awake,
  becomes,
  byKeyboard,
  controls,
  same,
  figureOf,
  lives,
  livesAt,
  look,
  open,
  paramsAt,
  rest,
  shown,
  usable,
  wrong,
  type LiveOnPage,
  type Look,
} from './live.ts';
import { chapters, describe, expect, none, quiet, test, widths } from './visit.ts';

/** The text of a chapter, as a reader would copy it. */
const copied = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const selection = getSelection()!;
    selection.selectAllChildren(document.querySelector('main .prose')!);
    const text = selection.toString();
    selection.removeAllRanges();
    return text;
  });

/** Does something at every sort of control; the looks of each state that this left behind, the author's first. */
async function wander(page: Page, live: LiveOnPage, most = Infinity): Promise<string[]> {
  const states = [shown(await look(page, live))];
  for (const control of await controls(page, live)) {
    if (states.length > most) break;
    if (!(await usable(control))) continue;
    await byKeyboard(page, live, control);
    await rest(page);
    states.push(shown(await look(page, live)));
  }
  return states;
}

const fragmentOf = (page: Page) => new URL(page.url()).hash;
const button = (page: Page, live: LiveOnPage, command: string) =>
  page.locator(`${figureOf(live)} [data-command=${command}]`);

/** The look of a Live that an address restores: its code comes by itself. */
async function restored(page: Page, live: LiveOnPage) {
  await awake(page, live);
  return look(page, live);
}

describe.each(lives)('%s', (_, live) => {
  test('comes back as it was left: by reload, elsewhere, and at another width', async ({ visit }) => {
    const page = await open(visit, live);
    await wander(page, live);
    const left = await look(page, live);
    expect(left.fragment).not.toBe('');
    await page.reload();
    const again = await restored(page, live);
    same(shown(again), shown(left));
    expect(again.notice).toBe('');
    expect(again.fragment).toBe(left.fragment);

    const phone = await open(visit, live, { fragment: left.fragment, viewport: widths.phone, awake: false });
    const small = await restored(phone, live);
    expect(small.slots).toEqual(left.slots);
    expect(small.say).toBe(left.say);
    // Turned and unfolded, each shows what the other shows: drawings that were out of sight have followed.
    await phone.setViewportSize(widths.desk);
    await becomes(phone, live, shown(left));
    await page.setViewportSize(widths.phone);
    await becomes(page, live, shown(small));
  });

  test('goes back step by step, and from anywhere to where it began, at every width', async ({ visit }) => {
    const page = await open(visit, live, { viewport: widths.phone });
    const small = shown(await look(page, live));
    await page.setViewportSize(widths.desk);
    await quiet(page);
    await rest(page);
    const states = await wander(page, live, 4);
    expect(await button(page, live, 'undo').isEnabled()).toBe(true);
    for (const state of states.slice(0, -1).reverse()) {
      await button(page, live, 'undo').press('Enter');
      await rest(page);
      same(shown(await look(page, live)), state);
    }
    expect(await button(page, live, 'undo').isDisabled()).toBe(true);
    expect(fragmentOf(page)).toBe('');

    await wander(page, live, 4);
    await button(page, live, 'reset').click();
    await rest(page);
    same(shown(await look(page, live)), states[0]!);
    expect(fragmentOf(page)).toBe('');
    // What was left is one step back.
    await button(page, live, 'reset').press('Control+z');
    await rest(page);
    expect(shown(await look(page, live))).not.toBe(states[0]);
    await button(page, live, 'reset').click();
    await rest(page);
    await page.setViewportSize(widths.phone);
    await becomes(page, live, small);
  });

  test('keeps the author’s parameters where an address can’t be read, and says so', async ({ visit }) => {
    const page = await open(visit, live);
    const first = shown(await look(page, live));
    /** The look at each of some fragments, one after the other. */
    const at = (...fragments: string[]) =>
      page.evaluate(
        async ({ id, fragments }) => {
          const looks: Look[] = [];
          for (const fragment of fragments) {
            location.hash = fragment;
            await new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
            await new Promise((resolve) => setTimeout(resolve));
            await (document.getElementById(id) as HTMLElement & { arriving?: Promise<void> }).arriving;
            looks.push(window.look(id));
          }
          return looks;
        },
        { id: live.id, fragments },
      );
    const never = [
      '',
      '1e',
      '%E0%A4%A',
      '%',
      '1,'.repeat(100_000),
      '<img src=x onerror=alert(1)>',
      'z=',
      ',,,',
      '1;DROP',
    ];
    const perhaps = ['inf', '-inf', 'nan', '1e309', '-1e400', '1e-400', '-0', '１', '1 2', 'null', '[1]', '0x', '𝟙'];
    // Parameters of one kind are read by the same code.
    const params = Object.entries(live.w.params as Params);
    const kinds = new Map(params.map(([name, kind]) => [kind.kind, { name, kind }]));
    for (const { name, kind } of kinds.values()) {
      const values = [...never, ...perhaps];
      const looks = await at(
        ...values.map((value) => {
          const typed = ['<', ' '].some((sign) => value.includes(sign)) ? encodeURIComponent(value) : value;
          return `#${live.id}.${name}=${typed}`;
        }),
      );
      for (const [i, value] of values.entries()) {
        const seen = looks[i]!;
        const { problems } = paramsAt(live, seen.fragment);
        const what = `${name}=${value.slice(0, 30)}`;
        none(wrong(live, seen), what);
        expect(seen.notice.includes('could not be read'), what).toBe(problems.length > 0);
        expect(seen.notice.length, what).toBeLessThan(600);
        if (never.includes(value) && !['text', 'choice'].includes(kind.kind)) expect(problems, what).not.toEqual([]);
        if (problems.length > 0) same(shown(seen), first, what);
      }
    }
    const [nobody, many] = await at(
      `#${live.id}.nope=1`,
      `#${Array.from({ length: 5000 }, (_, i) => `${live.id}.nope${i}=1`).join('&')}`,
    );
    for (const [name] of params) expect(nobody!.notice.split('expected one of')[1]).toContain(name);
    same(shown(nobody!), first);
    same(shown(many!), first);
    expect(many!.notice.length).toBeLessThan(600);
  });
});

describe.each(chapters.map(({ path }) => path))('%s', (path) => {
  const here = livesAt(path);

  test('opens whole at an address of which nothing can be read', async ({ visit }) => {
    const fragment = here
      .flatMap(({ id, w }) => Object.keys(w.params).map((name) => `${id}.${name}=%E0%A4%A`))
      .join('&');
    const untouched = await visit(path);
    const text = await copied(untouched);
    const page = await visit(`${path}#&nobody.x=1&${fragment}&=&&&x.=1&.y=2&%`);
    await expect.poll(() => page.locator('[data-notice]:not(:empty)').count()).toBe(here.length);
    // What is said of it aside, the text is as it was.
    await page.addStyleTag({ content: '[data-notice], [data-missing] { display: none !important }' });
    expect(await copied(page)).toBe(text);
  });

  test('says which figure, cell or place of an address it does not have, where the address leads, until the next', async ({
    visit,
  }) => {
    const [{ id, author, w }] = here as [LiveOnPage];
    const [param, kind] = Object.entries(w.params as Params)[0]!;
    const page = await visit(`${path}#${id}&${id}s.z=1&cells.no-cell=1&${id}.${param}=${kind.print(author[param])}`);
    const notice = page.locator('[data-missing]');
    await expect
      .poll(() => notice.textContent())
      .toContain(`no such figure on this page: ${id}s; expected one of ${id}`);
    expect(await notice.textContent()).toContain('no such cell on this page: no-cell; expected ');
    expect(await notice.evaluate((one) => one.closest('live-widget')?.id)).toBe(id);
    const goTo = (fragment: string) => page.evaluate((fragment) => (location.hash = fragment), fragment);
    await goTo('what-to-rember');
    await expect
      .poll(() => notice.textContent())
      .toMatch(/no such place on this page: what-to-rember; did you mean what-to-remember/);
    expect(await notice.evaluate((one) => one.parentElement!.localName)).toBe('main');
    await goTo('what-to-remember');
    await expect.poll(() => notice.count()).toBe(0);
    await goTo(`${'l'.repeat(5e5)}&${Array.from({ length: 5e4 }, (_, i) => `x${i}.z=1&cells.y${i}=1`).join('&')}`);
    await expect.poll(() => notice.textContent()).toMatch(/^Part of .*no such place on this page: l{24}…; and/);
    expect((await notice.textContent())!.match(/no such (?:figure|cell)/g)).toHaveLength(3);
  });

  test('opens at the figure that a shared address is about, and keeps the states of the others', async ({ visit }) => {
    const states = new Map(
      here.map(({ id, w, author }) => {
        const [name, kind] = Object.entries(w.params as Params).find(
          ([, { range, print }]) => print(range.max) !== print(range.min),
        )!;
        const ends = [kind.range.max, kind.range.min].map((end) => ({ ...author, [name]: end }));
        const other = ends.map((params) => printParams(w, params, author)).find((printed) => printed.length > 0)!;
        return [id, printParams(w, readParams(w, other, author).params, author)] as const;
      }),
    );
    const last = here.at(-1)!;
    const page = await visit(`${path}#${printAddress({ anchor: last.id, states: new Map(states) })}`, {
      reducedMotion: 'reduce',
    });
    await quiet(page);
    const { top, bottom } = await page.locator(figureOf(last)).evaluate((figure) => ({
      top: figure.getBoundingClientRect().top,
      bottom: figure.getBoundingClientRect().bottom,
    }));
    expect(top).toBeGreaterThanOrEqual(0);
    expect(Math.min(top + 200, bottom)).toBeLessThan(widths.desk.height);
    await button(page, last, 'reset').click();
    await expect.poll(() => fragmentOf(page)).not.toContain(`${last.id}.`);
    for (const { id } of here.slice(0, -1)) expect(fragmentOf(page)).toContain(`${id}.`);
  });
});

test('follows a figure that has moved to where it stands now, with the state that was shared', async ({ visit }) => {
  const page = await visit('#hero&hero.t=0.9');
  await page.waitForURL('**/softmax/#both&both.t=0.9');
  await expect.poll(() => page.locator('#both [data-say]').textContent()).toContain('0.90');
});
