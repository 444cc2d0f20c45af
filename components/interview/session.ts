/**
 * A mock interview as it runs: which questions are asked, what the reader typed, had and missed, and how long it took.
 * Pure: time, chance and the deck are handed in, and a session is never changed, only followed by another. It is made
 * of what JSON holds, so it can be kept as it is.
 */
import { isRecord } from '../../src/progress/cards.ts';

/** What a session knows of a card. */
export interface Question {
  id: string;
  level: string;
  topics: readonly string[];
  /** What a good answer has. */
  points: readonly string[];
  /** What an interviewer asks next. */
  followUps: readonly string[];
}

/** What the reader wants to be asked, and for how long. */
export interface Choice {
  levels: readonly string[];
  topics: readonly string[];
  minutes: number;
}

const steps = ['question', 'answer', 'follow-up', 'reply'] as const;

/** How far the question on the table is: asked, answered, followed up, and that answered too. */
export type Step = (typeof steps)[number];

/** How the follow-up went: not yet, partly, yes. */
export type Grade = 0 | 1 | 2;

/** A question that was asked, and what came of it. */
export interface Asked {
  card: string;
  /** What the reader typed for an answer. */
  typed: string;
  /** The points that the answer had. */
  had: readonly string[];
  followUp: string;
  /** What the reader typed for an answer to the follow-up. */
  replied: string;
  grade?: Grade;
  /** Milliseconds. */
  spent: number;
}

export interface Session {
  minutes: number;
  /** The cards that are still to come. */
  ahead: readonly string[];
  /** The questions so far; the last is on the table. */
  asked: readonly Asked[];
  step: Step;
  /** Whether the reader chose to keep going when time was up. */
  overtime: boolean;
  over: boolean;
}

/** A number from 0 up to and without 1. */
export type Chance = () => number;

/** Minutes that a question takes, with its follow-up. */
const each = 4;

/** The cards that fit a choice: of one of its levels, and of at least one of its topics. */
export const fitting = <Q extends Question>(deck: readonly Q[], { levels, topics }: Omit<Choice, 'minutes'>): Q[] =>
  deck.filter((card) => levels.includes(card.level) && card.topics.some((topic) => topics.includes(topic)));

/** About how many of so many questions there is time for. */
export const timeFor = (fit: number, minutes: number): number => Math.min(fit, Math.round(minutes / each));

/** An order by chance in which a topic comes again only when the others have had their turn. */
function inTurn(cards: readonly Question[], chance: Chance): string[] {
  const rest = [...cards];
  const turns = new Map<string, number>();
  const worn = ({ topics }: Question) =>
    topics.reduce((sum, topic) => sum + (turns.get(topic) ?? 0), 0) / topics.length;
  const order: string[] = [];
  while (rest.length > 0) {
    const least = Math.min(...rest.map(worn));
    const next = oneOf(
      rest.filter((card) => worn(card) === least),
      chance,
    );
    rest.splice(rest.indexOf(next), 1);
    order.push(next.id);
    for (const topic of next.topics) turns.set(topic, (turns.get(topic) ?? 0) + 1);
  }
  return order;
}

const oneOf = <T>(all: readonly T[], chance: Chance): T => all[Math.floor(chance() * all.length)]!;

const cardOf = <Q extends Question>(deck: readonly Q[], id: string): Q => {
  const card = deck.find((one) => one.id === id);
  if (!card) throw new RangeError(`card: ${id}; expected one of the deck’s ${deck.length}`);
  return card;
};

/**
 * Begins: the first question is on the table.
 * @throws RangeError where no card fits the choice
 */
export function begin(deck: readonly Question[], choice: Choice, chance: Chance): Session {
  const ahead = inTurn(fitting(deck, choice), chance);
  if (ahead.length === 0) throw new RangeError('choice: no card fits; expected a level and a topic of the deck');
  const { minutes } = choice;
  return ask({ minutes, ahead, asked: [], step: 'question', overtime: false, over: false }, deck, chance);
}

