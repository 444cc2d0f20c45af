/** The numbers of a widget in the prose and formulas around it. Part of render(), for which see render.ts. */
import { operand } from 'logits';
import { attribute, content, keyed } from './html.ts';
import { termOf } from './kinds/rows.ts';
import { room, type Hand } from './room.ts';
import { written, type AnyWidget } from './widget.ts';

/**
 * Fills the slots of prose and formulas, and repeats the terms of sums. What is only heard, a formula's MathML, waits
 * for the hand to rest, as speech does.
 */
export function fillFormulas(root: Element, w: AnyWidget, state: Record<string, any>, hand: Hand): void {
  const fill = (slots: readonly Slot[], record: Record<string, any>) => {
    for (const { element, name, bracketed, heard } of slots) {
      if (heard && hand === 'moves') continue;
      const text = written(w, name, Object.hasOwn(record, name) ? record[name] : state[name]);
      const words = bracketed ? operand(text) : text;
      content(heard ? element : room(element, words, hand), words);
    }
  };
  for (const list of listsOf(root)) {
    if (hand === 'moves' && isHeard(list)) continue;
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

interface Slot {
  element: Element;
  /** The value that it shows. */
  name: string;
  /** Whether a negative one stands in parentheses. */
  bracketed: boolean;
  /** Whether it stands in MathML, which is heard and not seen. */
  heard: boolean;
}
const slotsKnown = new WeakMap<Element, Slot[]>();
const listsKnown = new WeakMap<Element, Element[]>();

const isHeard = (element: Element) => element.closest('math') !== null;

/** The slots of a Live, or of one term of a sum; those of a Live's sums are their terms'. They are what they are for good. */
function slotsOf(scope: Element): Slot[] {
  let found = slotsKnown.get(scope);
  if (!found) {
    const each = scope.closest('[data-each]');
    found = [...scope.querySelectorAll('[data-slot]')]
      .filter((element) => element.closest('[data-each]') === each)
      .map((element) => {
        const asked = element.getAttribute('data-slot')!;
        const name = asked.replace(/^\((.*)\)$/, '$1');
        return { element, name, bracketed: name !== asked, heard: isHeard(element) };
      });
    slotsKnown.set(scope, found);
  }
  return found;
}

/** The sums of a Live, whose terms are repeated. */
function listsOf(root: Element): Element[] {
  const found = listsKnown.get(root) ?? [...root.querySelectorAll('[data-each]')];
  listsKnown.set(root, found);
  return found;
}
