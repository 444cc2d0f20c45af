/** The program of the Worker inside the sandbox: opens a scope and answers requests on a port that only it knows. */
import * as logits from '../math/index.ts';
import { answerOn } from './answering.ts';
import { counted, countExponentials } from './count.ts';
import { createScope, type Scope } from './scope.ts';

// Counted from the start: a reader's code may keep names of its own for them.
countExponentials();
const after = setTimeout;
const Later = Promise;

/** Waits for what is due now: a timer of no time has run then, and a promise's rejection, told in its own time, is told. */
const turn = () => new Later<void>((resolve) => void after(resolve, 10));

addEventListener(
  'message',
  (event: MessageEvent) => {
    let scope: Scope | undefined;
    addEventListener('error', (event) => {
      event.preventDefault();
      scope?.uncaught(event.error ?? { name: 'Error', message: event.message }, 'later');
    });
    addEventListener('unhandledrejection', (event) => {
      event.preventDefault();
      scope?.uncaught(event.reason, 'rejected');
    });
    answerOn(
      event.ports[0]!,
      (offers) =>
        (scope = createScope(
          { logits: { ...logits, exp: counted(logits.exp), expm1: counted(logits.expm1) } },
          { turn, ...(offers && { offers }) },
        )),
    );
  },
  { once: true },
);
