/** Small changes to a program, one at a time: the mistakes that a check has to notice. */

const swaps: [from: RegExp, to: string[]][] = [
  [/(?<![=<>+\-*/!])\+(?![+=])/g, ['-']],
  [/(?<![=<>+\-*/e(,[]\s?)\s-\s/g, [' + ']],
  [/\s\*\s/g, [' / ', ' + ']],
  [/\s\/\s/g, [' * ']],
  [/>=/g, ['>', '<', '<=']],
  [/===/g, ['!==']],
  [/\+=/g, ['-=', '=']],
  [/Math\.max/g, ['Math.min']],
  [/Math\.exp\(/g, ['Math.expm1(', '(']],
  [/Math\.log1p\(/g, ['Math.log(', '(']],
  [/Math\.log\(/g, ['Math.log1p(', '(']],
  [/Math\.abs\(/g, ['(']],
  [/(?<![\w.])0(?![\w.])/g, ['1']],
  [/(?<![\w.])1(?![\w.])/g, ['2', '0']],
  [/-Infinity/g, ['0']],
  [/\(-(?=\w)/g, ['(']],
  [/ - max\b/g, ['']],
  [/max \+ /g, ['']],
  [/ \/ sum\b/g, ['']],
  [/ \/ T\b/g, ['']],
  [/s \* Math/g, ['Math']],
];

/** All programs that differ from this one by one small change. */
export function mutantsOf(code: string): string[] {
  const mutants = new Set<string>();
  for (const [from, replacements] of swaps) {
    for (const found of code.matchAll(from)) {
      for (const to of replacements)
        mutants.add(code.slice(0, found.index) + to + code.slice(found.index + found[0].length));
    }
  }
  mutants.delete(code);
  return [...mutants];
}
