/** A widget under a reader's hands: gesture → parameters → render → address. Loaded when a widget is first touched. */
import { parseAddress, parseParams, printAddress } from '../widget/address.ts';
import { attribute, content, once } from '../dom/elements.ts';
import { between } from './between.ts';
import type { Kind } from '../widget/kinds/kind.ts';
import { load } from '../dom/arrival.ts';
import { pointAt, type Variant } from '../render/layers.ts';
import { toggleSharing } from './share.ts';
import { Unreadable } from '../widget/numbers.ts';
import { awaitsPlot, loadPlot, render } from '../render/render.ts';
import type { InputPhase } from '../dom/steady-text.ts';
import { watch } from '../dom/visibility.ts';
import type { Action, AnyWidget, Drag, Drawing, Point } from '../widget/contract.ts';
import { sentenceText } from '../widget/sentence.ts';
import { printParams, readParams, settle, startOf, stateOf } from '../widget/state.ts';

type ParamValues = Record<string, any>;

export interface Interaction {
  /** What the figure waits for before it can show what it was told. */
  readonly arriving: Promise<void> | undefined;
  /** Takes up one gesture inside the widget's figure. */
  handle(event: Event): void;
  /** Takes up the parameters that an address carries. */
  restore(printed: [string, string][]): void;
  /** Goes to what a step of a walk sets, unless a hand or an address has set something before. */
  walk(set: string): void;
}

/** A drag that goes on. */
interface Dragging {
  variant: Element;
  drag: Drag<any, any>;
  from: Point;
  held: ParamValues;
  /** How far beside the middle of a handle the pointer took it: it does not jump. */
  aside: Point;
}

/** How far a finger moves before it is more than a touch, in pixels. */
const slack = 8;

/** How long a walk takes from step to step. */
const pace = 700;

/** How long a hand rests before the state is spoken and written into the address. */
const rest = 200;

/** Where a control tells the reader of a problem. */
const placeOfProblem = once((control) => control.querySelector<HTMLElement>('[data-problem]')!);

