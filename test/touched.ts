/** Which part of the site a run goes over: all of it, or what a change touches. */
import { inject } from 'vitest';
import type { Part } from './changed.ts';
import { livesOf, type BuiltPage } from './content/site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The part of the site to go over. */
    part: Part | 'all';
  }
}

const part = inject('part');

/** Whether a run goes over a widget. */
export const isTouched = (widget: string): boolean => part === 'all' || part.widgets.includes(widget);

/** Whether a run goes over a Live: for its widget, or for the chapter that it stands in. */
export const isTouchedLive = (page: BuiltPage, widget: string): boolean =>
  isTouched(widget) || (part !== 'all' && part.chapters.some((name) => page.path === `${name}/`));

/** Whether a run goes over a page: one that was changed itself, or that holds what was. */
export const isTouchedPage = (page: BuiltPage): boolean =>
  part === 'all' ||
  part.chapters.some((name) => page.path === `${name}/`) ||
  part.exercises.some(
    (name) => page.path.endsWith(`/${name}/`) || page.document.querySelector(`exercise-box[data-name="${name}"]`),
  ) ||
  // The page of both ends shows once more, and three times over, what an embedded figure shows.
  (page.path !== 'widgets/extremes/' && livesOf(page).some(({ widget }) => part.widgets.includes(widget)));
