/** Answers the page's requests on a port that only the sandbox's program knows, in whatever language it speaks. */
import type { Reply, Request } from './protocol.ts';
import type { Scope } from './scope.ts';
import { takenGetter } from './taken.ts';

// Taken before a reader's code runs, so that nothing of its own is ever called with the port, or with a message.
const dataIn = takenGetter<Request>(MessageEvent.prototype, 'data');

/**
 * Answers from now on.
 *
 * @param open makes the scope that all requests share, at the first of them: with the names that may be imported
 */
export function answerOn(port: MessagePort, open: (offers?: readonly string[]) => Scope): void {
  const reply: (message: Reply) => void = port.postMessage.bind(port);
  let scope: Scope | undefined;
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
}