export function interact(element: HTMLElement, w: AnyWidget): Interaction {
  const author = startOf(w, element.dataset.with);
  let params = author;
  let settled = params;
  const before: ParamValues[] = [];
  let timer = 0;
  let dragging: Dragging | undefined;
  /** A finger on a drawing that has not yet shown what it wants: to scroll, to drag sideways, or to tap. */
  let waiting: PointerEvent | undefined;

  const figure = element.querySelector<HTMLElement>('[data-figure]')!;
  const find = (selector: string) => figure.querySelector<HTMLElement>(selector);
  /** What the figure shows. */
  let shown = author;
  let drawn = false;
  let moving = false;
  /** Which of the two widths of its drawings the figure shows: the style sheet alone decides, in the reader's letters. */
  const widthSeen = (): Variant => {
    const narrow = find('[data-variant=narrow]');
    return narrow && getComputedStyle(narrow).display !== 'none' ? 'narrow' : 'wide';
  };
  // Kept, because asking for it makes the browser lay out the page.
  let seen = widthSeen();
  const show = (phase: InputPhase = 'rests', variant: Variant = seen) => {
    if (awaitsPlot(element, w, params, variant)) return awaitPlot();
    drawn = true;
    moving = phase === 'moves';
    shown = params;
    render(element, w, params, { id: element.id, variant, phase });
  };

  /** Shows what the hand wants as soon as Plot is there; where it can't be had, the whole figure shows what it did. */
  let arriving: Promise<void> | undefined;
  /** What of it has to wait until it is asked for once more, unless something newer takes its place. */
  let wanted: ParamValues = {};
  const changed = () => Object.fromEntries(Object.entries(params).filter(([name, value]) => value !== shown[name]));
  const getPlot = async () => {
    params = settle(w, { ...params, ...wanted, ...changed() });
    wanted = {};
    try {
      await loadPlot();
    } catch (error) {
      wanted = changed();
      params = shown;
      show();
      throw error;
    }
  };
  const awaitPlot = () => {
    const place = find('[data-notice]')!;
    place.querySelector<HTMLButtonElement>('[name=again]')?.click();
    arriving ??= load('This figure', getPlot, place).then(() => {
      arriving = undefined;
      show();
      // What plays is one step, and rests when it stops.
      if (!playing) settleDown();
    });
  };

  const undoable = () => {
    const button = find('[data-command=undo]');
    if (button) attribute(button, 'disabled', before.length === 0 ? '' : undefined);
  };

  /** Lets the figure come to rest, speaks its state, writes it into the address, and makes it a step that can be undone. */
  const settleDown = () => {
    clearTimeout(timer);
    timer = 0;
    if (params !== shown) return; // it waits for Plot
    if (moving) show();
    if (params === settled) return;
    const step = settled;
    settled = params;
    // What changes nothing is no step: a number typed once more, a reset of what is as it was.
    if (printParams(w, params, step).length === 0) return;
    before.push(step);
    undoable();
    content(find('[data-announce]')!, sentenceText(w.say(stateOf(w, params))));
    writeAddress(element.id, printParams(w, params, author));
  };

  /** Says what is wrong with an address, until it is mended or the reader goes on. */
  let noticed = false;
  const notice = (text: string) => {
    noticed = text !== '';
    content(find('[data-notice]')!, text);
  };

  /** A walk through the figure, which ends with the first thing that a reader does: the frame that moves it next, if it moves. */
  const walking = { over: false, under: false, frame: 0 };
  const endWalk = () => {
    walking.over = true;
    cancelAnimationFrame(walking.frame);
  };

  const walk = (set: string) => {
    if (walking.over) return;
    const [from, to] = [params, readParams(w, parseParams(set), author).params];
    if (printParams(w, to, from).length === 0) return;
    // All of it is one step that can be undone. The address stays: nobody has chosen anything.
    if (!walking.under) before.push(settled);
    walking.under = true;
    undoable();
    cancelAnimationFrame(walking.frame);
    const start = performance.now();
    const go = () => {
      const share = Math.min((performance.now() - start) / pace, 1);
      params = settled = settle(w, between(from, to, share * share * (3 - 2 * share)));
      show(share < 1 ? 'moves' : 'rests');
      if (share < 1) walking.frame = requestAnimationFrame(go);
    };
    go();
  };

  const change = (next: ParamValues, phase: InputPhase = 'moves') => {
    if (noticed) notice('');
    endWalk();
    params = settle(w, next);
    show(phase);
    clearTimeout(timer);
    timer = window.setTimeout(settleDown, rest);
  };

  const problem = (control: Element, input: Element | undefined, message: string) => {
    const place = placeOfProblem(control);
    if (message === '' && place.hidden) return;
    for (const marked of control.querySelectorAll('[aria-invalid]')) marked.removeAttribute('aria-invalid');
    input?.setAttribute('aria-invalid', 'true');
    // Beside the field that it is about; a row that went may have taken it along.
    if (message !== '') (input?.closest('td, th') ?? control).append(place);
    if (message !== '') place.setAttribute('role', 'alert');
    if (place.hidden !== (message === '')) place.hidden = message === '';
    content(place, message);
  };

  /** Hands the focus on from an input that is gone or can't be used any more: to its like in the row that took its place. */
  const passFocus = (input: HTMLInputElement, row: Element | undefined) => {
    if (input.isConnected && !input.disabled) return;
    const like =
      (input.isConnected ? input.closest('[data-row]') : row) ?? figure.querySelector('[data-row]:last-of-type');
    const { tagName, value } = input;
    const wanted = `[data-input=${input.dataset.input}]:not(:disabled)`;
    const heir =
      (tagName === 'BUTTON' && like?.querySelector<HTMLElement>(`${wanted}[value=${value}]`)) ||
      like?.querySelector<HTMLElement>(wanted) ||
      like?.querySelector<HTMLElement>('input');
    heir?.focus();
  };

  /** Reads what was done to one of a control's inputs. */
  const read = (input: HTMLInputElement) => {
    const control = input.closest('[data-param]')!;
    const name = control.getAttribute('data-param')!;
    try {
      const value = (w.params[name] as Kind<unknown>).read(input, params[name], params);
      const row = input.closest('[data-row]');
      const index = row ? [...row.parentElement!.children].indexOf(row) : -1;
      const focused = document.activeElement === input;
      problem(control, undefined, '');
      change({ ...params, [name]: value });
      if (focused && row) passFocus(input, [...control.querySelectorAll('[data-row]')].at(index));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      problem(control, input, error.message);
    }
  };

  const reset = () => {
    for (const control of figure.querySelectorAll('[data-param]')) problem(control, undefined, '');
    notice('');
    change(author, 'rests');
    settleDown();
  };

  const undo = () => {
    endWalk();
    settleDown();
    const last = before.pop();
    if (!last) return;
    params = settled = last;
    show();
    undoable();
    content(find('[data-announce]')!, sentenceText(w.say(stateOf(w, params))));
    writeAddress(element.id, printParams(w, params, author));
  };

  /** Where a place of the window is on a drawing, in the units of its scales. */
  const pointOn = (variant: Element, place: Point): Point => {
    const box = variant.getBoundingClientRect();
    const [, , width, height] = variant.querySelector('svg')!.getAttribute('viewBox')!.split(/[ ,]+/).map(Number) as [
      number,
      number,
      number,
      number,
    ];
    return pointAt(variant, [((place.x - box.left) / box.width) * width, ((place.y - box.top) / box.height) * height]);
  };

  const drag = ({ clientX, clientY }: PointerEvent) => {
    const { variant, drag: how, from, held, aside } = dragging!;
    const at = pointOn(variant, { x: clientX - aside.x, y: clientY - aside.y });
    if (typeof how === 'function') return change(how(held, w.values(held), at, from));
    const moved = Object.entries(how).map(([axis, name]) => {
      const kind = w.params[name] as Kind<number>;
      return [name, kind.snap?.(at[axis as 'x' | 'y']) ?? at[axis as 'x' | 'y']];
    });
    change({ ...params, ...Object.fromEntries(moved) });
  };

  /** Takes hold of a drawing where a pointer was put down: of a handle, which stays as it is until it is moved, or beside one. */
  const grab = (event: PointerEvent) => {
    endWalk();
    const target = event.target as Element;
    const frame = target.closest('[data-drag]')!;
    const { drag: how } = (w.draw as Record<string, Drawing<any, any>>)[frame.getAttribute('data-draw')!] as {
      drag: Drag<any, any>;
    };
    const { clientX: x, clientY: y } = event;
    const box = target.closest('[data-handle]')?.getBoundingClientRect();
    const aside = box ? { x: x - box.x - box.width / 2, y: y - box.y - box.height / 2 } : { x: 0, y: 0 };
    const variant = [...frame.children].find((child) => child.getClientRects().length > 0)!;
    // The frame captures, never the SVG: that one is replaced while the pointer moves.
    try {
      frame.setPointerCapture(event.pointerId);
    } catch {
      // The pointer was lifted before the code arrived: one move to where it was, and no drag.
    }
    dragging = { variant, drag: how, from: pointOn(variant, { x: x - aside.x, y: y - aside.y }), held: params, aside };
    if (!box) drag(event);
  };

  const down = (event: PointerEvent) => {
    const target = event.target as Element;
    if (!target.closest('[data-drag]') || event.button !== 0) return;
    // Where a finger may also want to scroll, its first way decides: see the styles of [data-handle].
    const free = target.closest('[data-handle=xy]') && !target.closest('[data-drag=x]');
    if (event.pointerType === 'touch' && !free) return void (waiting = event);
    grab(event);
    if (event.pointerType === 'mouse') event.preventDefault();
  };

  const move = (event: PointerEvent) => {
    if (waiting?.pointerId === event.pointerId) {
      const [x, y] = [event.clientX - waiting.clientX, event.clientY - waiting.clientY].map(Math.abs) as [
        number,
        number,
      ];
      if (Math.max(x, y) < slack) return;
      if (x > y) grab(waiting);
      waiting = undefined;
    }
    if (dragging) drag(event);
  };

  const up = (event: PointerEvent) => {
    if (waiting && event.type === 'pointerup') grab(waiting); // a tap
    waiting = dragging = undefined;
  };

  /** What goes on by itself, and where it is said. */
  let playing: { button: Element; timer: number } | undefined;

  const stop = () => {
    if (!playing) return;
    clearTimeout(playing.timer);
    content(playing.button, w.actions![playing.button.getAttribute('data-action')!]!.label);
    playing = undefined;
    settleDown();
  };

  /** Does an action again and again, all of it one step that can be undone; pressed again, it stops. */
  const play = (button: Element, { do: once, plays }: Action<any, any>) => {
    if (playing) return stop();
    const { every, on } = plays!;
    playing = { button, timer: 0 };
    content(button, 'Pause');
    const next = () => {
      change(once(params, w.values(params)), 'rests');
      clearTimeout(timer);
      if (!on(stateOf(w, params))) return stop();
      playing!.timer = window.setTimeout(next, every);
    };
    next();
  };

  const command = (target: Element) => {
    const button = target.closest<HTMLButtonElement>('button');
    if (!button || button.disabled) return;
    if (button.dataset.input) return read(button as unknown as HTMLInputElement);
    const action = button.dataset.action && w.actions?.[button.dataset.action];
    if (action) {
      if (action.plays) return play(button, action);
      change(action.do(params, w.values(params)), 'rests');
      return settleDown();
    }
    if (button.dataset.command === 'reset') reset();
    if (button.dataset.command === 'undo') undo();
    if (button.dataset.command === 'share') {
      settleDown();
      toggleSharing(button, () => ({ element, figure, w, params, author }));
    }
  };

  /** Hands the focus on from a button that can't be pressed any more: keys would go nowhere, undo among them. */
  const keepFocus = () => {
    const button = document.activeElement;
    if (!(button instanceof HTMLButtonElement && button.disabled && figure.contains(button))) return;
    const heir = button.closest('[data-param]')?.querySelector<HTMLElement>('input:enabled');
    (heir ?? find('[data-command=undo]:enabled') ?? find('[data-command=reset]'))?.focus();
  };

  const handle = (event: Event) => {
    const target = event.target as HTMLInputElement;
    if (/down|input|click/.test(event.type) && !playing?.button.contains(target)) stop();
    switch (event.type) {
      case 'input':
      case 'change':
        if (target.dataset.input && target.closest('[data-param]') && (target.dataset.on ?? 'input') === event.type)
          read(target);
        break;
      case 'click':
        command(target);
        keepFocus();
        break;
      case 'focusout':
        if (target.dataset.typing !== undefined) show();
        break;
      case 'keydown': {
        const { key, ctrlKey, metaKey, shiftKey } = event as KeyboardEvent;
        if (key === 'z' && (ctrlKey || metaKey) && !shiftKey && target.dataset.typing === undefined) {
          event.preventDefault();
          undo();
        }
        if (key === 'Enter' && target.dataset.typing !== undefined) show();
        break;
      }
      case 'pointerdown':
        down(event as PointerEvent);
        break;
      case 'pointermove':
        move(event as PointerEvent);
        break;
      case 'pointerup':
      case 'pointercancel':
        up(event as PointerEvent);
        break;
    }
  };

  const restore = (printed: [string, string][]) => {
    const { params: found, problems } = readParams(w, printed, author);
    notice(
      problems.length > 0
        ? `Part of this address could not be read, so the figure keeps its own values there. ${problems.slice(0, 3).join(' ')}`
        : '',
    );
    endWalk();
    params = settled = found;
    show();
    undoable();
  };

  // Once, when a hand first comes near, what can be taken says so.
  if (matchMedia('(prefers-reduced-motion: no-preference)').matches)
    for (const ring of figure.querySelectorAll('[data-ring]'))
      ring.animate([{}, { transform: 'scale(1.6)' }, {}], { duration: 600, easing: 'ease-out' });
  watch([...element.children, ...figure.querySelectorAll('[data-draw], [data-say]')]);
  figure.addEventListener('toggle', (event) => (event.target as HTMLDetailsElement).open && show(), true);
  // The other width, and both on paper, follow when they are needed: also back to the author's parameters.
  const resized = new ResizeObserver(() => {
    const now = widthSeen();
    if (now === seen) return;
    seen = now;
    if (drawn) show();
  });
  // A drawing that the style sheet hides or shows is resized, whatever was the reason.
  for (const part of [figure, ...figure.querySelectorAll('[data-variant=narrow]')]) resized.observe(part);
  addEventListener('beforeprint', () => drawn && (show('rests', 'narrow'), show('rests', 'wide')));

  return {
    handle,
    restore,
    walk,
    get arriving() {
      return arriving;
    },
  };
}

/** Writes one widget's state into the address, beside the anchor and the other widgets' states. */
function writeAddress(id: string, printed: [string, string][]): void {
  const address = parseAddress(location.hash);
  if (printed.length > 0) address.states.set(id, printed);
  else address.states.delete(id);
  const fragment = printAddress(address);
  history.replaceState(history.state, '', fragment === '' ? location.pathname + location.search : `#${fragment}`);
}
