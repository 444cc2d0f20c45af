/** Shows on the chapter list how far one is, and offers to go on where one left. */
import { sameSite } from '../same-site.ts';
import { store } from '../../components/notebook/record.ts';

const { exercises, last } = store.read();

for (const place of document.querySelectorAll<HTMLElement>('[data-exercises]')) {
  const names = place.dataset.exercises!.split(' ');
  const done = names.filter((name) => exercises[name]?.state === 'done').length;
  if (done > 0) place.textContent = `${done} of ${names.length} exercises done`;
}

const resume = document.querySelector<HTMLElement>('[data-resume]');
const href = last && sameSite(last.path, location.href);
if (resume && href) {
  const link = resume.querySelector('a')!;
  link.href = href;
  link.textContent = last.title;
  resume.hidden = false;
}
