/** Checks a reader's code in the sandbox and says how it went. Loaded at the first check. */
import { exact } from 'logits';
import { fromJson } from '../../src/exact-json.ts';
import { check, type CheckSpec, type Verdict } from '../../src/notebook/check.ts';
import type { CellResult, Datum } from '../../src/notebook/protocol.ts';
import { Ended } from '../../src/notebook/sandbox.ts';
import { h } from '../dom/elements.ts';
import { printNumber } from '../widget/numbers.ts';
import { plural } from '../widget/words.ts';
import { compileInWorker } from './compiler.ts';
import { freshSandbox } from './fresh-sandbox.ts';
import { failureText } from './output.ts';

/** A wrong form with the misconception behind it, as the page names and links it. */
interface Named {
  like: string;
  misconception: string;
  called: string;
  href: string;
  /** The address of the step-by-step figure for this form, up to its input. */
  shown?: string;
}

/** The longest input that the step-by-step figure takes. */
const mostSteps = 3;

/** A value as one would write it in code. */
const written = (value: Datum | undefined): string => {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return exact(value);
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  return JSON.stringify(value);
};

/** How far off, in words. */
const off = (ulps: number): string =>
  Number.isFinite(ulps) ? ` That is ${ulps < 1e6 ? ulps : ulps.toExponential(0)} units in the last place off.` : '';

/** How long a whole check may take, in milliseconds. */
const wholeTime = 10_000;

/** What a check that was ended leaves open. */
const open = ({ ended, trials }: { ended: string; trials: number }): string =>
  `${ended} ${
    trials === 0
      ? 'No input had been tried'
      : `${plural(trials, 'input')} had been tried, and nothing was wrong so far; the others could not be`
  }. The exercise stays open.`;

/** Says how far a check is, from a moment after its start on, with a button that ends it. */
function progress(place: Element, end: (why: string) => void): { tried: (inputs: number) => void; over: () => void } {
  const count = h(document, 'span', {}, 'Starting');
  const stop = h(document, 'button', { type: 'button', 'data-do': 'stop' }, 'Stop') as HTMLButtonElement;
  stop.addEventListener('click', () => end('You stopped the check.'));
  const line = h(document, 'p', { class: 'progress' }, count, ' ', stop);
  const timer = setTimeout(() => place.before(line), 300);
  return {
    tried: (inputs) => (count.textContent = `${plural(inputs, 'input')} tried`),
    over: () => {
      clearTimeout(timer);
      line.remove();
    },
  };
}

function describe(verdict: Verdict, spec: CheckSpec): Node[] {
  const line = (className: string, ...children: (Node | string)[]) =>
    h(document, 'p', { class: className }, ...children);
  if (verdict.passed) {
    return [
      line(
        'passed',
        `✓ Right. ${verdict.trials} inputs were tried, and all results agree with the computation module.`,
      ),
    ];
  }
  if ('ended' in verdict) return [line('open', open(verdict))];
  const { trial, ulps, wrong } = verdict;
  const call = `${spec.call}(${trial.args.map(written).join(', ')})`;
  const lines = [line('failed', '✗ Not yet. The smallest input that goes wrong:')];
  const rows: [string, string][] = [
    ['call', call],
    ['came out', trial.failure ? failureText(trial.failure) : written(trial.got)],
    ['should be', written(trial.expected)],
  ];
  lines.push(
    h(
      document,
      'dl',
      { class: 'trial' },
      ...rows.flatMap(([term, text]) => [
        h(document, 'dt', {}, term),
        h(document, 'dd', {}, h(document, 'code', {}, text)),
      ]),
    ),
  );
  if (!trial.failure && off(ulps)) lines.push(line('off', off(ulps).trim()));
  if (wrong) {
    const { like, called, href, shown } = wrong as unknown as Named;
    const idea = line(
      'idea',
      `Everything your function returned is what “${like}” returns. The idea behind it: `,
      h(document, 'a', { href }, called),
      '.',
    );
    const input = [trial.args[0]!].flat();
    if (shown && input.length <= mostSteps && input.every((x) => typeof x === 'number')) {
      const href = shown + input.map((x) => printNumber(x)).join(',');
      idea.append(' ', h(document, 'a', { href }, 'See it step by step, on this input'), '.');
    }
    lines.push(idea);
  }
  return lines;
}

/**
 * Checks code against a specification and shows the verdict.
 * @returns whether it passed, and the line of an error where there is one
 */
export async function verdictOn(
  code: string,
  json: string,
  place: Element,
): Promise<{ passed: boolean; line?: number | undefined }> {
  const spec = fromJson(json) as CheckSpec;
  const failed = (text: string) => place.replaceChildren(h(document, 'p', { class: 'failed' }, `✗ ${text}`));
  const compiled = await compileInWorker(code);
  if ('failure' in compiled) {
    failed(failureText(compiled.failure));
    return { passed: false, line: compiled.failure.line };
  }
  const sandbox = freshSandbox();
  const end = new AbortController();
  const over = setTimeout(
    () => end.abort(`Ended after ${wholeTime / 1000} seconds, the time for a whole check.`),
    wholeTime,
  );
  const { tried, over: said } = progress(place, (why) => end.abort(why));
  try {
    let result: CellResult | undefined;
    await sandbox.run([compiled.js], (_, one) => (result = one), undefined, spec.offers);
    if (result?.failure) {
      failed(failureText(result.failure));
      return { passed: false, line: result.failure.line };
    }
    const verdict = await check(spec, (name, args) => sandbox.call(name, args), undefined, {
      signal: end.signal,
      tried,
    });
    place.replaceChildren(...describe(verdict, spec));
    return { passed: verdict.passed, line: 'trial' in verdict ? verdict.trial.failure?.line : undefined };
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
    failed(error.message);
    return { passed: false };
  } finally {
    clearTimeout(over);
    said();
    sandbox.close();
  }
}
