import { attribute, content, h } from '../../dom/elements.ts';
import { quote, Unreadable } from '../numbers.ts';
import type { Kind } from './kind.ts';

/** Yes or no: a checkbox. */
export function flag(options: { label: string; value: boolean }): Kind<boolean> {
  return {
    kind: 'flag',
    label: options.label,
    value: options.value,
    range: { min: false, max: true },
    parse: (text) => {
      if (text === 'yes' || text === 'no') return text === 'yes';
      throw new Unreadable(`${quote(text)} is neither yes nor no.`);
    },
    print: (value) => (value ? 'yes' : 'no'),
    clamp: (value) => value,
    build: ({ document }) => {
      const called = h(document, 'span');
      content(called, options.label);
      return h(
        document,
        'label',
        { class: 'flag' },
        h(document, 'input', { type: 'checkbox', 'data-input': 'check' }),
        called,
      );
    },
    show: (control, value) => {
      const input = control.querySelector('input')!;
      attribute(input, 'checked', value ? '' : undefined);
      if (input.checked !== value) input.checked = value;
    },
    read: (input) => input.checked,
  };
}
