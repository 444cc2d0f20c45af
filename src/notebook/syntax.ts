/** What stands in a cell: its TypeScript with the types blanked out, and the tree of that JavaScript. Pure. */
import { decode } from '@jridgewell/sourcemap-codec';
import { Parser, type AnyNode, type Program } from 'acorn';
import { transform } from 'sucrase';
import { explained, placeOf, Refused } from './refused.ts';

/** A module may declare a function twice where a cell may not, so a cell is a strict script that may import and await. */
const CellParser = Parser.extend(
  (Base) =>
    class extends (Base as unknown as new (...given: unknown[]) => { strict: boolean }) {
      constructor(...given: unknown[]) {
        super(...given);
        this.strict = true;
      }
    } as unknown as typeof Parser,
);

/**
 * The tree of a cell's JavaScript.
 * @throws Refused where the syntax is wrong
 */
export function parse(js: string, code = js): Program {
  try {
    return CellParser.parse(js, {
      ecmaVersion: 'latest',
      sourceType: 'script',
      allowImportExportEverywhere: true,
      allowAwaitOutsideFunction: true,
    });
  } catch (error) {
    const { message, loc } = error as Error & { loc?: { line: number; column: number } };
    if (!loc) throw error;
    throw explained(code, message.replace(/\s*\(\d+:\d+\)$/, ''), { line: loc.line, column: loc.column + 1 });
  }
}

/** All nodes of a tree below some; `into` says whether to go on into one. Deep trees don't overflow the stack. */
export function* nodesIn(roots: readonly AnyNode[], into: (node: AnyNode) => boolean = () => true): Generator<AnyNode> {
  const left: unknown[] = [...roots];
  while (left.length > 0) {
    const one = left.pop();
    if (Array.isArray(one)) left.push(...one);
    else if (typeof one === 'object' && one !== null && typeof (one as AnyNode).type === 'string') {
      yield one as AnyNode;
      if (into(one as AnyNode)) left.push(...Object.values(one));
    }
  }
}

/** Where each line of a text starts. */
export const startsOf = (text: string): number[] => {
  let start = 0;
  return text.split('\n').map((line) => (start += line.length + 1) - line.length - 1);
};

/** Moves every token back to the column that it had in the source, by spaces where something before it was taken out. */
function aligned(js: string, mappings: string): string {
  const tokens = decode(mappings);
  return js
    .split('\n')
    .map((line, i) => {
      const parts: string[] = [];
      let taken = 0;
      let added = 0;
      for (const [at, , , column = 0] of tokens[i] ?? []) {
        const missing = column - (at + added);
        if (missing <= 0) continue;
        parts.push(line.slice(taken, at), ' '.repeat(missing));
        taken = at;
        added += missing;
      }
      return parts.join('') + line.slice(taken);
    })
    .join('\n');
}

/** The pieces of a source that its JavaScript has only blanks for: types, and the white space around them. */
export function* blankedOut(code: string, js: string): Generator<{ start: number; text: string }> {
  const lines = js.split('\n');
  let start = -1;
  let offset = 0;
  for (const [i, line] of code.split('\n').entries()) {
    for (let column = 0; column < line.length; column++) {
      const blank = /\s/.test(lines[i]?.[column] ?? ' ');
      if (blank && start < 0) start = offset + column;
      if (blank || start < 0) continue;
      yield { start, text: code.slice(start, offset + column) };
      start = -1;
    }
    offset += line.length + 1;
  }
  if (start >= 0) yield { start, text: code.slice(start) };
}

const namespace = /(?<=^|[\s;}])(?:namespace|module)\s+[\w$.]+\s*\{/g;

/** Strips the types of code by sucrase, with a map of where its tokens went. */
const strip = (code: string) =>
  transform(code, {
    transforms: ['typescript'],
    disableESTransforms: true,
    keepUnusedImports: true,
    filePath: 'cell.ts',
    sourceMapOptions: { compiledFilename: 'cell.js' },
  });

/** A character that nobody writes: it stands in the empty pieces of templates while sucrase, which loses count there, works. */
const filler = '\ue000';

function stripped(code: string): string {
  if (code.includes(filler)) return strip(code).code;
  try {
    const { code: js, sourceMap } = strip(code.replace(/[`}](?=`|\$\{)/g, `$&${filler}`));
    return aligned(js, sourceMap!.mappings).replaceAll(filler, '');
  } catch {
    return strip(code).code;
  }
}

/**
 * Blanks out the types of a cell; every token stays where it was.
 * @throws Refused where the syntax is wrong, or where TypeScript's own syntax is not supported
 */
export function withoutTypes(code: string): string {
  let js: string;
  try {
    js = stripped(code);
  } catch (error) {
    const { message, loc } = error as Error & { loc?: { line: number; column: number } };
    if (!loc) throw error;
    throw explained(code, message.replace(/^Error transforming[^:]*:\s*/, '').replace(/\s*\(\d+:\d+\)$/, ''), loc);
  }
  for (const { start, text } of blankedOut(code, js)) {
    for (const { index } of text.matchAll(namespace)) {
      if (text.slice(0, index).trimEnd().endsWith('declare')) continue;
      throw new Refused(
        'namespaces are not supported; expected what is in it to stand at the top level',
        placeOf(code, start + index),
      );
    }
  }
  return js;
}
