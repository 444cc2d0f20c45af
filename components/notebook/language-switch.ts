/** What changes the language of a page that is open: a press of a switch, and another address. */
import { mark, show } from './language.ts';

document.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest<HTMLButtonElement>('.languages button');
  if (button) void import('./choose-language.ts').then(({ choose }) => choose(button));
});

addEventListener('hashchange', () => {
  const [, name] = /^#((?:cell|exercise)-[\w-]+)/.exec(location.hash) ?? [];
  if (!name) return;
  show(name.endsWith(mark) ? 'python' : 'typescript');
  document.getElementById(name)?.scrollIntoView();
});
