/** A browser that translates a page wraps every text in elements of its own: what a hand moves follows all the same. */
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { widgets } from '../../../components/render/prerender.ts';
import { render } from '../../../components/render/render.ts';
import type { Params } from '../../../components/widget/contract.ts';
import { authorOf, settle } from '../../../components/widget/state.ts';

function rendered(name: string) {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const root = document.createElement('div') as unknown as Element;
  root.innerHTML = '<figure data-figure></figure>';
  const w = widgets.get(name)!;
  render(root, w, authorOf(w), { id: name });
  return {
    root,
    show: (params: Record<string, any>) => render(root, w, params, { id: name, variant: 'wide', phase: 'moves' }),
  };
}

/** Wraps every text that is shown, as translation does: the text that was there is gone. */
function translate(node: Node): void {
  for (const child of [...node.childNodes]) {
    if (child.nodeType !== 3) translate(child);
    else if (child.textContent!.trim() !== '') {
      const font = node.ownerDocument!.createElement('font');
      font.textContent = child.textContent;
      child.parentNode!.replaceChild(font, child);
    }
  }
}

it.each([...widgets])('%s says what it shows after its page was translated', (name, w) => {
  const ends = (['max', 'min'] as const).map((end) =>
    settle(w, {
      ...authorOf(w),
      ...Object.fromEntries(Object.entries(w.params as Params).map(([param, kind]) => [param, kind.range[end]])),
    }),
  );
  const [plain, translated] = [rendered(name), rendered(name)];
  const said = ({ root }: typeof plain) => root.querySelector('[data-say]')!.textContent;
  // What stands there was written by a hand's moves, not at build.
  for (const params of [...ends, authorOf(w)]) for (const one of [plain, translated]) one.show(params);
  translate(translated.root.querySelector('[data-say]')!);
  for (const params of [...ends, authorOf(w)]) {
    for (const one of [plain, translated]) one.show(params);
    expect(said(translated)).toBe(said(plain));
  }
});