function ask(session: Session, deck: readonly Question[], chance: Chance): Session {
  const [card, ...ahead] = session.ahead;
  const { followUps } = cardOf(deck, card!);
  const asked = { card: card!, typed: '', had: [], followUp: oneOf(followUps, chance), replied: '', spent: 0 };
  return { ...session, ahead, asked: [...session.asked, asked], step: 'question' };
}

/** The question on the table. */
export const onTable = ({ asked }: Session): Asked => asked.at(-1)!;

const change = (session: Session, more: Partial<Asked>): Session => ({
  ...session,
  asked: [...session.asked.slice(0, -1), { ...onTable(session), ...more }],
});

/** The milliseconds that the interview has taken. */
export const spentOf = ({ asked }: Session): number => asked.reduce((sum, { spent }) => sum + spent, 0);

/** Whether time is up and the reader has not chosen to keep going. */
export const isOut = (session: Session): boolean => !session.overtime && spentOf(session) >= session.minutes * 60_000;

/** Whether the report comes after the question on the table. */
export const isLast = (session: Session): boolean => session.ahead.length === 0 || isOut(session);

/** The interview's clock stands at `spent` milliseconds; one that stands at less than before is not listened to. */
export function tick(session: Session, spent: number): Session {
  const more = Math.round(spent) - spentOf(session);
  return more > 0 && !session.over ? change(session, { spent: onTable(session).spent + more }) : session;
}

/** Takes what the reader types, as long as the answer to it is not shown. */
export function write(session: Session, text: string): Session {
  if (session.over) return session;
  if (session.step === 'question') return change(session, { typed: text });
  return session.step === 'follow-up' ? change(session, { replied: text }) : session;
}

/** Marks whether the answer had a point. */
export function mark(session: Session, point: string, had: boolean): Session {
  if (session.over || session.step !== 'answer') return session;
  const others = onTable(session).had.filter((one) => one !== point);
  return change(session, { had: had ? [...others, point] : others });
}

/** Grades the answer to the follow-up. */
export const grade = (session: Session, how: Grade): Session =>
  session.over || session.step !== 'reply' ? session : change(session, { grade: how });

/** Takes the next step: to the answer, to the follow-up, to its answer, then to the next question or to the end. */
export function next(session: Session, deck: readonly Question[], chance: Chance): Session {
  if (session.over) return session;
  const step = steps[steps.indexOf(session.step) + 1];
  if (step) return { ...session, step };
  return isLast(session) ? end(session) : ask(session, deck, chance);
}

/** Ends, wherever it is: what was done so far is in the report. */
export const end = (session: Session): Session => ({ ...session, over: true });

/** Keeps going when time is up. */
export const keepGoing = (session: Session): Session =>
  isOut(session) && !session.over ? { ...session, overtime: true } : session;

/** What the report says of a question. */
export interface Result {
  card: string;
  typed: string;
  /** Whether the answer was compared with the points; one that was only typed counts neither for nor against. */
  compared: boolean;
  had: string[];
  missed: string[];
  /** The follow-up, where it was reached. */
  followUp?: { asks: string; typed: string; grade?: Grade };
  spent: number;
}

/** So many of so many points. */
export interface Score {
  had: number;
  points: number;
}

export interface Report extends Score {
  /** In the order in which they were asked. */
  results: Result[];
  /** By topic, the weakest first. */
  topics: (Score & { topic: string })[];
  /** Cards to read up on, those with the most missed points first. */
  weak: string[];
  spent: number;
}

