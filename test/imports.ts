/** What the project's files import, read from their text: TypeScript, JavaScript, Astro, MDX. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../', import.meta.url));

/** The files of some of the project's folders that may import others, by their paths inside the project. */
export const filesIn = (...folders: string[]): string[] =>
  folders
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
    )
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => /\.(ts|mjs|astro|mdx)$/.test(file) && !file.includes('/node_modules/'));

/** What a file imports: paths inside the project, patterns of such, or names of packages. */
export function importsOf(file: string): string[] {
  const source = readFileSync(path.join(root, file), 'utf8').replace(/```[\s\S]*?```/g, '');
  const forms =
    /(?:^|[\s;])(?:import|export)\s(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|(?:import|import\.meta\.glob(?:<[^(]*>)?)\(\s*['"]([^'"]+)['"]/g;
  return [...source.matchAll(forms)].map(([, plain, dynamic]) => {
    const name = (plain ?? dynamic)!;
    return name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name;
  });
}

/** The files that an imported name stands for: a pattern of import.meta.glob for many, a package for none. */
export function filesNamed(name: string, files: readonly string[]): string[] {
  if (name === 'logits') return ['src/math/index.ts'];
  const plain = name.replace(/\?.*$/, '');
  if (!plain.includes('*')) return files.includes(plain) ? [plain] : [];
  const [before, after] = plain.split('*') as [string, string];
  return files.filter((file) => file.startsWith(before) && file.endsWith(after));
}
