/** Remembers, on the reader's machine, which section of a chapter was read last. */
import './copying.ts';
import { store } from '../../components/notebook/record.ts';

const { title } = document.querySelector<HTMLElement>('[data-chapter]')!.dataset;
let timer = 0;

/** The section at the top of the screen, once the reader has stayed with it for a moment. */
const remember = (): void => {
  const headings = [...document.querySelectorAll<HTMLElement>('.prose h2')];
  const current = headings.findLast((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
  if (!current) return;
  const section = current.firstChild?.textContent ?? '';
  const path = `${location.pathname}#${current.id}`;
  store.update((now) => ({ ...now, last: { path, title: `${title}: ${section}`, at: Date.now() } }));
};

addEventListener(
  'scroll',
  () => {
    clearTimeout(timer);
    timer = window.setTimeout(remember, 1500);
  },
  { passive: true },
);

/** What sets the answers apart on paper is there before anything is printed: it comes with the first sign of a hand. */
for (const sign of ['pointermove', 'keydown'])
  addEventListener(sign, () => void import('./print.ts').catch(() => {}), { once: true });