/** What came of a session so far: every question that was answered, by typing or by comparing. */
export function report(session: Session, deck: readonly Question[]): Report {
  const last = session.asked.length - 1;
  const results = session.asked.flatMap((asked, i): Result[] => {
    const reached = i < last ? steps.length : steps.indexOf(session.step);
    const compared = reached >= steps.indexOf('answer');
    if (!compared && asked.typed.trim() === '') return [];
    const points = compared ? cardOf(deck, asked.card).points : [];
    const { card, typed, spent, followUp: asks, replied, grade } = asked;
    return [
      {
        card,
        typed,
        compared,
        had: points.filter((point) => asked.had.includes(point)),
        missed: points.filter((point) => !asked.had.includes(point)),
        ...(reached >= steps.indexOf('follow-up') && {
          followUp: { asks, typed: replied, ...(grade !== undefined && { grade }) },
        }),
        spent,
      },
    ];
  });
  const topics = new Map<string, Score>();
  const all: Score = { had: 0, points: 0 };
  for (const { card, compared, had, missed } of results) {
    if (!compared) continue;
    const add = (score: Score) => {
      score.had += had.length;
      score.points += had.length + missed.length;
    };
    add(all);
    for (const topic of cardOf(deck, card).topics) {
      if (!topics.has(topic)) topics.set(topic, { had: 0, points: 0 });
      add(topics.get(topic)!);
    }
  }
  return {
    ...all,
    results,
    topics: [...topics]
      .map(([topic, score]) => ({ topic, ...score }))
      .sort((a, b) => a.had / a.points - b.had / b.points),
    weak: results
      .filter(({ missed, followUp }) => missed.length > 0 || (followUp?.grade ?? 2) < 2)
      .sort((a, b) => b.missed.length - a.missed.length)
      .map(({ card }) => card),
    spent: spentOf(session),
  };
}

/**
 * Reads a session that was kept.
 * @param kept what `JSON.parse` gave
 * @throws TypeError where it is not a session, or not one over this deck: the deck may have changed since
 */
export function readSession(kept: unknown, deck: readonly Question[]): Session {
  const check = (right: boolean, what: string, value: unknown, expected: string): void => {
    if (!right) throw new TypeError(`${what}: ${JSON.stringify(value)?.slice(0, 60)}; expected ${expected}`);
  };
  const record = (value: unknown, what: string): Record<string, unknown> => {
    check(isRecord(value), what, value, 'an object');
    return value as Record<string, unknown>;
  };
  const list = (value: unknown, what: string): unknown[] => {
    check(Array.isArray(value), what, value, 'a list');
    return value as unknown[];
  };
  const seen = new Set<string>();
  const readCard = (id: unknown): Question => {
    const card = deck.find((one) => one.id === id);
    check(card !== undefined && !seen.has(card.id), 'card', id, 'one of the deck, once');
    seen.add(card!.id);
    return card!;
  };
  const readAsked = (value: unknown): Asked => {
    const { card: id, typed, had, followUp, replied, grade, spent } = record(value, 'asked');
    const card = readCard(id);
    const points = list(had, 'had');
    check(new Set(points).size === points.length, 'had', points, 'each point once');
    for (const point of points) check(card.points.includes(point as string), 'had', point, `a point of ${card.id}`);
    check(card.followUps.includes(followUp as string), 'followUp', followUp, `a follow-up of ${card.id}`);
    check(typeof typed === 'string', 'typed', typed, 'text');
    check(typeof replied === 'string', 'replied', replied, 'text');
    check([undefined, 0, 1, 2].includes(grade as undefined), 'grade', grade, '0, 1 or 2');
    check(Number.isSafeInteger(spent) && (spent as number) >= 0, 'spent', spent, 'milliseconds');
    return {
      card: card.id,
      typed: typed as string,
      had: points as string[],
      followUp: followUp as string,
      replied: replied as string,
      ...(grade !== undefined && { grade: grade as Grade }),
      spent: spent as number,
    };
  };
  const { minutes, ahead, asked, step, overtime, over } = record(kept, 'session');
  check(Number.isFinite(minutes) && (minutes as number) > 0, 'minutes', minutes, 'a number above 0');
  check(steps.includes(step as Step), 'step', step, steps.join(', '));
  check(typeof overtime === 'boolean', 'overtime', overtime, 'true or false');
  check(typeof over === 'boolean', 'over', over, 'true or false');
  const questions = list(asked, 'asked').map(readAsked);
  check(questions.length > 0, 'asked', asked, 'at least one question');
  return {
    minutes: minutes as number,
    ahead: list(ahead, 'ahead').map((id) => readCard(id).id),
    asked: questions,
    step: step as Step,
    overtime: overtime as boolean,
    over: over as boolean,
  };
}
