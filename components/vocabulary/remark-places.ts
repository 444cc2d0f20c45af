/** Tells the elements that refer to something by its name where in which file they stand, for what is said of a typo. */
import { placeIn, type SourceFile } from '../../src/places.ts';

interface Node {
  type: string;
  name?: string | null;
  attributes?: unknown[];
  children?: Node[];
  position?: { start: { line: number } };
}

const referring = new Set([
  'Live',
  'Slot',
  'Term',
  'Figure',
  'Line',
  'Step',
  'Chapter',
  'Exercise',
  'Option',
  'Match',
  'Source',
]);

export function remarkPlaces() {
  const visit = (node: Node, file: SourceFile): void => {
    if (node.type.startsWith('mdxJsx') && referring.has(node.name ?? ''))
      node.attributes!.push({ type: 'mdxJsxAttribute', name: 'at', value: placeIn(file, node) });
    node.children?.forEach((child) => visit(child, file));
  };
  return visit;
}
