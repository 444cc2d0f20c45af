/** In which language some code is, by lines that only one of them has. Pure. */

/** Lines that only Python has. */
const python = [
  /^(?:async )?def \w+ ?\(/,
  /^(?:if|elif|for|while|with|class|try|except|else)\b[^{;]*:$/,
  /^from [\w.]+ import /,
  /^import [\w.]+(?: as \w+)?$/,
  /\blambda\b[^{;=]*:/,
];

/** Lines that only TypeScript has, or JavaScript. */
const typescript = [
  /^(?:export )?(?:default )?(?:async )?function\b.*\{/,
  /^(?:export )?(?:const|let|var) [\w$[{]/,
  /=> ?[\w({[]/,
  /^(?:if|else if|for|while|switch) ?\(.*\) ?\{$/,
  /^import .* from ['"]/,
  /^return\b.*;$/,
];

/** The first line of which one of these holds, counted from 1; what comes after a comment sign is no part of it. */
function lineOf(forms: readonly RegExp[], code: string, comment: RegExp): number | undefined {
  const found = code.split('\n').findIndex((line) => {
    const plain = line.slice(0, 200).replace(comment, '').trim();
    return forms.some((form) => form.test(plain));
  });
  return found < 0 ? undefined : found + 1;
}

/** The line on which code turns out to be Python, counted from 1. */
export const pythonIn = (code: string): number | undefined => lineOf(python, code, /(?:#|\/\/).*/);

/** The line on which code turns out to be TypeScript, counted from 1. */
export const typescriptIn = (code: string): number | undefined => lineOf(typescript, code, /(?:#|\/\/ ).*/);
