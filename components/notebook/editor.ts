/** The editor of a cell: CodeMirror, loaded when a cell is first edited. */
import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { EditorState, StateEffect, StateField } from '@codemirror/state';
import { Decoration, drawSelection, EditorView, keymap, lineNumbers, type DecorationSet } from '@codemirror/view';
import { tags } from '@lezer/highlight';

export interface Editor {
  focus(): void;
  replace(code: string): void;
  /** Marks the line of an error; none takes the mark away. */
  mark(line: number | undefined): void;
}

const colors = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: 'var(--sigmoid)' },
  { tag: [tags.number, tags.bool, tags.null, tags.string, tags.special(tags.string)], color: 'var(--softmax)' },
  { tag: tags.comment, color: 'var(--soft)' },
]);

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
        syntaxHighlighting(colors),
        marked,
        EditorView.contentAttributes.of({ 'aria-label': 'Code. Control or Command and Enter runs it; Tab leaves it.' }),
        EditorView.updateListener.of((update) => update.docChanged && on.changed(update.state.doc.toString())),
      ],
    }),
  });
  return {
    focus: () => view.focus(),
    replace: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    mark: (line) => view.dispatch({ effects: markLine.of(line) }),
  };
}
