/** Checks a reader's code in the sandbox and says how it went. Loaded at the first check. */
import { fromJson } from '../../src/exact-json.ts';
import { check, type CheckSpec, type Verdict } from '../../src/notebook/check.ts';
import { languageNames, type Language } from '../../src/languages.ts';
import type { CellResult, Failure } from '../../src/notebook/protocol.ts';
import { usualOffers } from '../../src/notebook/offers.ts';
import { Ended } from '../../src/notebook/sandbox.ts';
import { tell } from '../../src/notebook/tell.ts';
import { h } from '../dom/elements.ts';
import { printNumber } from '../widget/numbers.ts';
import { plural } from '../widget/words.ts';
import { compileInWorker, openCompiler } from './compiler.ts';
import { freshSandbox, prepareSandbox } from './fresh-sandbox.ts';
import { failureText } from './output.ts';

/** The check of an exercise, with what the page needs to name and link what is behind a failure. */
type PageSpec = CheckSpec & {
  /** Every misconception that may be named: what it is called, and where it is repaired. */
  ideas: Record<string, { called: string; href: string }>;
  /** The address of the step-by-step figure, up to the name of a trace, and from there to its input. */
  steps: [string, string];
};

/** Fetches what checks code in a language before there is any, for pages that go on without the network. */
export const prepare = (language: Language): Promise<unknown> =>
  Promise.all([prepareSandbox(language), language === 'typescript' && openCompiler()]);

/** How long a whole check may take, in milliseconds. */
const wholeTime = 10_000;

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

/** A sentence whose code stands in backticks. */
const sentence = (text: string): (Node | string)[] =>
  text.split('`').map((part, i) => (i % 2 === 1 ? h(document, 'code', {}, part) : part));

function describe(verdict: Verdict, spec: PageSpec, language: Language): Node[] {
  const told = tell(verdict, spec, language);
  const line = (className: string, ...children: (Node | string)[]) =>
    h(document, 'p', { class: className }, ...children);
  const state = verdict.passed ? 'passed' : 'ended' in verdict ? 'open' : 'failed';
  const lines: Node[] = [line(state, ...sentence(told.head))];
  if (told.trial) {
    const { call, got, expected } = told.trial;
    const rows = [
      ['call', call],
      ['came out', got],
      ['should be', expected],
    ] as const;
    const entries = rows.flatMap(([term, text]) => [
      h(document, 'dt', {}, term),
      h(document, 'dd', {}, h(document, 'code', {}, text)),
    ]);
    lines.push(h(document, 'dl', { class: 'trial' }, ...entries));
  }
  for (const text of told.lines) lines.push(line(verdict.passed ? 'remark' : 'slip', ...sentence(text)));
  const idea = told.misconception && spec.ideas[told.misconception];
  const more: (Node | string)[] = [];
  if (idea) more.push('The idea behind it may be: ', h(document, 'a', { href: idea.href }, idea.called), '. ');
  if (told.steps) {
    const href = spec.steps[0] + told.steps.trace + spec.steps[1] + told.steps.z.map((x) => printNumber(x)).join(',');
    more.push(h(document, 'a', { href }, 'See it step by step, on this input'), '.');
  }
  if (more.length > 0) lines.push(line('idea', ...more));
  return lines;
}

/**
 * Checks code against a specification and shows the verdict.
 *
 * @param said where it says how it stands with what it needs from the site
 * @returns whether it passed, and the line of an error where there is one
 */
export async function verdictOn(
  code: string,
  language: Language,
  json: string,
  place: Element,
  said: Element,
): Promise<{ passed: boolean; line?: number | undefined }> {
  const spec = fromJson(json) as PageSpec;
  const failed = (text: string) => place.replaceChildren(h(document, 'p', { class: 'failed' }, `✗ ${text}`));
  const refused = (failure: Failure) => {
    failed(failureText(failure));
    const { language } = failure;
    if (language && place.closest('.starter')?.querySelector('.languages'))
      place.append(
        h(
          document,
          'p',
          {},
          h(document, 'button', { type: 'button', 'data-do': 'move' }, `Take it over to ${languageNames[language]}`),
        ),
      );
    return { passed: false, line: failure.line };
  };
  const compiled = language === 'python' ? { js: code } : await compileInWorker(code);
  if ('failure' in compiled) return refused(compiled.failure);
  const sandbox = await freshSandbox(language, said);
  const end = new AbortController();
  const over = setTimeout(
    () => end.abort(`Ended after ${wholeTime / 1000} seconds, the time for a whole check.`),
    wholeTime,
  );
  const { tried, over: ended } = progress(place, (why) => end.abort(why));
  try {
    let result: CellResult | undefined;
    await sandbox.run([compiled.js], (_, one) => (result = one), undefined, spec.offers ?? usualOffers);
    if (result?.failure) return refused(result.failure);
    const verdict = await check(spec, (name, args, counted) => sandbox.call(name, args, counted), {
      language,
      signal: end.signal,
      tried,
    });
    place.replaceChildren(...describe(verdict, spec, language));
    return { passed: verdict.passed, line: 'trial' in verdict ? verdict.trial.failure?.line : undefined };
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
    failed(error.message);
    return { passed: false };
  } finally {
    clearTimeout(over);
    ended();
    sandbox.close();
  }
}
