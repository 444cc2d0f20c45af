/** A verdict in words. Code in them stands in backticks. */
import type { CheckSpec, Remark, Verdict } from './check.ts';
import { depthOf, numbersOf } from './fault.ts';
import { referenceOf } from './forms.ts';
import type { Language } from '../languages.ts';
import { endsArithmetic, slips } from './slips.ts';
import { givenWords, raisedWords, thrownWords } from './thrown.ts';
import {
  callIn,
  inLanguage,
  nothingButNaN,
  onLongLists,
  listName,
  nameIn,
  slipWords,
  textsInstead,
  writtenIn,
} from './in-language.ts';
import { workedOut } from './worked.ts';
import { written } from './written.ts';

/** What the page says to a verdict. */
export interface Told {
  /** The first sentence: how it went. */
  head: string;
  /** The call that shows it, what came out and what should have. */
  trial?: { call: string; got: string; expected: string };
  /** What is to be said about it, a paragraph each. */
  lines: string[];
  /** The misconception that may be behind it. */
  misconception?: string;
  /** The trace that takes this apart step by step, and the logits to show. */
  steps?: { trace: string; z: number[] };
}

/** The longest input that the step-by-step figure takes. */
const mostSteps = 3;

const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`);

/** What is wrong with a result, where no slip explains it. */
function faultWords(
  { trial, fault }: Extract<Verdict, { trial: unknown }>,
  spec: CheckSpec,
  language: Language,
): string {
  const { got, expected } = trial;
  const [a, b] = [numbersOf(got ?? []), numbersOf(expected)];
  const shares =
    /^softmax/.test(spec.against) &&
    Array.isArray(expected) &&
    b.length > 0 &&
    Math.abs(b.reduce((x, y) => x + y, 0) - 1) < 1e-9;
  const sum = a.reduce((x, y) => x + y, 0);
  if (spec.against === 'labelsAbove' && Array.isArray(got) && got.every(Number.isInteger)) {
    const missing = b.filter((place) => !a.includes(place));
    const strange = a.filter((place) => !b.includes(place));
    const twice = a.filter((place, i) => a.indexOf(place) < i);
    return [
      missing.length > 0 ? `Missing: place ${missing.join(', ')}.` : '',
      strange.length > 0 ? `Does not reach the threshold: place ${strange.join(', ')}.` : '',
      twice.length > 0 ? `Comes back twice: place ${twice.join(', ')}.` : '',
    ]
      .filter(Boolean)
      .join(' ');
  }
  switch (fault.kind) {
    case 'threw': {
      if (!trial.failure) return '';
      const takes = referenceOf(spec.against).takes.slice(0, trial.args.length);
      return language === 'python'
        ? raisedWords(trial.failure, nameIn(spec.call, language), takes)
        : thrownWords(trial.failure, spec.call, takes);
    }
    case 'nothing':
      if (/ returned function/.test(trial.failure?.message ?? ''))
        return `A function came back, and not its result. ${givenWords(nameIn(spec.call, language), referenceOf(spec.against).takes.slice(0, trial.args.length))}`;
      if (trial.failure?.message.includes('[')) return 'An entry has no value: a number is asked for in every place.';
      return `\`${nameIn(spec.call, language)}\` has to return ${Array.isArray(expected) ? 'a list of numbers' : 'a number'}: is there a \`return\` on every way through it?`;
    case 'not finite':
      return a.some((x) => Number.isNaN(x))
        ? 'NaN comes from Infinity/Infinity, 0/0, Infinity − Infinity, a text that is no number, or an entry that is not there: look for the first step that has one of them.'
        : 'Infinity comes from an overflow, a division by 0, or the logarithm of 0.';
    case 'shape': {
      if (typeof got === 'string' && Array.isArray(expected))
        return 'A text came back; a list of numbers is asked for.';
      if (/^\[*"/.test(written(got))) return textsInstead[language];
      if (typeof got === 'boolean')
        return `True or false came back; ${Array.isArray(expected) ? 'a list of numbers' : 'a number'} is asked for.`;
      if (typeof got === 'object' && got !== null && !Array.isArray(got))
        return `An object came back; ${Array.isArray(expected) ? 'a list' : 'a single number'} is asked for.`;
      if (!Array.isArray(expected)) return 'A single number is asked for.';
      if (!Array.isArray(got))
        return `${typeof got === 'number' ? 'A single number came back; a' : 'A'} ${depthOf(expected) > 1 ? 'list of rows' : 'list'} is asked for.`;
      if (depthOf(got) < depthOf(expected)) return 'All came back in one list; a list of rows is asked for.';
      if (depthOf(got) > depthOf(expected))
        return `Lists came back inside the list; ${depthOf(expected) > 1 ? 'rows of numbers are' : 'numbers are'} asked for.`;
      const more = got.length - expected.length;
      if (more !== 0)
        return `That is ${Math.abs(more) === 1 ? 'one entry' : `${Math.abs(more)} entries`} too ${more > 0 ? 'many' : 'few'}.`;
      if (got.some((entry) => typeof entry === 'object' && !Array.isArray(entry)))
        return 'The entries are objects; numbers are asked for.';
      return 'The entries have another shape than those that are asked for.';
    }
    case 'sign':
      return 'It is of the wrong sign.';
    case 'order':
      return 'The entries are right, but they stand in another order.';
    case 'zero': {
      const lost = b.find((x, i) => x !== 0 && a[i] === 0);
      if (lost === undefined) return 'It is not 0 where it has to be.';
      return Math.abs(lost) < 1e-3
        ? 'It is 0 where the true value, however small, is not.'
        : 'It is 0 where it should not be.';
    }
    case 'number':
      return shares && Math.abs(sum - 1) > 1e-6 ? `The entries sum to ${Number(sum.toPrecision(6))}, not to 1.` : '';
    case 'digits':
      return shares && Math.abs(sum - 1) > 1e-9
        ? `The entries don’t quite sum to 1.`
        : `The first ${some(Math.max(1, Math.floor(-Math.log10(fault.off))), 'digit')} are right, the others are lost.`;
  }
}

