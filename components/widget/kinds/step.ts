import { attribute, content, field, h } from '../../dom/elements.ts';
import { parseNumber, quote, Unreadable } from '../numbers.ts';
import { write } from '../../dom/steady-text.ts';
import type { Kind, ParamValues } from './kind.ts';
import { buildSlider, fillTrack } from './number.ts';

/** A place in a sequence, 0 … max: a slider between two buttons. Its end may depend on other parameters. */
export function step(options: {
  label: string;
  value: number;
  max: number | ((params: ParamValues) => number);
}): Kind<number> {
  const last = (params: ParamValues) => (typeof options.max === 'function' ? options.max(params) : options.max);
  const clamp = (value: number, params: ParamValues) => Math.min(Math.max(Math.round(value), 0), last(params));
  return {
    kind: 'step',
    label: options.label,
    value: options.value,
    range: { min: 0, max: typeof options.max === 'function' ? Number.MAX_SAFE_INTEGER : options.max },
    parse: (typed) => {
      const value = parseNumber(typed);
      if (Number.isInteger(value) && value >= 0) return value;
      throw new Unreadable(`${quote(typed)} is not a step; expected a whole number from 0.`);
    },
    print: String,
    clamp,
    snap: Math.round,
    build: ({ document, id, name }) => {
      const label = h(document, 'label', { for: `${id}-${name}` });
      content(label, options.label);
      const button = (by: number, called: string, sign: string) =>
        h(document, 'button', { type: 'button', value: by, 'data-input': 'by', 'aria-label': called }, sign);
      return h(
        document,
        'div',
        { class: 'step' },
        label,
        button(-1, `${options.label}: back`, '←'),
        buildSlider(document, { id: `${id}-${name}`, min: 0, step: 1 }),
        button(1, `${options.label}: forward`, '→'),
        h(document, 'output', { for: `${id}-${name}` }),
      );
    },
    show: (control, value, { params, phase }) => {
      const slider = control.querySelector<HTMLInputElement>('[data-input=slide]')!;
      attribute(slider, 'max', String(last(params)));
      field(slider, String(value));
      fillTrack(slider, value / Math.max(last(params), 1), 0);
      const [back, forward] = control.querySelectorAll('button');
      attribute(back!, 'disabled', value <= 0 ? '' : undefined);
      attribute(forward!, 'disabled', value >= last(params) ? '' : undefined);
      const place = `${value} of ${last(params)}`;
      write(control.querySelector('output')!, place, phase);
    },
    read: (input, value, params) =>
      clamp(input.dataset.input === 'by' ? value + Number(input.value) : Number(input.value), params),
  };
}
