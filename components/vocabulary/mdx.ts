/** What a chapter is written with, read from its source by the parser that the build uses: elements and attributes. */
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

export interface WrittenElement {
  name: string;
  /** Attributes that are text; what is computed is known only when the page is built. */
  attributes: Record<string, string>;
  /** The line of the text that it begins in. */
  line: number;
  /** The elements around it. */
  within: string[];
}

interface Node {
  type: string;
  position?: { start: { line: number } };
  name?: string | null;
  attributes?: { type: string; name?: string; value?: unknown }[];
  children?: Node[];
}

const parser = unified().use(remarkParse).use(remarkMath).use(remarkMdx);
const read = new Map<string, WrittenElement[]>();

/** All elements of a text in MDX, in order. */
export function elementsOf(body = ''): WrittenElement[] {
  const known = read.get(body);
  if (known) return known;
  const found: WrittenElement[] = [];
  const visit = ({ name, attributes = [], children, position }: Node, within: string[]): void => {
    const texts = attributes.filter((one) => one.name !== undefined && typeof one.value === 'string');
    const [named, line] = [Object.fromEntries(texts.map((one) => [one.name, one.value])), position!.start.line];
    if (name) found.push({ name, attributes: named, line, within });
    children?.forEach((child) => visit(child, name ? [...within, name] : within));
  };
  visit(parser.parse(body) as Node, []);
  read.set(body, found);
  return found;
}

/** The Lives of a text, in order: widget, id, and the author's parameters in the grammar of the address. */
export const livesOf = (body: string | undefined): { widget: string; id: string; given: string }[] =>
  elementsOf(body)
    .filter(({ name }) => name === 'Live')
    .map(({ attributes: { widget = '', id = widget, with: given = '' } }) => ({ widget, id, given }));

/** The exercises that a text places, by name. */
export const placedIn = (body: string | undefined): string[] =>
  elementsOf(body)
    .filter(({ name }) => name === 'Exercise')
    .map(({ attributes }) => attributes['name'] ?? '');
