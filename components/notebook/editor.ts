/** The editor of a cell: CodeMirror, loaded when a cell is first edited. */
import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { EditorState, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  drawSelection,
  EditorView,
  keymap,
  lineNumbers,
  ViewPlugin,
  type DecorationSet,
} from '@codemirror/view';
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

const colored = ({ state, viewport }: EditorView): DecorationSet =>
  Decoration.set(
    [...hues(state.doc.toString())]
      .filter(({ from, to }) => from < viewport.to && to > viewport.from)
      .map(({ from, to, hue }) => ink(hue).range(from, to)),
  );

/** Colors the code as a listing does. */
const colors = ViewPlugin.define(
  (view) => ({
    marks: colored(view),
    update({ docChanged, viewportChanged, view }) {
      if (docChanged || viewportChanged) this.marks = colored(view);
    },
  }),
  { decorations: ({ marks }) => marks },
);

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

/** Opens an editor in the place of a cell's code. Tab leaves it, as everywhere; Mod-] and Mod-[ indent. */
export function openEditor(
  place: HTMLElement,
  code: string,
  on: { changed: (code: string) => void; run: () => void; runOn: () => void },
): Editor {
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
        javascript({ typescript: true }),
        colors,
        marked,
        EditorView.contentAttributes.of({ 'aria-label': 'Code. Control or Command and Enter runs it; Tab leaves it.' }),
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
}
