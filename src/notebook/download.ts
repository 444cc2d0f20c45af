/**
 * A page's cells as one TypeScript file that runs anywhere: the functions of the course that they use stand at its
 * top, then every cell inside the one before it, so that names declared again shadow the earlier ones.
 */
import { compile } from './compile.ts';

/** A top-level piece of the computation module: what it declares, and its code. */
export interface Piece {
  names: string[];
  code: string;
}

const words = (code: string): Set<string> => new Set(code.match(/[A-Za-z_$][\w$]*/g));

/** The pieces that some code needs, in the module's own order. */
export function needed(pieces: readonly Piece[], code: string): Piece[] {
  const kept = new Set<Piece>();
  const visit = (from: string): void => {
    const used = words(from);
    for (const piece of pieces) {
      if (kept.has(piece) || !piece.names.some((name) => used.has(name))) continue;
      kept.add(piece);
      visit(piece.code);
    }
  };
  visit(code);
  return pieces.filter((piece) => kept.has(piece));
}

const importStatement = /^[ \t]*import\s[\s\S]*?from\s*(['"])[^'"]+\1[ \t]*;?[ \t]*$/gm;

/** A cell whose last expression is printed, as its output shows it in the page. */
function printing(code: string): string {
  const lines = code.trimEnd().split('\n');
  for (let from = lines.length - 1; from >= 0; from--) {
    const before = lines.slice(0, from).join('\n');
    const last = lines.slice(from).join('\n').replace(/;\s*$/, '');
    if (
      /^\s*(?:\/\/|\/\*|const|let|var|function|class|type|interface|if|for|while|return|throw|import|export|console\b)/.test(
        last,
      )
    ) {
      if (from === lines.length - 1) return code;
      continue;
    }
    if ('js' in compile(before) && 'js' in compile(`console.log(\n${last}\n)`))
      return `${before}\nconsole.log(${last});`;
  }
  return code;
}

/** Names that an import gives to the course's functions: `import { sigmoid as s }` needs `const s = sigmoid`. */
const renamed = (code: string): string =>
  [...code.matchAll(/import\s*\{([^}]*)\}/g)]
    .flatMap(([, names]) => names!.split(','))
    .map((name) => /^\s*([\w$]+)\s+as\s+([\w$]+)\s*$/.exec(name))
    .filter((found) => found !== null)
    .map(([, name, other]) => `const ${other} = ${name};\n`)
    .join('');

/** The file: functions, then cells. */
export function fileOf(cells: readonly string[], pieces: readonly Piece[], from: string): string {
  const bodies = cells.map((code) => `${renamed(code)}${printing(code).replace(importStatement, '').trim()}`);
  const functions = needed(pieces, cells.join('\n')).map(({ code }) => code.replace(/^export /, ''));
  const nested = bodies.map((body, i) => `{\n// Cell ${i + 1}\n${body}\n`).join('\n');
  return `// The cells of ${from}, with the functions of the course that they use.
// Run it with any TypeScript: node file.ts, deno run file.ts, bun file.ts. MIT licence.
// @ts-nocheck

${functions.join('\n\n')}

${nested}${'}'.repeat(bodies.length)}
`;
}
