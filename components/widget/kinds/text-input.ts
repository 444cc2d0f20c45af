import { content, field, h } from '../../dom/elements.ts';
import { Unreadable } from '../numbers.ts';
import type { Kind } from './kind.ts';
import { isBusy } from './number.ts';

/** A short line of text. */
export function textInput(options: { label: string; value: string; longest?: number }): Kind<string> {
  const { longest = 40 } = options;
  const admit = (typed: string): string => {
    if ([...typed].length <= longest) return typed;
    throw new Unreadable(`That is ${[...typed].length} characters; expected at most ${longest}.`);
  };
  return {
    kind: 'text',
    label: options.label,
    value: options.value,
    range: { min: '', max: 'm'.repeat(longest) },
    parse: admit,
    print: (value) => value,
    clamp: (value) => [...value].slice(0, longest).join(''),
    build: ({ document, id, name }) => {
      const label = h(document, 'label', { for: `${id}-${name}` });
      content(label, options.label);
      const input = h(document, 'input', {
        type: 'text',
        id: `${id}-${name}`,
        'data-input': 'typed',
        'data-typing': true,
        autocomplete: 'off',
      });
      return h(document, 'div', { class: 'text' }, label, input);
    },
    show: (control, value) => {
      const input = control.querySelector('input')!;
      if (!isBusy(input)) field(input, value);
    },
    read: (input) => admit(input.value),
  };
}
