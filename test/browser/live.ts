/** A Live on a page, as a hand and an eye have it; and what its widget says that it must show. */
import { operand } from 'logits';
import type { CDPSession, Frame, ElementHandle, Page } from 'playwright-core';
import { parseAddress } from '../../components/widget/address.ts';
import { widgetNamed } from '../../components/render/prerender.ts';
import type { AnyWidget, Params } from '../../components/widget/contract.ts';
import { sentenceText } from '../../components/widget/sentence.ts';
import { readParams, startOf, stateOf, slotText } from '../../components/widget/state.ts';
import { chaptersOf, livesOf } from '../content/site.ts';
import { isTouchedLive } from '../touched.ts';
import { expect, site, type Visit, type VisitOptions } from './visit.ts';

export interface LiveOnPage {
  path: string;
  id: string;
  w: AnyWidget;
  /** The author's parameters. */
  author: Record<string, any>;
}

/** Every Live of the home page and of every chapter, by what a test's title calls it. */
const all = [site.pages.find(({ path }) => path === '')!, ...chaptersOf(site)].flatMap((page) =>
  livesOf(page).map(({ id, widget, given }) => {
    const w = widgetNamed(widget);
    const live: LiveOnPage = { path: page.path, id, w, author: startOf(w, given) };
    return { title: `${page.path || 'home'}#${id}`, live, touched: isTouchedLive(page, widget) };
  }),
);

/** The Lives to go over, by their titles. */
export const lives = all.filter(({ touched }) => touched).map(({ title, live }): [string, LiveOnPage] => [title, live]);

/** Whether a figure holds something, as it is served. */
export const holds = (live: LiveOnPage, selector: string): boolean =>
  site.pages.find(({ path }) => path === live.path)!.document.querySelector(`${figureOf(live)} ${selector}`) !== null;

/** The Live of a title, whatever a run goes over. */
export const liveOf = (title: string): LiveOnPage => all.find((one) => one.title === title)!.live;

/** The Lives of a page, in their order, whatever a run goes over. */
export const livesAt = (path: string): LiveOnPage[] => all.map(({ live }) => live).filter((live) => live.path === path);

/** What an eye, an ear and the address bar have of a Live. */
export interface Look {
  /** Each slot: its name, the record it belongs to if it stands in a list, its text, and whether it is only heard. */
  slots: { slot: string; list: string; key: string; text: string; heard: boolean }[];
  say: string;
  announced: string;
  notice: string;
  /** The drawings that can be seen, and all tables. */
  drawn: string;
  fields: string[];
  fragment: string;
}

declare global {
  interface Window {
    look: (id: string) => Look;
    /** The look at the end of the last event, before the browser could do anything else. */
    after: Look;
    watch: (id: string) => void;
    /** Lets time pass on the clock that stands still. */
    pass: (ms: number) => void;
  }
}

/** In the page: how to look, and looking at the end of every event. */
export const eyes = () => {
  /** A place on a drawing as far as it can be seen: build and browser may differ in the last digits of a cosine. */
  const rounded = (text: string) =>
    text.replace(/-?\d+\.\d{4,}/g, (digits) => String(Number(Number(digits).toFixed(3))));
  /** What is drawn, without whatever is lit or makes room for it, and however its attributes happen to be ordered. */
  const markup = (element: Element): string => {
    const attributes = [...element.attributes]
      .map(({ name, value }) => `${name}=${name === 'class' ? value.replace(/ ?\blit\b/, '') : rounded(value)}`)
      .filter((attribute) => attribute !== 'class=')
      .sort();
    const inside = [...element.childNodes].map((node) => (node instanceof Element ? markup(node) : node.nodeValue));
    // A complaint stands beside its field, in the table or not.
    if (element.matches('[data-problem]')) return '';
    return element.matches('.room, .ink')
      ? inside.join('')
      : `<${element.localName} ${attributes.join(' ')}>${inside.join('')}`;
  };
  window.look = (id) => {
    const live = document.getElementById(id)!;
    const words = (selector: string) => live.querySelector(selector)?.textContent ?? '';
    const drawings = [...live.querySelectorAll('.drawing [data-variant]')].filter(
      (each) => each.getClientRects().length,
    );
    return {
      slots: [...live.querySelectorAll('[data-slot]')].map((slot) => {
        const item = slot.closest('[data-each] > [data-key]');
        return {
          slot: slot.getAttribute('data-slot')!,
          list: item?.parentElement!.getAttribute('data-each') ?? '',
          key: item?.getAttribute('data-key') ?? '',
          text: slot.textContent!,
          heard: slot.closest('math') !== null,
        };
      }),
      say: words('[data-say]'),
      announced: words('[data-announce]'),
      notice: words('[data-notice]'),
      drawn: [...drawings, ...live.querySelectorAll('[data-figure] table')].map(markup).join('\n'),
      fields: [...live.querySelectorAll<HTMLInputElement>('[data-figure] :is(input, select, textarea)')].map((field) =>
        ['checkbox', 'radio'].includes(field.type) ? String(field.checked) : field.value,
      ),
      fragment: location.hash,
    };
  };
  window.watch = (id) => {
    const live = document.getElementById(id) as HTMLElement & { arriving?: Promise<void> };
    for (const type of ['input', 'change', 'click', 'keydown', 'focusout', 'pointermove', 'pointerup'])
      document.addEventListener(type, () => {
        window.after = window.look(id);
        // The first time that a layer that stays is drawn anew, what draws it has to come.
        void live.arriving?.then(() => (window.after = window.look(id)));
      });
  };
};

