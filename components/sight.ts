/** What is in sight: what the reader does not see waits for the hand to rest, as what is only heard does. */
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

/** Whether a part of the page is known to be out of sight. */
export const isAway = (part: Element): boolean => away.has(part);
