/** How many lines a figure keeps for its sentence. Used at build. */
import type { Action, AnyWidget, Params } from '../widget/contract.ts';
import type { ParamValues } from '../widget/kinds/kind.ts';
import { sentenceText } from '../widget/sentence.ts';
import { settle, stateOf } from '../widget/state.ts';

/** The states around one: with each parameter at its ends and at what it offers, and after each action. */
function* around(w: AnyWidget, params: ParamValues): Generator<ParamValues> {
  yield params;
  for (const [name, kind] of Object.entries(w.params as Params)) {
    // What a reader may type is as long as it likes.
    if (kind.kind === 'text') continue;
    for (const end of [...(kind.offers?.(params) ?? []), kind.range.min, kind.range.max])
      yield settle(w, { ...params, [name]: end });
  }
  for (const action of Object.values((w.actions ?? {}) as Record<string, Action<any, any>>))
    yield settle(w, action.do(params, w.values(params)));
}

/** How many letters of a sentence stand in a line of a figure. */
const letters = { narrow: 48, wide: 80 };

/** Room for the longest sentence that a figure says, in lines: it keeps its size when it says another. */
export function roomForWords(w: AnyWidget, params: ParamValues): string {
  const longest = Math.max(...[...around(w, params)].map((each) => sentenceText(w.say(stateOf(w, each))).length));
  return Object.entries(letters)
    .map(([place, inLine]) => `--${place}:${Math.ceil(longest / inLine)}`)
    .join(';');
}
