/** The editor of a cell: CodeMirror, loaded when a cell is first edited. */
import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from '@codemirror/commands';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { EditorState, StateEffect, StateField, type Extension } from '@codemirror/state';
import {
  Decoration,
  drawSelection,
  EditorView,
  keymap,
  lineNumbers,
  ViewPlugin,
  type DecorationSet,
} from '@codemirror/view';
import type { Language } from '../../src/languages.ts';
import { hues, type Hue } from './highlight.ts';

export interface Editor {
  /** Puts the cursor into the code, at a place on the screen where one is given. */
  focus(at?: { x: number; y: number }): void;
  replace(code: string): void;
  /** Marks the line of an error; none takes the mark away. */
  mark(line: number | undefined): void;
}

/** A mark for each color; of code that is out of sight nothing needs one. */
const inks = new Map<Hue, Decoration>();
const ink = (hue: Hue): Decoration => inks.get(hue) ?? inks.set(hue, Decoration.mark({ class: hue })).get(hue)!;

const colored = ({ state, viewport }: EditorView, language: Language): DecorationSet =>
  Decoration.set(
    [...hues(state.doc.toString(), language)]
      .filter(({ from, to }) => from < viewport.to && to > viewport.from)
      .map(({ from, to, hue }) => ink(hue).range(from, to)),
  );

/** Colors the code as a listing does. */
const colors = (language: Language) =>
  ViewPlugin.define(
    (view) => ({
      marks: colored(view, language),
      update({ docChanged, viewportChanged, view }) {
        if (docChanged || viewportChanged) this.marks = colored(view, language);
      },
    }),
    { decorations: ({ marks }) => marks },
  );

/** What an editor knows of a language, and how far one goes in. */
const grammars: Record<Language, () => Promise<Extension>> = {
  typescript: async () => {
    const { javascript } = await import('@codemirror/lang-javascript');
    return [javascript({ typescript: true }), indentUnit.of('  ')];
  },
  python: async () => {
    const { python } = await import('@codemirror/lang-python');
    return [python(), indentUnit.of('    ')];
  },
};

const markLine = StateEffect.define<number | undefined>();
const marked = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(markLine)) continue;
      const line = effect.value;
      if (line === undefined || line < 1 || line > transaction.state.doc.lines) return Decoration.none;
      return Decoration.set(Decoration.line({ class: 'wrong' }).range(transaction.state.doc.line(line).from));
    }
    return transaction.docChanged ? Decoration.none : marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Opens an editor in the place of a cell's code. */
export type OpenEditor = (
  place: HTMLElement,
  code: string,
  on: { changed: (code: string) => void; run: () => void; runOn: () => void },
) => Editor;

/** What opens editors for a language. Tab leaves them, as everywhere; Mod-] and Mod-[ indent. */
export const editorFor = async (language: Language): Promise<OpenEditor> => {
  const grammar = await grammars[language]();
  return (place, code, on) => {
    const bind = (key: string, act: () => void) => ({
      key,
      run: () => {
        act();
        return true;
      },
    });
    // A listing that was scrolled stays where it was.
    const left = place.firstElementChild?.scrollLeft ?? 0;
    place.replaceChildren();
    const view = new EditorView({
      parent: place,
      state: EditorState.create({
        doc: code,
        extensions: [
          keymap.of([
            bind('Mod-Enter', on.run),
            bind('Shift-Enter', on.runOn),
            { key: 'Mod-]', run: indentMore },
            { key: 'Mod-[', run: indentLess },
            ...historyKeymap,
            ...defaultKeymap,
          ]),
          lineNumbers(),
          history(),
          drawSelection(),
          indentOnInput(),
          bracketMatching(),
          grammar,
          colors(language),
          marked,
          EditorView.contentAttributes.of({
            'aria-label': 'Code. Control or Command and Enter runs it; Tab leaves it.',
          }),
          EditorView.updateListener.of((update) => update.docChanged && on.changed(update.state.doc.toString())),
        ],
      }),
    });
    view.scrollDOM.scrollLeft = left;
    return {
      focus: (at) => {
        view.focus();
        if (at) view.dispatch({ selection: { anchor: view.posAtCoords(at, false) } });
      },
      replace: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
      mark: (line) => view.dispatch({ effects: markLine.of(line) }),
    };
  };
};
