/** The numbers of a widget in the prose and formulas around it. Part of render(), for which see render.ts. */
import { operand } from 'logits';
import { attribute, content, keyed, once } from '../dom/elements.ts';
import { termOf } from '../widget/kinds/rows.ts';
import { write, type InputPhase } from '../dom/steady-text.ts';
import { waits } from '../dom/visibility.ts';
import type { AnyWidget } from '../widget/contract.ts';
import { slotText } from '../widget/state.ts';

/** Among words and in a formula a gap shows where a number has become shorter by a letter. */
const slack = 1;

/**
 * Fills the slots of prose and formulas, and repeats the terms of sums. What is only heard, a formula's MathML, waits
 * for the hand to rest, as speech does; so does what is out of sight.
 */
export function fillFormulas(root: Element, w: AnyWidget, state: Record<string, any>, phase: InputPhase): void {
  const fill = (slots: readonly Slot[], record: Record<string, any>) => {
    for (const { element, name, bracketed, heard, block } of slots) {
      if ((heard && phase === 'moves') || waits(block, phase)) continue;
      const text = slotText(w, name, Object.hasOwn(record, name) ? record[name] : state[name]);
      const words = bracketed ? operand(text) : text;
      if (heard) content(element, words);
      else write(element, words, phase, slack);
      attribute(element, 'data-tone', broke.has(text) ? 'alarm' : undefined);
    }
  };
  for (const { element: list, heard, block } of listsOf(root)) {
    if ((heard && phase === 'moves') || waits(block, phase)) continue;
    const template = list.firstElementChild!;
    keyed(
      list,
      state[list.getAttribute('data-each')!] as Record<string, any>[],
      (record) => String(record['label']),
      () => template.cloneNode(true) as Element,
      (item, record) => {
        attribute(item, 'data-term', termOf(String(record['label'])));
        fill(slotsOf(item), record);
      },
    );
  }
  fill(slotsOf(root), state);
}

/** What a slot shows where a computation has broken: in alarm, wherever it stands. */
const broke = new Set(['NaN', 'Infinity', '−Infinity']);

/** A slot or a sum, and where it stands. */
interface Place {
  element: Element;
  /** Whether it stands in MathML, which is heard and not seen. */
  heard: boolean;
  /** The part of the Live's text that it stands in: a paragraph, a formula, a list. */
  block: Element;
}
interface Slot extends Place {
  /** The value that it shows. */
  name: string;
  /** Whether a negative one stands in parentheses. */
  bracketed: boolean;
}
const placeOf = (element: Element): Place => ({
  element,
  heard: element.closest('math') !== null,
  block: element.closest('live-widget > *') ?? element,
});

/** The slots of a Live, or of one term of a sum; those of a Live's sums are their terms'. They are what they are for good. */
const slotsOf = once((scope): Slot[] => {
  const each = scope.closest('[data-each]');
  return [...scope.querySelectorAll('[data-slot]')]
    .filter((element) => element.closest('[data-each]') === each)
    .map((element) => {
      const asked = element.getAttribute('data-slot')!;
      const name = asked.replace(/^\((.*)\)$/, '$1');
      return { ...placeOf(element), name, bracketed: name !== asked };
    });
});

/** The sums of a Live, whose terms are repeated. */
const listsOf = once((root) => [...root.querySelectorAll('[data-each]')].map(placeOf));
