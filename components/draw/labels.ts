/** How much room words take, and places for labels that keep clear of each other. Pure. */

import { px } from './marks.ts';

/** A rectangle, in pixels from the top left corner of a drawing. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Words as they stand in a drawing: `x` and `y` are the middle of a line of text, at the end that `anchor` names. */
export interface Words {
  words: string;
  x: number;
  y: number;
  anchor?: string | undefined;
  size?: number | undefined;
  bold?: boolean | undefined;
}

/**
 * Advance widths in em, by class of letter, none less than in DejaVu Sans: of the fonts that systems bring for their
 * controls it is the widest, so what keeps clear in it does in others.
 */
const classes: [RegExp, number][] = [
  [/[ijlI.,:;'’|\s]/u, 0.365],
  [/[\u2009-\u200b]/u, 0.2],
  [/[frtJ()[\]/⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉ˣᶻ"-]/u, 0.47],
  [/[mMWw%@…—✓✗←→↑↓½¼⅓≪≫]/u, 1.05],
  [/[A-HK-LN-VX-Z+−=×÷<>≤≥≈≠∞&Σσαμ~]/u, 0.84],
];

/** A letter's class is looked up once. */
const known = new Map<string, number>();
const advance = (letter: string): number => {
  const found = known.get(letter) ?? classes.find(([of]) => of.test(letter))?.[1] ?? 0.65;
  known.set(letter, found);
  return found;
};

/** The width of words in the font of drawings, at least. */
export function widthOf(words: string, size = 12, bold = false): number {
  let width = 0;
  for (const letter of words) width += advance(letter);
  return width * size * (bold ? 1.1 : 1);
}

/** Words cut to a width, where they are wider. */
export function cutTo(width: number, words: string, size = 12, bold = false): string {
  if (widthOf(words, size, bold) <= width) return words;
  const letters = [...words];
  while (letters.length > 1 && widthOf(`${letters.join('')}…`, size, bold) > width) letters.pop();
  return `${letters.join('')}…`;
}

/** The room that words take, from the top of a capital to the foot of a p. */
export function boxOf({ words, x, y, anchor = 'middle', size = 12, bold = false }: Words): Box {
  const width = widthOf(words, size, bold);
  const left = x - (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2);
  return { left, right: left + width, top: y - 0.44 * size, bottom: y + 0.52 * size };
}

/** Words that may make way unless they stay, and the point in pixels that they belong to. */
export interface Label extends Words {
  at: readonly [x: number, y: number];
  stays?: boolean | undefined;
}

/** How far words go out of the way of a dot or a line, in pixels: farther off they would seem to belong elsewhere. */
const reach = 40;

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Words as near as can be to where they stand, but inside of a frame. */
function inside(label: Label, { left, right, top, bottom }: Box): Label {
  const box = boxOf(label);
  const by = (low: number, high: number, first: number, last: number) =>
    low < first ? first - low : high > last ? Math.max(last - high, first - low) : 0;
  return {
    ...label,
    x: label.x + by(box.left, box.right, left, right),
    y: label.y + by(box.top, box.bottom, top, bottom),
  };
}

const opposite = (anchor?: string) => (anchor === 'start' ? 'end' : anchor === 'end' ? 'start' : anchor);

/** A label where its author wants it, and on the other sides of its point. */
function sides(label: Label): Label[] {
  const { x, y, at, anchor } = label;
  const across = { ...label, x: 2 * at[0] - x, anchor: opposite(anchor) };
  const over = { ...label, y: 2 * at[1] - y };
  return [label, across, over, { ...across, y: over.y }];
}

/** A label moved just clear of a box: over it, under it, to its left and to its right. */
function besides(label: Label, taken: Box): Label[] {
  const box = boxOf(label);
  const gap = 1;
  return [
    { ...label, y: label.y + taken.top - box.bottom - gap },
    { ...label, y: label.y + taken.bottom - box.top + gap },
    { ...label, x: label.x + taken.left - box.right - gap },
    { ...label, x: label.x + taken.right - box.left + gap },
  ];
}

/** How often words go round what is in the way, and how many ways, the shortest, are followed. */
const [rounds, ways] = [8, 24];

/** A place that stands clear of what is taken: a side of the label's point, else one of the nearest. */
function clearOf(label: Label, taken: readonly Box[], frame: Box): Label | undefined {
  const met = (one: Label) => {
    const box = boxOf(one);
    return taken.find((other) => overlap(box, other));
  };
  const far = (one: Label) => Math.hypot(middle(one) - middle(label), one.y - label.y);
  const nearest = (those: Label[]) => those.sort((a, b) => far(a) - far(b));
  const seen = new Set<string>();
  const isNew = (one: Label) => {
    const where = `${px(middle(one))} ${px(one.y)}`;
    const before = seen.size;
    return seen.add(where).size > before;
  };
  let tried = sides(label).map((side) => inside(side, frame));
  for (let round = 0; round < rounds; round++) {
    const free = tried.filter((one) => !met(one));
    if (free.length > 0) return round === 0 ? free[0] : nearest(free)[0];
    const next = tried.flatMap((one) => besides(one, met(one)!)).map((one) => inside(one, frame));
    tried = nearest(next.filter(isNew)).slice(0, ways);
  }
  return undefined;
}

const middle = (label: Label): number => {
  const { left, right } = boxOf(label);
  return (left + right) / 2;
};

/** What labels keep clear of: other words always, dots and lines if there is another way. */
export interface Taken {
  words: readonly Box[];
  dots: readonly Box[];
  lines: readonly Box[];
}

/**
 * Places for labels, one after the other: each where its author wants it if nothing stands there, else on another side of
 * its point, else as near as there is room.
 *
 * @param labels what is placed, what matters most first
 * @param frame what words may not leave
 * @returns a place for each, in the order of the labels
 */
export function keepApart(labels: readonly Label[], { words, dots, lines }: Taken, frame: Box): Label[] {
  const standing = [...words, ...labels.filter(({ stays }) => stays).map(boxOf)];
  return labels.map((label) => {
    if (label.stays) return label;
    const near = (place?: Label) => (place && Math.abs(place.y - label.y) <= reach ? place : undefined);
    const place =
      near(clearOf(label, [...standing, ...dots, ...lines], frame)) ??
      near(clearOf(label, [...standing, ...dots], frame)) ??
      clearOf(label, standing, frame) ??
      inside(label, frame);
    standing.push(boxOf(place));
    return place;
  });
}
