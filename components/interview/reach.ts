/** Tab stops for what is wider than its frame and scrolls: not every browser gives it one. */

const widths = new ResizeObserver((entries) => {
  for (const { target } of entries as (ResizeObserverEntry & { target: HTMLElement })[])
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute('tabindex');
});

/** Keeps formulas and tables in reach of the keyboard, whenever they are wider than their frame. */
export function reachable(root: ParentNode): void {
  for (const one of root.querySelectorAll('.katex-display, .answer table')) widths.observe(one);
}
