import { defineCollection, reference } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { references } from './notebook/forms.ts';
import { inputs, type InputName } from './notebook/inputs.ts';
import type { Datum } from './notebook/protocol.ts';
import * as logits from 'logits';

/** A line of text that is there. */
const line = z.string().trim().min(1);

const chapters = defineCollection({
  loader: glob({
    base: './content/chapters',
    pattern: '*.mdx',
    generateId: ({ entry }) => entry.replace(/^\d+-|\.mdx$/g, ''),
  }),
  schema: z.strictObject({
    title: line,
    /** The question that the chapter opens with and closes by answering. */
    question: line,
    /** For search engines, previews and the chapter list: one or two sentences. */
    description: line.max(200),
    /** The hue of the chapter: the function that it is about. */
    hue: z.enum(['sigmoid', 'softmax']),
    /** The figure of the chapter that stands for it in the list of chapters and in previews: a widget's name. */
    miniature: line,
  }),
});

/** A named wrong idea, with why one has it; its text is the repair. */
const misconceptions = defineCollection({
  loader: glob({ base: './content/misconceptions', pattern: '*.mdx' }),
  schema: z.strictObject({
    name: line,
    /** What is right instead, in a line, as the cheat sheet has it. */
    truth: line.max(110, 'expected one short line'),
    because: line,
    /** Where the course repairs it: a chapter, and a section of it. */
    chapter: reference('chapters'),
    anchor: line,
  }),
});

/** A value that a reader's function is called with: YAML says .inf, -.inf and .nan. */
const datum: z.ZodType<Datum> = z.lazy(() =>
  z.union([z.number(), z.nan(), z.literal([Infinity, -Infinity]), z.string(), z.boolean(), z.array(datum)]),
);

const oneOf = (names: string[]) => z.enum(names as [string, ...string[]]);

/** What is checked of a function that a reader writes. */
const check = z.strictObject({
  /** The name that the reader's function has to have. */
  call: line,
  /** What it is compared with; see src/notebook/forms.ts. */
  against: oneOf(Object.keys(references)),
  /** How small a result may be before the text asks nothing of it any more. */
  floor: z.number().nonnegative().optional(),
  examples: z.array(z.array(datum)).min(1),
  /** The names that its code may import from the computation module; the usual ones, unless said. */
  offers: z.array(oneOf(Object.keys(logits))).optional(),
  inputs: z.array(oneOf(Object.keys(inputs)) as unknown as z.ZodType<InputName>).min(1),
  /** What the text does not promise; a function that holds there, too, is told nothing. */
  beyond: z.array(oneOf(Object.keys(inputs)) as unknown as z.ZodType<InputName>).optional(),
  /** What the text says how often it may happen: times through the list, exponentials of one call. */
  counts: z
    .strictObject({ passes: z.number().int().positive(), exponentials: z.number().int().positive() })
    .partial()
    .optional(),
});

const asked = {
  title: line,
  /** The chapter that it belongs to, by id; `in-use` for those of a chapter still to come. */
  chapter: line,
  /** From 1, a minute, to 3, a quarter of an hour. */
  difficulty: z.number().int().min(1).max(3).default(1),
};

const exercises = defineCollection({
  loader: glob({ base: './content/exercises', pattern: '*.mdx' }),
  schema: z.discriminatedUnion('kind', [
    z.strictObject({
      ...asked,
      kind: z.enum(['predict', 'match']),
      /** The wrong ideas that it meets, but for those that its options name; see src/misconceptions.ts. */
      misconceptions: z.array(reference('misconceptions')).default([]),
    }),
    z.strictObject({ ...asked, kind: z.literal('choose') }),
    z.strictObject({
      ...asked,
      kind: z.enum(['write', 'repair']),
      /** What is asked for, as an interviewer says it before the whiteboard: no hint of what breaks it. */
      contract: line,
      /** What its starter is told as it stands: slips by their names, or words of the verdict. */
      starter: z.union([z.array(line).min(1), line]),
      check,
    }),
  ]),
});

/** What a card of the interview deck can be about. */
const topics = [
  'sigmoid',
  'softmax',
  'multi-label',
  'losses',
  'gradients',
  'numerics',
  'temperature',
  'calibration',
  'attention',
  'language-models',
  'frameworks',
] as const;

/** An interview question; its text is the answer, short and full, a weak one, and what is asked next. */
const interview = defineCollection({
  loader: glob({ base: './content/interview', pattern: '*.mdx' }),
  schema: z.strictObject({
    /** As an interviewer would ask it. */
    question: line.refine((asked) => /[?.]$/.test(asked), 'expected a sentence that ends with ? or .'),
    level: z.enum(['screen', 'onsite', 'specialist']),
    topics: z.array(z.enum(topics)).min(1, 'expected one to three topics').max(3, 'expected one to three topics'),
    /** The wrong ideas that it meets: an exercise failed by one of them makes the card due sooner. */
    misconceptions: z.array(reference('misconceptions')).default([]),
    /** Where the course shows it: a chapter, and a section of it. */
    chapter: reference('chapters'),
    anchor: line.optional(),
    /** The address of a figure with its parameters set to the case. */
    widget: line.regex(/^\/[a-z-]+\/#[a-z-]+/, 'expected an address such as /softmax/#sheet&sheet.z=2,1').optional(),
    exercise: reference('exercises').optional(),
    /** What a good answer has, for grading one. */
    points: z.array(line.max(120, 'expected a short point')).min(3).max(5),
  }),
});

/** Questions with one short answer each, a file a topic: for Anki, one fact a note. */
const atoms = defineCollection({
  loader: glob({ base: './content/atoms', pattern: '*.mdx' }),
  schema: z.strictObject({ title: line, topic: z.enum(topics) }),
});

export const collections = { atoms, chapters, exercises, interview, misconceptions };
