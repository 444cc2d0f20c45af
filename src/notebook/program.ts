/**
 * A Vite plugin with texts that are code: `virtual:sandbox-program` and `virtual:python-program`, the whole scripts of the
 * sandbox's Worker, and `virtual:course-functions`, the computation module cut into its top-level pieces. In dev and in
 * builds alike.
 */
import { fileURLToPath } from 'node:url';
import { parse } from 'acorn';
import { build, type Plugin, type Rolldown } from 'vite';
import type { Piece } from './download.ts';

/** Bundles one file of the project into one script. */
export async function bundle(entry: string, format: 'iife' | 'es'): Promise<string> {
  const lib = { entry: fileURLToPath(new URL(entry, import.meta.url)), formats: [format], name: 'bundle' };
  const options = { configFile: false as const, logLevel: 'error' as const };
  const built = await build({ ...options, build: { write: false, lib, minify: format === 'iife' } });
  return (built as Rolldown.RolldownOutput[])[0]!.output[0].code;
}

interface Statement {
  type: string;
  start: number;
  end: number;
  id?: { name: string };
  declarations?: { id: { name?: string; properties?: { value: { name: string } }[] } }[];
}

/** Cuts a script into its top-level pieces: what each declares, and its code. */
function piecesOf(code: string): Piece[] {
  const { body } = parse(code, { ecmaVersion: 'latest', sourceType: 'module' }) as unknown as { body: Statement[] };
  return body
    .filter(({ type }) => /Declaration$/.test(type) && !/^Export|^Import/.test(type))
    .map(({ start, end, id, declarations }) => ({
      names: id
        ? [id.name]
        : (declarations ?? []).flatMap((one) => one.id.name ?? one.id.properties?.map(({ value }) => value.name) ?? []),
      code: code.slice(start, end),
    }));
}

const texts: Record<string, () => Promise<unknown>> = {
  'virtual:sandbox-program': () => bundle('./worker.ts', 'iife'),
  'virtual:python-program': () => bundle('./python/python-worker.ts', 'iife'),
  'virtual:course-functions': async () => piecesOf(await bundle('../math/index.ts', 'es')),
};

export function codeAsText(): Plugin {
  return {
    name: 'code-as-text',
    resolveId: (id) => (id in texts ? `\0${id}` : undefined),
    load: async (id) => {
      const make = id.startsWith('\0') ? texts[id.slice(1)] : undefined;
      return make && `export default ${JSON.stringify(await make())};`;
    },
  };
}
