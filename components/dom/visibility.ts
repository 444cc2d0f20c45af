/** What is in sight: what the reader does not see waits for the hand to rest, as what is only heard does. */
import type { InputPhase } from './steady-text.ts';

const away = new WeakSet<Element>();
let observer: IntersectionObserver | undefined;

/** Keeps an eye on parts of the page: until something else is known, they are in sight. */
export function watch(parts: Iterable<Element>): void {
  observer ??= new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) away.delete(target);
      else away.add(target);
    }
  });
  for (const part of parts) observer.observe(part);
}

/** Whether a part of the page waits: a hand moves, and it is out of sight. */
export const waits = (part: Element, phase: InputPhase): boolean => phase === 'moves' && away.has(part);
