/**
 * What is said of a name that nobody gave: a typo is answered with the names there are, the nearest first. Pure, and
 * the only place that words it; `src/math`, which imports nothing, words its own.
 */

/** How many letters one writes wrong, leaves out, adds or swaps with the next to get from one name to another. */
function distance(from: string, to: string): number {
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      row.push(
        Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + Number(!same), swapped ? before[j - 2]! + 1 : Infinity),
      );
    }
    before = last;
    last = row;
  }
  return last[to.length]!;
}

/** How far a known name is from one that was typed; capitals don't count. */
function far(name: string, known: string): number {
  const [typed, meant] = [name.toLowerCase(), known.toLowerCase()];
  // Two names are as far apart as their lengths, at least: a name of a million letters is not gone through.
  const longer = typed.length - meant.length;
  if (longer > 100) return longer;
  // A name that goes on where this one ends is nearer than one of other letters.
  return typed !== '' && meant !== typed && meant.startsWith(typed) ? 0.5 : distance(typed, meant);
}

/** The known names, the one that was probably meant first. */
export const nearest = (name: string, known: Iterable<string>): string[] =>
  [...known]
    .map((each) => ({ each, far: far(name, each) }))
    .sort((a, b) => a.far - b.far)
    .map(({ each }) => each);

/** Those of many known names that could have been meant: `; did you mean softmax or logSoftmax?`, or nothing. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const alike = nearest(name, known).filter((each) => far(name, each) <= name.length / 3);
  return alike.length > 0 ? `; did you mean ${alike.slice(0, 3).join(' or ')}?` : '';
}

/** What was expected where a name is unknown: `expected one of softmax, sigmoid`. */
export function expectedOneOf(name: string, known: Iterable<string>): string {
  const names = nearest(name, known);
  return names.length === 0 ? 'expected none' : `expected one of ${names.join(', ')}`;
}

/** Refuses a name: `no such widget: sofmax; expected one of softmax, sigmoid`. */
export const noSuch = (what: string, name: string, known: Iterable<string>): string =>
  `no such ${what}: ${name}; ${expectedOneOf(name, known)}`;
