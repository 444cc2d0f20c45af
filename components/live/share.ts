/** What a reader can take away from a figure: its address, a line to embed it, pictures, numbers. */
import { load } from '../dom/arrival.ts';
import { under } from '../../src/site.ts';
import { printAddress } from '../widget/address.ts';
import { copyAs, dataOf } from '../widget/export.ts';
import { download, h } from '../dom/elements.ts';
import type { AnyWidget } from '../widget/contract.ts';
import { authorOf, printParams } from '../widget/state.ts';

/** What the taking needs to know of the figure. */
export interface Taken {
  element: HTMLElement;
  figure: HTMLElement;
  w: AnyWidget;
  params: Record<string, any>;
  author: Record<string, any>;
}

const file = (blob: Blob, name: string): string => {
  download(blob, name);
  return 'Saved';
};

const clipboard = async (text: string): Promise<string> => {
  await navigator.clipboard.writeText(text);
  return 'Copied';
};

/** The page's address with this figure's state, and nothing else. */
export function addressOf({ element, w, params, author }: Taken): string {
  const address = new URL(location.href);
  address.hash = printAddress({ anchor: element.id, states: new Map([[element.id, printParams(w, params, author)]]) });
  return address.href;
}

/** The lines that show this figure on another site, at the height that it tells. */
export function embedOf({ element, figure, w, params }: Taken): string {
  const name = element.dataset.widget!;
  const address = new URL(under(`embed/${name}/`), location.href);
  address.hash = printAddress({ anchor: '', states: new Map([[name, printParams(w, params, authorOf(w))]]) });
  const title = w.title.replaceAll('"', '&quot;');
  const height = Math.ceil(figure.getBoundingClientRect().height) + 80;
  return `<iframe src="${address.href}" title="${title}" width="100%" height="${height}" loading="lazy" style="border:0"></iframe>
<script>addEventListener('message',e=>{for(const f of document.querySelectorAll('iframe'))if(f.contentWindow===e.source&&e.data?.type==='figure-height')f.height=e.data.height})</script>`;
}

/** What draws pictures; how it comes is said where the button says how it went. */
const picture = (said: Element) => load('What draws the picture', () => import('./picture.ts'), said);

/** Everything that can be taken, by what its button says. */
const takings: Record<string, (taken: Taken, said: Element) => Promise<string> | string> = {
  'Copy address': (taken) => clipboard(addressOf(taken)),
  'Copy embed code': (taken) => clipboard(embedOf(taken)),
  'Save as SVG': async (taken, said) =>
    file((await picture(said)).svgOf(taken.figure, addressOf(taken)), `${taken.element.dataset.widget}.svg`),
  'Save as PNG': async (taken, said) =>
    file(await (await picture(said)).pngOf(taken.figure, addressOf(taken)), `${taken.element.dataset.widget}.png`),
  'Copy as Python': ({ w, params }) => clipboard(copyAs('python', dataOf(w, params))),
  'Copy as TypeScript': ({ w, params }) => clipboard(copyAs('typescript', dataOf(w, params))),
  'Copy as CSV': ({ w, params }) => clipboard(copyAs('csv', dataOf(w, params))),
};

/** Opens the row of takings under the tools, or closes it. */
export function toggleSharing(button: Element, taken: () => Taken): void {
  const open = button.getAttribute('aria-expanded') === 'true';
  button.setAttribute('aria-expanded', String(!open));
  const tools = button.closest('.tools')!;
  if (open) return tools.parentElement!.querySelector('.more')?.remove();
  const row = h(document, 'div', { class: 'more' });
  const said = h(document, 'span', { role: 'status' });
  for (const [label, take] of Object.entries(takings)) {
    const one = h(document, 'button', { type: 'button' }, label);
    one.addEventListener('click', (event) => {
      event.stopPropagation();
      Promise.resolve()
        .then(() => take(taken(), said))
        .then(
          (done) => (said.textContent = `${done}: ${label.replace(/^(Copy|Save) (as )?/, '')}.`),
          (error: Error) =>
            (said.textContent = `${label} did not work here (${error.message}). The browser may not allow it on this page.`),
        );
    });
    row.append(one);
  }
  row.append(said);
  tools.after(row);
}
