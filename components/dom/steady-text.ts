/**
 * Rooms: a text that changes under a hand stands in a room of its own, so that a browser lays out the room anew and not
 * the page. An unseen text makes the room, in the flow; what is seen lies over it. Digits are all as wide as a 0, so
 * most inputs leave the room as it is; where it must, it grows at once, and it shrinks when the hand rests. Numbers
 * around it stand still meanwhile.
 */
import { attribute, content, h } from './elements.ts';

/** Whether an input of the reader still goes on: a hand `moves`, or it `rests`. At build there is none, and texts stand where they are. */
export type InputPhase = 'moves' | 'rests' | undefined;

/** Hair spaces, commas and points are narrow, a minus is wide: enough to tell which of two texts needs more room. */
const widthOf = (text: string): number =>
  text.length - 0.4 * (text.match(/[.,\u2009\u200a]/g)?.length ?? 0) + 0.5 * (text.match(/−/g)?.length ?? 0);

/**
 * Where to write a text into `host`: into its room, made wide enough; at build, or without words, the host itself.
 * @param slack how much wider than its text a room may be while a hand moves, in letters
 */
export function placeFor(host: Element, text: string, phase: InputPhase, slack = Infinity): Element {
  if (!phase) return host;
  let place = host.firstElementChild;
  const made = place?.getAttribute('class') === 'room';
  if (text === '' && (phase === 'rests' || !made)) {
    if (made) place!.remove();
    return host;
  }
  if (!made) {
    const document = host.ownerDocument!;
    place = h(document, 'span', { class: 'room' }, h(document, 'span', { class: 'ink' }, ...host.childNodes));
    host.replaceChildren(place);
  }
  const needed = text.replace(/\d/g, '0');
  const held = place!.getAttribute('data-room') ?? '';
  const spare = widthOf(held) - widthOf(needed);
  if (needed !== held && (phase === 'rests' || spare < 0 || spare > slack)) attribute(place!, 'data-room', needed);
  return place!.firstElementChild!;
}

/** The texts that were written into rooms. */
const texts = new WeakMap<Element, string>();

/** Writes a text into `host`, in its room; touches nothing where a hand leaves it as it is. */
export function write(host: Element, text: string, phase: InputPhase, slack?: number): void {
  if (phase === 'moves' && texts.get(host) === text) return;
  content(placeFor(host, text, phase, slack), text);
  if (phase) texts.set(host, text);
}
