/** A reader's TypeScript becomes JavaScript that a scope can evaluate. */
import { transform } from 'sucrase';
import { importName, type Failure } from './protocol.ts';

/** An import statement, over however many lines, up to its module. */
const importStatement =
  /^([ \t]*)import\s+(?:([\w$]+)\s*,?\s*)?(?:\*\s*as\s+([\w$]+)|\{([^}]*)\})?\s*(?:from\s*)?(['"])([^'"]+)\5[ \t]*;?/gm;

/** Rewrites imports as constants, and drops `export`, on the same lines: a cell is a script, not a module. */
function asScript(code: string): string {
  return code
    .replace(
      importStatement,
      (whole, indent: string, alone?: string, all?: string, some?: string, _quote?: string, from?: string) => {
        const names = (some ?? '')
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== '');
        const wanted = JSON.stringify([
          ...(alone ? ['default'] : []),
          ...names.map((name) => name.split(/\s+as\s+/)[0]!),
        ]);
        const bindings = [
          ...(alone ? [`default: ${alone}`] : []),
          ...names.map((name) => name.replace(/\s+as\s+/, ': ')),
        ];
        const call = `${importName}(${JSON.stringify(from)}, ${wanted})`;
        const statement = all ? `const ${all} = ${call};` : `const { ${bindings.join(', ')} } = ${call};`;
        return indent + statement + '\n'.repeat(whole.split('\n').length - 1);
      },
    )
    .replace(/^([ \t]*)export\s+(?=(?:async\s+)?(?:function|const|let|var|class)\b)/gm, '$1');
}

/**
 * Strips the types of a cell and rewrites its imports; every line stays where it was.
 *
 * @param code TypeScript as readers write it
 * @returns JavaScript for `createScope`, or where the syntax is wrong
 */
export function compile(code: string): { js: string } | { failure: Failure } {
  try {
    const { code: js } = transform(code, {
      transforms: ['typescript'],
      disableESTransforms: true,
      keepUnusedImports: true,
    });
    return { js: asScript(js) };
  } catch (error) {
    const { message, loc } = error as Error & { loc?: { line: number; column: number } };
    const place = /\((\d+):(\d+)\)/.exec(message);
    const line = loc?.line ?? Number(place?.[1]);
    const column = loc?.column ?? Number(place?.[2]);
    return {
      failure: {
        name: 'SyntaxError',
        message: message.replace(/^Error transforming[^:]*:\s*/, '').replace(/\s*\(\d+:\d+\)/, ''),
        ...(Number.isInteger(line) && { line, column }),
      },
    };
  }
}
