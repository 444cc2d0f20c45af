/** The atomic cards for Anki: a note a question, known by the name that the question was given. */
import { getCollection, render } from 'astro:content';
import Atom from './_Atom.astro';
import Tex from './_AnkiTex.astro';
import { ankiFile, cardHtml, decks, parsed, plain, renderer, type Note } from './_anki.ts';

export async function GET(): Promise<Response> {
  const container = await renderer();
  const notes: Note[] = [];
  for (const entry of await getCollection('atoms')) {
    const { Content } = await render(entry);
    const page = parsed(await container.renderToString(Content, { props: { components: { Atom, Tex } } }));
    for (const atom of page.querySelectorAll('article'))
      notes.push({
        id: `atom:${atom.getAttribute('data-id')!}`,
        front: plain(atom.getAttribute('data-asks')!),
        back: cardHtml(atom.innerHTML, process.env['SITE']),
        tags: [entry.data.topic],
      });
  }
  return ankiFile(decks.atoms, notes);
}
