/** The whole deck for Anki: a note a card, known by the card's name. */
import { render } from 'astro:content';
import * as vocabulary from '../../../components/vocabulary/card.ts';
import { under } from '../../site.ts';
import Tex from './_AnkiTex.astro';
import { ankiFile, cardHtml, decks, plain, renderer, type Note } from './_anki.ts';
import { readDeck } from './_deck.ts';

export async function GET(): Promise<Response> {
  const container = await renderer();
  // Where nobody said under which address this is published, a link would lead to nobody's machine.
  const site = process.env['SITE'];
  const notes: Note[] = [];
  for (const card of (await readDeck()).cards) {
    const { id, data } = card;
    const { Content } = await render(card);
    const answer = await container.renderToString(Content, { props: { components: { ...vocabulary, Tex } } });
    const points = data.points.map((point) => `<li>${plain(point)}</li>`).join('');
    const back =
      `${answer}<p class="asks">What a good answer has</p><ul>${points}</ul>` +
      (site ? `<p><a href="${under(`interview/read/#${id}`)}">This card in the course</a></p>` : '');
    notes.push({ id, front: plain(data.question), back: cardHtml(back, site), tags: [data.level, ...data.topics] });
  }
  return ankiFile(decks.full, notes);
}
