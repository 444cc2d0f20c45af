/** Writes on every element of a chapter, an exercise or a card where it stands, for messages about it: `at="file:line"`. */
import { whereIn } from '../../src/where.ts';

interface Node {
  type: string;
  name?: string | null;
  attributes?: object[];
  children?: Node[];
  position?: { start: { line: number } };
}

export function remarkWhere() {
  return (tree: Node, file: { path?: string }): void => {
    const visit = (node: Node): void => {
      if (/^mdxJsx/.test(node.type) && /^[A-Z]/.test(node.name ?? ''))
        node.attributes!.push({
          type: 'mdxJsxAttribute',
          name: 'at',
          value: whereIn(file.path, node.position?.start.line),
        });
      node.children?.forEach(visit);
    };
    visit(tree);
  };
}