export const look = (page: Page, { id }: LiveOnPage): Promise<Look> => page.evaluate((id) => window.look(id), id);

/** The look at the end of the last event. */
export const lookAfter = (page: Page): Promise<Look> => page.evaluate(() => window.after);

/** The slots that an eye has. */
export const seen = (slots: Look['slots']): Look['slots'] => slots.filter(({ heard }) => !heard);

/** What changes under a hand; the address, and what is heard, follow later. */
export const shown = ({ slots, say, drawn, fields }: Look): string =>
  [...seen(slots).map((slot) => Object.values(slot).join(' ')), say, ...fields, drawn.replaceAll('<', '\n<')].join(
    '\n',
  );

/** The first line in which two looks differ; empty where they are the same. */
export function difference(now: string, before: string): string {
  const [a, b] = [now.split('\n'), before.split('\n')];
  const at = a.findIndex((line, i) => line !== b[i]);
  return at < 0 && a.length === b.length ? '' : `${a.at(at)}; expected: ${b.at(at)}`;
}

/** Expects two looks to be the same. */
export const same = (now: string, before: string, what = ''): void => {
  const found = difference(now, before);
  expect(found, `${what} ${found}`).toBe('');
};

/** Expects a Live to come to look so, once the page has taken up a new width or an address. */
export async function becomes(page: Page, live: LiveOnPage, expected: string): Promise<void> {
  const now = () => look(page, live).then(shown);
  for (let tries = 0; tries < 100 && difference(await now(), expected) !== ''; tries++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  same(await now(), expected);
}

/** In the page: a clock that stands still. What the page puts off happens, in its order, when time is let pass. */
const stillClock = () => {
  const { setTimeout: soon, clearTimeout: forget } = window;
  const later = new Map<number, { at: number; run: () => void }>();
  let now = 0;
  let last = 1e9;
  const wait = (run: () => void, ms = 0, ...args: unknown[]): number => {
    if (!(ms > 0)) return soon(run, 0, ...args);
    later.set(++last, { at: now + ms, run: () => Reflect.apply(run, window, args) });
    return last;
  };
  Object.assign(window, {
    setTimeout: wait,
    clearTimeout: (id?: number) => void (later.delete(id!) || forget(id)),
    pass: (ms: number) => {
      const until = now + ms;
      for (;;) {
        const [next] = [...later].filter(([, { at }]) => at <= until).sort(([, a], [, b]) => a.at - b.at);
        if (!next) break;
        later.delete(next[0]);
        now = next[1].at;
        next[1].run();
      }
      now = until;
    },
  });
};

/** Lets the hand rest for as long as the course promises at most: then all has followed. */
export const rest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await Promise.all([...document.querySelectorAll('live-widget')].map((live) => 'arriving' in live && live.arriving));
    window.pass(300);
  });

/** Waits until a Live has its code, once something has asked for it, and has taken up what was done meanwhile. */
export const awake = (page: Page | Frame, { id }: LiveOnPage): Promise<void> =>
  page.evaluate(async (id) => {
    await (document.getElementById(id) as HTMLElement & { awake: Promise<unknown> }).awake;
  }, id);

/** Opens the page of a Live, with its code loaded if `awake`, its clock ours, and its looks taken. */
export async function open(
  visit: Visit,
  live: LiveOnPage,
  { fragment = '', awake: wake = true, ...options }: VisitOptions & { fragment?: string; awake?: boolean } = {},
): Promise<Page> {
  const page = await visit(live.path + fragment, {
    ...options,
    reducedMotion: 'reduce',
    scripts: [stillClock, eyes],
  });
  await page.locator(figureOf(live)).scrollIntoViewIfNeeded();
  if (wake) {
    await page
      .locator(`${figureOf(live)} :is(input, button):enabled`)
      .first()
      .focus();
    await awake(page, live);
  }
  await page.evaluate((id) => window.watch(id), live.id);
  return page;
}

export const figureOf = ({ id }: LiveOnPage): string => `[id="${id}"] [data-figure]`;

