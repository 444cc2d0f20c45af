/** Refuses a name that nobody gave in the code of a text, where it is written: `{nope(2)}`, `<Match left={nope}>`. */
import { noSuch } from '../../src/names.ts';
import { placeIn, type SourceFile } from '../../src/places.ts';
import { scopeOf, unknownName, type Syntax, type Written } from '../tex/names-in-code.ts';

/** Code as the parser of MDX leaves it with what it is written in. */
interface Code {
  data?: { estree?: Syntax };
}

interface Node extends Written, Code {
  attributes?: (Code & { value?: Code | string | null })[];
  children?: Node[];
  position?: { start: { line: number } };
}

/** What every text is given besides what it imports. */
const given = ['props', 'frontmatter'];

/** All code that stands in a node itself: an expression, and those of its attributes. */
const codeIn = ({ type, data, attributes = [] }: Node): Syntax[] =>
  [
    // A file's own code is what gives the names.
    type === 'mdxjsEsm' ? undefined : data?.estree,
    ...attributes.flatMap(({ data, value }) => [
      data?.estree,
      typeof value === 'object' ? value?.data?.estree : undefined,
    ]),
  ].filter((code) => code !== undefined);

export function remarkNames() {
  return (tree: Node, file: SourceFile): void => {
    const own = scopeOf(tree);
    const scope = new Set([...own, ...given]);
    const visit = (node: Node): void => {
      for (const code of codeIn(node)) {
        const unknown = unknownName(code, scope);
        if (unknown !== undefined) throw new Error(`${placeIn(file, node)}: ${noSuch('name', unknown, own)}`);
      }
      node.children?.forEach(visit);
    };
    visit(tree);
  };
}
