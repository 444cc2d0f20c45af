/** Where the course shows its widgets, in the order of its chapters. */
import { widgets } from '../../components/render/prerender.ts';
import type { AnyWidget } from '../../components/widget/contract.ts';
import { chaptersInOrder, type Chapter } from '../../components/vocabulary/chapter-order.ts';
import { livesOf } from '../../components/vocabulary/mdx.ts';
import type { Preview } from '../preview/preview.ts';

/** A widget, and the first Live that shows it, if one does. */
export interface Shown {
  name: string;
  w: AnyWidget;
  home: { chapter: Chapter; id: string } | undefined;
}

/** Every widget: as the chapters show them first, then those that no chapter shows. */
export async function widgetsInOrder(): Promise<Shown[]> {
  const shown = new Map<string, Shown>();
  for (const chapter of await chaptersInOrder())
    for (const { widget: name, id } of livesOf(chapter.body)) {
      const w = widgets.get(name);
      if (w && !shown.has(name)) shown.set(name, { name, w, home: { chapter, id } });
    }
  for (const [name, w] of widgets) if (!shown.has(name)) shown.set(name, { name, w, home: undefined });
  return [...shown.values()];
}

/** The figure that stands for a chapter, as the chapter shows it first. */
export function miniatureOf({ body, data: { miniature: widget } }: Chapter): { widget: string; given: string } {
  return livesOf(body).find((live) => live.widget === widget) ?? { widget, given: '' };
}

/** What the preview of a chapter shows. */
export const chapterPreview = (chapter: Chapter): Preview => ({
  over: `Chapter ${chapter.number}`,
  title: chapter.data.title,
  hue: chapter.data.hue,
  ...miniatureOf(chapter),
});

/** What the preview of a widget shows. */
export const widgetPreview = ({ name, w, home }: Shown): Preview => ({
  over: home ? `A figure of chapter ${home.chapter.number}` : 'A figure',
  title: w.title,
  hue: home?.chapter.data.hue ?? 'sigmoid',
  widget: name,
  given: '',
});