/** The parameters that an address gives a Live. */
export const paramsAt = ({ id, w, author }: LiveOnPage, fragment: string) =>
  readParams(w, parseAddress(fragment).states.get(id) ?? [], author);

/** Where a look differs from what the widget's own values are at the parameters that the address holds. */
export function wrong(live: LiveOnPage, seen: Look): string[] {
  const { w } = live;
  const state = stateOf(w, paramsAt(live, seen.fragment).params);
  const complaints: string[] = [];
  for (const { slot, list, key, text } of seen.slots) {
    const name = slot.replace(/^\((.*)\)$/, '$1');
    const record = list === '' ? state : (state[list] as any[]).find(({ label }) => String(label) === key);
    const value = slotText(w, name, Object.hasOwn(record ?? {}, name) ? record[name] : state[name]);
    const expected = name === slot ? value : operand(value);
    if (text !== expected) complaints.push(`slot ${slot} ${key} shows ${text}; expected ${expected}`);
  }
  const sentence = sentenceText(w.say(state));
  if (seen.say !== sentence) complaints.push(`says: ${seen.say}; expected: ${sentence}`);
  return complaints;
}

type Control = ElementHandle<HTMLInputElement>;

/** One of each sort of control that a Live has, in order: a slider, its field, a button to add a row … */
export async function controls(page: Page, live: LiveOnPage): Promise<Control[]> {
  const all = (await page.$$(`${figureOf(live)} [data-param] [data-input]`)) as Control[];
  const sorts = new Set<string>();
  const one: Control[] = [];
  for (const control of all) {
    const sort = await control.evaluate((input) => {
      if (input.matches(':disabled') || !input.checkVisibility()) return '';
      const sign = input.localName === 'button' && !/^\d+$/.test(input.value) ? input.value : '';
      return [input.closest('[data-param]')!.getAttribute('data-param'), input.dataset.input, sign].join(' ');
    });
    if (sort === '' || sorts.has(sort)) continue;
    sorts.add(sort);
    one.push(control);
  }
  return one;
}

/** Whether a control can be used now: what was done to others may have taken it away. */
export const usable = (control: ElementHandle<HTMLElement>): Promise<boolean> =>
  control.evaluate((element) => element.isConnected && element.checkVisibility() && !element.matches(':disabled'));

/** A value for a field that it does not hold yet: within the range of its parameter. */
function another(live: LiveOnPage, param: string, now: string, sort: string): string {
  if (sort === 'rename') return 'okapi';
  const { kind, range } = (live.w.params as Params)[param]!;
  if (kind === 'text') return now === 'm' ? 'n' : 'm';
  const end = (value: unknown): number =>
    Array.isArray(value) ? value[0].value : typeof value === 'number' && Number.isFinite(value) ? value : NaN;
  const [min, max] = [end(range.min), end(range.max)];
  const candidates = Number.isFinite(max - min) ? [min + (max - min) / 4, min + (max - min) / 2] : [1.5, 2.5];
  return candidates.map((x) => String(Number(x.toPrecision(3)))).find((text) => text !== now)!;
}

/** Does to a control what a reader at the keyboard does. */
export async function byKeyboard(page: Page, live: LiveOnPage, control: Control): Promise<void> {
  const { tag, type, value, param, sort } = await control.evaluate((input) => ({
    tag: input.localName,
    type: input.type,
    value: input.value,
    param: input.closest('[data-param]')!.getAttribute('data-param')!,
    sort: input.dataset.input!,
  }));
  if (tag === 'button') return control.press('Enter');
  if (tag === 'select') {
    await control.press('ArrowDown');
    if ((await control.inputValue()) === value) await control.press('ArrowUp');
    return;
  }
  if (type === 'checkbox') return control.press('Space');
  if (type === 'range') {
    await control.press('ArrowRight');
    if ((await control.inputValue()) === value) await control.press('ArrowLeft');
    return;
  }
  if (type === 'radio') {
    const group = page.locator(`${figureOf(live)} [name="${await control.getAttribute('name')}"]`);
    await group.and(page.locator(':checked')).press('ArrowRight');
    return;
  }
  await control.fill(another(live, param, value, sort));
  await control.press('Enter');
  await control.evaluate((input) => input.blur());
}

/** A place of the window. */
export type Place = [x: number, y: number];

/** Moves a finger from place to place, as a phone's screen tells it; it rests before it leaves, so that nothing glides on. */
export async function finger(client: CDPSession, places: Place[]): Promise<void> {
  let timestamp = Date.now() / 1000;
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: Place[], after = 0.02) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: at.map(([x, y]) => ({ x, y })),
      timestamp: (timestamp += after),
    });
  await send('touchStart', [places[0]!]);
  for (const place of places.slice(1)) await send('touchMove', [place]);
  await send('touchMove', [places.at(-1)!], 0.5);
  await send('touchEnd', [], 0.5);
}
