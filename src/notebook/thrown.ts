/** What an error that a reader's function throws means most often. */
import type { Argument } from './forms.ts';

const argumentNames: Record<Argument, string> = {
  logit: 'a logit, one number',
  logits: 'a list of logits',
  class: 'the number of the right class',
  temperature: 'the temperature, one number',
  target: 'the target, one number from 0 to 1',
  matrix: 'a matrix, a list of rows',
  axis: 'the axis, 0 or 1',
  threshold: 'the threshold, one number',
};

const ofLists = /^(map|reduce|forEach|filter|flatMap|flat|slice|indexOf|entries|keys|length|push|sort|at|some|every)$/;

/** What a function is given, in its order. */
export function givenWords(call: string, takes: readonly Argument[]): string {
  const isAlike = takes.length > 1 && new Set(takes).size === 1;
  const names = takes.map((what, i) => (isAlike ? `${['the first', 'the second'][i]} logit` : argumentNames[what]));
  const all = names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}, in this order`;
  return `\`${call}\` is given ${all}.`;
}

/**
 * A sentence on the error, or nothing.
 * @param takes what the function is given
 */
export function thrownWords(message: string, call: string, takes: readonly Argument[]): string {
  const [, owner, method] = /^(\w+)\.(\w+) is not a function/.exec(message) ?? [];
  if (owner && method && owner !== 'Math' && ofLists.test(method))
    return `\`${method}\` belongs to lists, and \`${owner}\` is none here. ${givenWords(call, takes)}`;
  if (owner === 'Math') return `There is no \`Math.${method}\`.`;
  const [, read] =
    /^Cannot (?:read|set) propert.* of (?:undefined|null) \((?:reading|setting) '(.+)'\)/.exec(message) ?? [];
  if (read && ofLists.test(read))
    return `What \`${read}\` is asked of has no value. \`forEach\` returns nothing, \`map\` returns the new list; a function in braces needs a \`return\`.`;
  if (read)
    return 'An entry is asked for that is not there: look at where each loop starts and ends, and at the order of rows and columns.';
  if (/is not iterable/.test(message))
    return `What is gone through or spread here is no list. ${givenWords(call, takes)}`;
  if (/^Assignment to constant variable/.test(message))
    return 'What `const` declares stays as it is: declare it with `let`.';
  if (/before initialization/.test(message)) return 'It is used above the line that declares it.';
  const [, name] = /^(\w+) is not defined/.exec(message) ?? [];
  if (name && (name in Math || /^(np|numpy|torch|math)$/.test(name)))
    return `JavaScript has its functions of numbers in \`Math\`: ${name in Math ? `\`Math.${name}\`` : '`Math.exp`, `Math.log`, `Math.max`'}.`;
  if (/Maximum call stack/.test(message))
    return 'It calls itself and never ends, or a list is spread that is too long for it.';
  return '';
}
