/**
 * The deck as the text file that Anki imports: https://docs.ankiweb.net/importing/text-files.html. A note keeps its
 * identity by the card's name, so that a newer file updates it.
 */
import mdx from '@astrojs/mdx/server.js';
import type { APIContext } from 'astro';
import { experimental_AstroContainer as Container } from 'astro/container';
import { render } from 'astro:content';
import * as vocabulary from '../../../components/vocabulary/card.ts';
import { SITE_NAME, under } from '../../site.ts';
import { readDeck } from './_deck.ts';
import Tex from './_AnkiTex.astro';
import { field, plain } from './_anki.ts';

export async function GET({ site }: APIContext): Promise<Response> {
  const container = await Container.create();
  container.addServerRenderer({ name: 'mdx', renderer: mdx });
  const deck = await readDeck();
  const address = (path: string) => new URL(under(path), site).href;
  const rows: string[] = [];
  for (const card of deck.cards) {
    const { id, data } = card;
    const { Content } = await render(card);
    const html = await container.renderToString(Content, { props: { components: { ...vocabulary, Tex } } });
    const points = data.points.map((point) => `<li>${plain(point)}</li>`).join('');
    const back =
      `${html}<p><b>What a good answer has</b></p><ul>${points}</ul>` +
      `<p><a href="${address(`interview/read/#${id}`)}">This card in the course</a></p>`;
    const tags = [data.level, ...data.topics].join(' ');
    rows.push([id, plain(data.question), back, tags].map((one) => field(one, (path) => address(path))).join('\t'));
  }
  const head = [
    '#separator:tab',
    '#html:true',
    `#deck:${SITE_NAME}`,
    '#notetype:Basic',
    '#columns:Id\tFront\tBack\tTags',
    '#guid column:1',
    '#tags column:4',
  ];
  return new Response(`${[...head, ...rows].join('\n')}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}
