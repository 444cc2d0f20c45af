/** The program of the Worker inside the sandbox: opens a scope and answers requests on a port that only it knows. */
import * as logits from '../math/index.ts';
import { counted, countExponentials } from './count.ts';
import type { Reply, Request } from './protocol.ts';
import { createScope, type Scope } from './scope.ts';
import { takenGetter } from './taken.ts';

// Counted from the start: a reader's code may keep names of its own for them.
countExponentials();
// Taken before a reader's code runs, so that nothing of its own is ever called with the port, or with a message.
const dataIn = takenGetter<Request>(MessageEvent.prototype, 'data');
const after = setTimeout;
const Later = Promise;

/** Waits for what is due now: a timer of no time has run then, and a promise's rejection, told in its own time, is told. */
const turn = () => new Later<void>((resolve) => void after(resolve, 10));

addEventListener(
  'message',
  (event: MessageEvent) => {
    const port = event.ports[0]!;
    const reply: (message: Reply) => void = port.postMessage.bind(port);
    let scope: Scope | undefined;
    const open = (offers?: readonly string[]) =>
      createScope(
        { logits: { ...logits, exp: counted(logits.exp), expm1: counted(logits.expm1) } },
        { turn, ...(offers && { offers }) },
      );
    addEventListener('error', (event) => {
      event.preventDefault();
      scope?.uncaught(event.error ?? { name: 'Error', message: event.message }, 'later');
    });
    addEventListener('unhandledrejection', (event) => {
      event.preventDefault();
      scope?.uncaught(event.reason, 'rejected');
    });
    port.onmessage = async (event: MessageEvent) => {
      const request = dataIn(event);
      if ('run' in request) {
        scope ??= open(request.offers);
        for (let cell = 0; cell < request.run.length; cell++) {
          const result = await scope.run(request.run[cell]!);
          reply({ id: request.id, cell, result });
          if (result.failure) break;
        }
        reply({ id: request.id, done: true });
      } else {
        scope ??= open();
        reply({ id: request.id, returned: await scope.call(request.call, request.args, request.counted) });
      }
    };
  },
  { once: true },
);
