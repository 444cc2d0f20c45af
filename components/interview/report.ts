/** The report of a mock interview, as it stands on the page. */
import { h as element } from '../dom/elements.ts';
import { plural } from '../widget/words.ts';
import { clockText } from './clock.ts';
import type { Card } from './deck.ts';
import type { Report, Result } from './session.ts';

const h = (tag: string, attributes: Parameters<typeof element>[2], ...children: (Node | string)[]) =>
  element(document, tag, attributes, ...children);

const graded = ['not yet', 'partly', 'yes'];

/** What the reader typed, beside the answer that it is compared with; the answer alone where nothing was typed. */
export function beside(typed: string, answer: Element): Element {
  if (typed.trim() === '') return answer;
  const own = h('div', { class: 'answer own' }, h('p', { class: 'asks' }, 'What you typed'), h('p', {}, typed.trim()));
  return h('div', { class: 'beside' }, own, answer);
}

/** A follow-up's answer, as the deck has it. */
export function replyTo(card: Card, asks: string): HTMLElement {
  const at = card.followUps.indexOf(asks);
  const reply = document.importNode(card.element.querySelectorAll<HTMLElement>('.follow-up .reply')[at]!, true);
  reply.classList.add('answer');
  reply.prepend(h('p', { class: 'asks' }, 'A good reply'));
  return reply;
}

/** A question, and what came of it; its model answers only beside those that were typed. */
function resultOf({ typed, compared, had, missed, followUp, spent }: Result, card: Card): HTMLElement {
  const score = compared ? `${had.length} of ${plural(had.length + missed.length, 'point')}` : 'not compared';
  const article = h('article', { class: 'result' }, h('h3', {}, card.question));
  article.append(h('p', { class: 'what' }, `${score} · ${clockText(spent)}`));
  const short = document.importNode(card.element.querySelector('.short')!, true);
  if (typed.trim() !== '') article.append(beside(typed, short));
  if (missed.length > 0)
    article.append(
      h('p', { class: 'what' }, 'What was missing'),
      h('ul', { class: 'missed' }, ...missed.map((point) => h('li', {}, point))),
    );
  if (followUp) {
    const how = followUp.grade === undefined ? 'not graded' : graded[followUp.grade]!;
    article.append(h('p', { class: 'what' }, `Follow-up (${how}): ${followUp.asks}`));
    if (followUp.typed.trim() !== '') article.append(beside(followUp.typed, replyTo(card, followUp.asks)));
  }
  return article;
}

/** Where the course shows what was missed, the most missed first, nothing twice. */
function readingOf(weak: readonly Card[]): HTMLElement[] {
  const links = new Map<string, HTMLElement>();
  for (const card of weak)
    for (const link of card.element.querySelectorAll<HTMLAnchorElement>('.where a[data-read]')) {
      const href = link.getAttribute('href')!;
      if (links.has(href)) continue;
      const why = h('span', { class: 'what' }, ` for: ${card.question}`);
      links.set(href, h('li', {}, h('a', { href }, link.textContent!.trim()), why));
    }
  return links.size > 0 ? [h('h3', {}, 'What to read next'), h('ul', {}, ...links.values())] : [];
}

/** The report, its heading first. */
export function reportOf(report: Report, cards: ReadonlyMap<string, Card>): HTMLElement[] {
  const { results, topics, weak, had, points, spent } = report;
  const time = clockText(spent);
  const said =
    results.length === 0
      ? 'No question was answered.'
      : points === 0
        ? `One question in ${time}, not compared.`
        : `${had} of ${plural(points, 'point')} in ${time}.`;
  const scores = topics.map((one) => h('li', {}, h('span', {}, one.topic), ` ${one.had} of ${one.points}`));
  const reading = readingOf(weak.map((id) => cards.get(id)!));
  return [
    h('h2', { class: 'asked', tabindex: -1 }, said),
    ...(scores.length > 0 ? [h('h3', {}, 'By topic, the weakest first'), h('ul', { class: 'scores' }, ...scores)] : []),
    ...results.map((result) => resultOf(result, cards.get(result.card)!)),
    ...reading,
    ...(points > 0 && weak.length === 0 ? [h('p', {}, 'You missed nothing. Try a harder level next time.')] : []),
  ];
}