const some = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

function remarkWords(remark: Remark, spec: CheckSpec, language: Language): string {
  switch (remark.kind) {
    case 'digits':
      return (
        `At \`${callIn(spec.call, remark.args, language)}\` the result agrees to ${remark.digits} of 16 digits, which is as good as this form gets. ` +
        inLanguage(
          remark.byPower
            ? '`Math.E` is a rounded number, and a power of it multiplies its error by the exponent; `Math.exp` does not.'
            : 'A sum as large as the logits is rounded before the exponential sees it; dividing e^(z − max) by its sum keeps the digits.',
          language,
        )
      );
    case 'beyond':
      return `Beyond what the text asks it ends: \`${callIn(spec.call, remark.args, language)}\` gives \`${writtenIn(remark.got, language)}\`. How to take logits of any size is what a later chapter is about.`;
    case 'long': {
      const { when, words } = onLongLists[language];
      return `On a long ${listName[language]}, of ${remark.length.toLocaleString('en')} logits, it ends with “${remark.failure.message}”.${when.test(remark.failure.name) ? words : ''}`;
    }
    case 'square':
      return 'The time grows with the square of the length: something goes through a whole list again for every entry. What is the same for all entries can be computed once, before.';
    case 'changed':
      return `It changes the ${listName[language]} that it is given, which whoever calls it may still need. Work on a copy.`;
  }
}

/** Whether nothing that is said of a fault tells yet where to look. */
const isOpen = ({ trial, fault, common }: Extract<Verdict, { trial: unknown }>, against: string): boolean =>
  !(
    against === 'labelsAbove' && Array.isArray(trial.got) ? /^(threw|nothing)$/ : /^(threw|nothing|shape|digits)$/
  ).test(fault.kind) &&
  (!common || common.tells === 'where');

/** Says how a check went, in words for code of a language. */
export function tell(verdict: Verdict, spec: CheckSpec, language: Language = 'typescript'): Told {
  const { trials } = verdict;
  if (verdict.passed)
    return {
      head: `✓ Right. ${some(trials, 'input')} were tried, and all results agree with the computation module.`,
      lines: verdict.remarks.map((remark) => remarkWords(remark, spec, language)),
    };
  if ('ended' in verdict)
    return {
      head: `${verdict.ended} ${
        trials === 0
          ? 'No input had been tried'
          : `${some(trials, 'input')} had been tried, and nothing was wrong so far; the others could not be`
      }. The exercise stays open.`,
      lines: [],
    };
  if ('clause' in verdict) {
    const { clause, counted, allowed } = verdict;
    return {
      head: '✗ Not yet. All results are right, but not by the way that the text asks for.',
      lines: [
        clause === 'passes'
          ? `Your function goes through the ${listName[language]} ${times(counted)}; the text says ${times(allowed)}. Looking for the maximum first is a pass, and so is making a copy.`
          : `Your function takes ${some(counted, 'exponential')} in one call; the text says ${allowed === 1 ? 'a single one' : allowed}.`,
      ],
    };
  }
  const { trial, common } = verdict;
  const named = verdict.slips.map((name) => slips[name]!);
  const missing = trial.failure?.name === 'Missing';
  const input = [trial.args[0]!].flat();
  const trace = named.map(({ trace }) => (trace as Record<string, string> | undefined)?.[spec.against]).find(Boolean);
  const misconception = named.map((slip) => slip.misconception).find((id) => id !== undefined);
  const failure = trial.failure;
  return {
    head: missing ? `✗ ${failure!.message}.` : '✗ Not yet. An input that goes wrong:',
    ...(!missing && {
      trial: {
        call: callIn(spec.call, trial.args, language),
        got:
          failure?.name === 'Returned'
            ? failure.message.replace(/^\S+ returned |; expected numbers$/g, '')
            : failure
              ? `${failure.name}: ${failure.message}${failure.line === undefined ? '' : ` (line ${failure.line})`}`
              : writtenIn(trial.got, language),
        expected: writtenIn(trial.expected, language),
      },
    }),
    lines: missing
      ? []
      : named.length > 0
        ? [
            ...(named.length > 1 ? ['Two things come together here.'] : []),
            ...named.map((slip) => slipWords(slip, language)),
            ...(failure && endsArithmetic(failure) ? [faultWords(verdict, spec, language)] : []),
          ]
        : [
            common &&
              inLanguage(common.says, language) + (common.tells === 'nothing' ? ` ${nothingButNaN[language]}` : ''),
            !common || common.tells === 'where' ? faultWords(verdict, spec, language) : undefined,
            isOpen(verdict, spec.against) ? workedOut(spec.against, trial.args) : undefined,
          ].filter((line): line is string => Boolean(line)),
    ...(misconception && { misconception }),
    ...(trace !== undefined &&
      input.length <= mostSteps &&
      input.every((x) => typeof x === 'number') && { steps: { trace, z: input as number[] } }),
  };
}
