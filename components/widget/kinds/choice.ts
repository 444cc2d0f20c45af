import { expectedOneOf } from '../../../src/names.ts';
import { attribute, content, field, h, keyed } from '../../dom/elements.ts';
import { quote, Unreadable } from '../numbers.ts';
import { isLeftAlone, type Kind, type ParamValues } from './kind.ts';

export interface ChoiceOptions<T extends string> {
  label: string;
  value: NoInfer<T>;
  /** The choices, value → what it is called; a function where they depend on other parameters. */
  options: Record<T, string> | ((params: ParamValues) => Record<string, string>);
  /** A menu that opens, where there are too many for a row of buttons. */
  menu?: boolean;
}

/** One of a few: a row of radio buttons, or a menu. */
export function choice<T extends string>(options: ChoiceOptions<T>): Kind<T> {
  const all = (params: ParamValues) =>
    typeof options.options === 'function' ? options.options(params) : options.options;
  const fixed = typeof options.options === 'function' ? [options.value] : (Object.keys(options.options) as T[]);
  const admit = (value: string, params: ParamValues): T => {
    const known = all(params);
    if (Object.hasOwn(known, value)) return value as T;
    throw new Unreadable(`${quote(value)} is not a choice; ${expectedOneOf(value, Object.keys(known))}.`);
  };
  return {
    kind: 'choice',
    label: options.label,
    value: options.value,
    range: { min: fixed[0]!, max: fixed.at(-1)! },
    offers: (params) => Object.keys(all(params)) as T[],
    parse: admit,
    print: (value) => value,
    clamp: (value, params) => (Object.hasOwn(all(params), value) ? value : (Object.keys(all(params))[0] as T)),
    build: ({ document, id, name }) => {
      if (options.menu) {
        const label = h(document, 'label', { for: `${id}-${name}` });
        content(label, options.label);
        const menu = h(document, 'select', { id: `${id}-${name}`, 'data-input': 'choose' });
        return h(document, 'div', { class: 'menu' }, label, menu);
      }
      const legend = h(document, 'legend');
      content(legend, options.label);
      return h(document, 'fieldset', { class: 'choice' }, legend, h(document, 'span', { class: 'options' }));
    },
    show: (control, value, { document, id, name, params, phase }) => {
      if (typeof options.options !== 'function' && isLeftAlone(control, value, phase)) return;
      const menu = control.querySelector('select');
      if (menu) {
        keyed(
          menu,
          Object.entries(all(params)),
          ([option]) => option,
          ([option]) => h(document, 'option', { value: option }),
          (element, [option, called]) => {
            attribute(element, 'selected', option === value ? '' : undefined);
            content(element, called);
          },
        );
        if (menu.value !== value) menu.value = value;
        return;
      }
      keyed(
        control.querySelector('.options')!,
        Object.entries(all(params)),
        ([option]) => option,
        ([option]) =>
          h(
            document,
            'label',
            {},
            h(document, 'input', { type: 'radio', name: `${id}-${name}`, value: option, 'data-input': 'choose' }),
            h(document, 'span'),
          ),
        (label, [option, called]) => {
          const input = label.querySelector('input')!;
          field(input, option);
          attribute(input, 'checked', option === value ? '' : undefined);
          if (input.checked !== (option === value)) input.checked = option === value;
          content(label.querySelector('span')!, called);
        },
      );
    },
    read: (input, _, params) => admit(input.value, params),
  };
}
