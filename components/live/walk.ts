/**
 * Walks through figures: on a wide screen, the step that is read sets the parameters of the figure beside it. Not where
 * the reader asked for less motion, and never against a hand: see `walk` in interaction.ts.
 */
const able = matchMedia('(min-width: 64rem) and (prefers-reduced-motion: no-preference)');

const reached = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries)
      if (isIntersecting && able.matches)
        target
          .closest<HTMLElement & { walk(set: string): void }>('live-widget')!
          .walk(target.getAttribute('data-set')!);
  },
  // A step is read where it crosses the middle of the window.
  { rootMargin: '-50% 0px' },
);
for (const step of document.querySelectorAll('[data-set]')) reached.observe(step);
