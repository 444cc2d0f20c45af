import { exact, exp, log, log1p } from 'logits';
import { attribute, content, field, h, once } from '../../dom/elements.ts';
import { parseNumber, printNumber, quote, Unreadable } from '../numbers.ts';
import type { InputPhase } from '../../dom/steady-text.ts';
import { isLeftAlone, type Kind, type Showing } from './kind.ts';

export interface NumberOptions {
  label: string;
  value: number;
  /** The ends of the slider. */
  min: number;
  max: number;
  /** The slider's step (on a log scale: the ratio between neighbours, less one). */
  step: number;
  scale?: 'linear' | 'log';
  /** The values that may be typed, where they reach beyond the slider. */
  limits?: [number, number];
  /** Whether ±Infinity and NaN are values like any other. */
  extremes?: boolean;
}

/** Whether typing is going on in an input, or it holds text that could not be read: then it is left alone. */
export const isBusy = (input: Element): boolean =>
  input.getAttribute('aria-invalid') === 'true' ||
  (input.ownerDocument.activeElement === input && input.getAttribute('data-typing') === '');

/** The bounds, steps and scale of a number: what a slider and a typed number share, whoever shows them. */
export function scale(options: NumberOptions) {
  const { min, max, step, extremes = false } = options;
  const logarithmic = options.scale === 'log';
  const [low, high] = options.limits ?? [min, max];
  const places = (String(step).split('.')[1] ?? '').length;
  const bounded = (x: number, from: number, to: number) => Math.min(Math.max(x, from), to);

  /** A value's place on the slider, in steps, and back. */
  const position = (x: number) => (logarithmic ? log(x / min) / log1p(step) : x);
  const at = (place: number) => (logarithmic ? min * exp(place * log1p(step)) : place);

  return {
    slider: logarithmic ? { min: 0, max: Math.round(position(max)), step: 1 } : { min, max, step },
    /** The slider's place for a value; off its ends for values beyond them. */
    place: (x: number): number =>
      Number.isNaN(x)
        ? at(0)
        : bounded(position(bounded(x, min, max)), logarithmic ? 0 : min, logarithmic ? position(max) : max),
    /** The value at a place of the slider, without noise in its last digits. */
    from: (place: number): number => (logarithmic ? Number(at(place).toPrecision(3)) : Number(place.toFixed(places))),
    snap: (x: number): number => {
      const near = logarithmic
        ? Number(at(Math.round(position(bounded(x, min, max)))).toPrecision(3))
        : Number((min + Math.round((bounded(x, min, max) - min) / step) * step).toFixed(places));
      return bounded(near, min, max);
    },
    clamp: (x: number): number =>
      extremes && !Number.isFinite(x) ? x : Number.isNaN(x) ? options.value : bounded(x, low, high),
    /**
     * Reads a number that was typed.
     * @throws Unreadable where it is outside the limits or is none
     */
    read: (typed: string): number => {
      const x = parseNumber(typed, extremes);
      if ((extremes && !Number.isFinite(x)) || (x >= low && x <= high)) return x;
      // A number beyond all floats is told as it was typed: nobody typed Infinity.
      const told = Number.isFinite(x) ? exact(x) : quote(typed.trim());
      const others = extremes ? ', inf, -inf or nan' : '';
      throw new Unreadable(`${told} is outside; expected a number from ${exact(low)} to ${exact(high)}${others}.`);
    },
  };
}

/** Sets a field apart from the grid that it stands in, whose own child can't keep a change of its own to itself. */
export const apart = (document: Document, field: Element): HTMLElement => h(document, 'span', {}, field);

/** Builds a slider in its track. */
export function buildSlider(document: Document, attributes: Record<string, string | number>): HTMLElement {
  const slider = h(document, 'input', { type: 'range', 'data-input': 'slide', ...attributes });
  return h(document, 'span', { class: 'track' }, slider);
}

/** Fills a slider's track from zero to where the slider is, both as parts of the whole. */
export function fillTrack(slider: Element, at: number, zero: number): void {
  const share = (part: number) => `${(100 * part).toFixed(2)}%`;
  attribute(slider.parentElement!, 'style', `--at:${share(at)};--zero:${share(zero)}`);
}

/** Builds a slider and a typed field for one number. */
export function buildNumber(
  showing: Pick<Showing, 'document'>,
  labels: { id: string; slider: string; typed: string },
  s: ReturnType<typeof scale>,
): HTMLElement[] {
  const slider = buildSlider(showing.document, { id: labels.id, ...s.slider, 'aria-label': labels.slider });
  const typed = h(showing.document, 'input', {
    type: 'text',
    'data-input': 'typed',
    'data-typing': true,
    inputmode: 'text',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    'aria-label': labels.typed,
  });
  return [slider, typed];
}

/** The slider and the typed field that `buildNumber` built inside of a control. */
const inputsOf = once((control) => ({
  slider: control.querySelector<HTMLInputElement>('[data-input=slide]')!,
  typed: control.querySelector<HTMLInputElement>('[data-input=typed]')!,
}));

/** Shows a number in the slider and the typed field that `buildNumber` built inside `control`. */
export function showNumber(control: Element, value: number, s: ReturnType<typeof scale>, phase: InputPhase): void {
  if (isLeftAlone(control, value, phase)) return;
  const { slider, typed } = inputsOf(control);
  const place = s.place(value);
  field(slider, String(Number(place.toFixed(6))));
  attribute(slider, 'aria-valuetext', exact(value));
  const { min, max } = s.slider;
  const part = (x: number) => (x - min) / (max - min);
  fillTrack(slider, part(place), part(Math.min(Math.max(0, min), max)));
  if (!isBusy(typed)) field(typed, exact(value));
}

/** Reads what a reader did to a number's slider or typed field. */
export function readNumber(input: HTMLInputElement, s: ReturnType<typeof scale>): number {
  return input.dataset.input === 'slide' ? s.from(Number(input.value)) : s.read(input.value);
}

/** A real number with a slider and a typed field. */
export function number(options: NumberOptions): Kind<number> {
  const s = scale(options);
  return {
    kind: 'number',
    label: options.label,
    value: options.value,
    range: { min: options.min, max: options.max },
    parse: s.read,
    print: printNumber,
    clamp: s.clamp,
    snap: s.snap,
    build: (showing) => {
      const id = `${showing.id}-${showing.name}`;
      const label = h(showing.document, 'label', { for: id, 'data-term': showing.name });
      content(label, options.label);
      const [slider, typed] = buildNumber(showing, { id, slider: options.label, typed: `${options.label}, typed` }, s);
      return h(showing.document, 'div', { class: 'number' }, label, slider!, apart(showing.document, typed!));
    },
    show: (control, value, { phase }) => showNumber(control, value, s, phase),
    read: (input) => readNumber(input, s),
  };
}
