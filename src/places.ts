/** Where in the project's files something stands, as an author reads it. Pure. */

/** A file that a plugin of Markdown is given. */
export interface SourceFile {
  cwd: string;
  path?: string;
}

/** `content/chapters/01-sigmoid.mdx:12`: the file from the project's root, and the line a node starts in. */
export function placeIn(file: SourceFile, node: { position?: { start: { line: number } } }): string {
  const path = (file.path ?? '').replaceAll('\\', '/');
  const root = `${file.cwd.replaceAll('\\', '/')}/`;
  return `${path.startsWith(root) ? path.slice(root.length) : path}:${node.position?.start.line ?? 0}`;
}
