/** Where each widget's code is: a list of its own, since a page that nobody touches needs none of it. */
import type { AnyWidget } from '../widget/contract.ts';

const widgets = import.meta.glob<AnyWidget>('../widgets/*.ts', { import: 'default' });

/** Loads a widget by its file's name. */
export const widgetCode = (name: string): Promise<AnyWidget> => widgets[`../widgets/${name}.ts`]!();
