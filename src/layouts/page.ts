/**
 * What every page does in the browser: the theme switch, the current section in the contents, and a stop of the Tab key
 * at whatever scrolls.
 */

const root = document.documentElement;
const dark = matchMedia('(prefers-color-scheme: dark)');
const button = document.querySelector<HTMLButtonElement>('.theme');

const theme = (): string => root.dataset.theme ?? (dark.matches ? 'dark' : 'light');

if (button) {
  const label = (): void => {
    button.textContent = theme() === 'dark' ? 'Light' : 'Dark';
    button.setAttribute('aria-label', `Switch to ${theme() === 'dark' ? 'light' : 'dark'} theme`);
  };
  button.addEventListener('click', () => {
    const next = theme() === 'dark' ? 'light' : 'dark';
    const system = dark.matches ? 'dark' : 'light';
    // A choice that agrees with the system is no choice: the page follows the system again.
    if (next === system) delete root.dataset.theme;
    else root.dataset.theme = next;
    try {
      if (next === system) localStorage.removeItem('theme');
      else localStorage.setItem('theme', next);
    } catch {
      // Storage is closed: the choice lasts for this page.
    }
    label();
  });
  dark.addEventListener('change', label);
  label();
}

/** Marks the section that is being read: the last whose heading has passed the upper third of the screen. */
const links = new Map(
  [...document.querySelectorAll<HTMLAnchorElement>('.contents a')].map((link) => [
    decodeURIComponent(link.hash.slice(1)),
    link,
  ]),
);
const headings = [...links.keys()].map((id) => document.getElementById(id)).filter((heading) => heading !== null);
if (headings.length > 0) {
  const mark = (): void => {
    const current =
      headings.findLast((heading) => heading.getBoundingClientRect().top < innerHeight / 3) ?? headings[0]!;
    for (const [id, link] of links) {
      if (id === current.id) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
  };
  // A jump passes headings that no observer sees pass.
  addEventListener('scroll', mark, { passive: true });
  addEventListener('resize', mark);
  mark();
}

/** A formula or a table that is wider than its place scrolls in it: the keyboard has to get there. */
const scrolling = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
    else target.removeAttribute('tabindex');
  }
});
for (const frame of document.querySelectorAll('.katex-display, :is(.answer, .sheet) table')) scrolling.observe(frame);
