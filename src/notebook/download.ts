/**
 * A page's cells as one TypeScript file that runs anywhere: the functions of the course that they use stand at its
 * top, then every cell inside the one before it, so that names declared again shadow the earlier ones.
 */
import type { ExpressionStatement, ImportDeclaration, ModuleDeclaration, Program, Statement } from 'acorn';
import { changed, changesFor, endOf, insert, nameOf } from './compile.ts';
import { placeOf } from './refused.ts';
import { blankedOut, parse, startsOf, withoutTypes } from './syntax.ts';

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

/** An import as constants, where the functions of the course stand at the top of the file. */
function constantsFor({ specifiers }: ImportDeclaration, used: ReadonlySet<string>, pieces: readonly Piece[]): string {
  const constants = specifiers.map((one) => {
    const local = one.local.name;
    if (one.type === 'ImportSpecifier')
      return nameOf(one.imported) === local ? '' : `const ${local} = ${nameOf(one.imported)};`;
    const names = pieces.flatMap(({ names }) => names).filter((name) => used.has(name));
    return `const ${local} = { ${names.join(', ')} };`;
  });
  return constants.filter(Boolean).join(' ');
}

/** Whether a statement is worth printing: it is an expression, and prints nothing by itself. */
const isPrinted = (js: string, node: Statement | ModuleDeclaration | undefined): node is ExpressionStatement =>
  node?.type === 'ExpressionStatement' && !js.startsWith('console.', node.start);

/** Imports of types and the word `export` before types: they may stand at the top of a file only. */
const atTopOnly =
  /\bimport\s+type\b[^'"]*(['"])[^'"]*\1[ \t]*;?|\bexport\s+(?=(?:declare\s+)?(?:type|interface|abstract|enum)\b)/g;

/** A cell as the file has it: as a block can hold it, and its last expression printed, as its output shows it in the page. */
function blockOf(code: string, pieces: readonly Piece[]): string {
  let js: string;
  let tree: Program;
  try {
    js = withoutTypes(code);
    tree = parse(js);
  } catch {
    return code;
  }
  const used = words(code);
  const changes = changesFor(js, tree, (node) => constantsFor(node, used, pieces));
  const last = tree.body.at(-1);
  if (isPrinted(js, last)) changes.push(insert(last.start, 'console.log('), insert(endOf(js, last), ')'));
  // Every token of the JavaScript has the line and column that it has in the cell.
  const starts = startsOf(code);
  const inCode = (at: number) => {
    const { line, column } = placeOf(js, at);
    return starts[line - 1]! + column - 1;
  };
  const types = [...blankedOut(code, js)].flatMap(({ start, text }) =>
    [...text.matchAll(atTopOnly)].map(({ index, 0: found }) => ({
      start: start + index,
      end: start + index + found.length,
      text: '',
    })),
  );
  return changed(code, [
    ...changes.map(({ start, end, text }) => ({ start: inCode(start), end: inCode(end), text: text.trim() })),
    ...types,
  ]);
}

/** The file: functions, then cells. */
export function fileOf(cells: readonly string[], pieces: readonly Piece[], from: string): string {
  const bodies = cells.map((code) => blockOf(code, pieces).trim());
  const functions = needed(pieces, cells.join('\n')).map(({ code }) => code.replace(/^export /, ''));
  const nested = bodies.map((body, i) => `{\n// Cell ${i + 1}\n${body}\n`).join('\n');
  return `// The cells of ${from}, with the functions of the course that they use.
// Run it with any TypeScript: node file.ts, deno run file.ts, bun file.ts. MIT licence.
// @ts-nocheck

${functions.join('\n\n')}

${nested}${'}'.repeat(bodies.length)}
`;
}
