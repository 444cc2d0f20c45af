/** The program of the Worker inside the sandbox: opens a scope and answers requests on a port that only it knows. */
import * as logits from '../math/index.ts';
import { counted, countExponentials } from './count.ts';
import type { Reply, Request } from './protocol.ts';
import { createScope } from './scope.ts';

// Counted from the start: a reader's code may keep names of its own for them.
countExponentials();
// The port's own method, taken now: a reader's code may patch the prototype later.
const post = MessagePort.prototype.postMessage;

addEventListener(
  'message',
  (event: MessageEvent) => {
    const [port] = event.ports as [MessagePort];
    const scope = createScope({ logits: { ...logits, exp: counted(logits.exp), expm1: counted(logits.expm1) } });
    const reply = (message: Reply) => Reflect.apply(post, port, [message]);
    port.onmessage = async ({ data }: MessageEvent<Request>) => {
      if ('run' in data) {
        for (const [cell, js] of data.run.entries()) {
          const result = await scope.run(js);
          reply({ id: data.id, cell, result });
          if (result.failure) break;
        }
        reply({ id: data.id, done: true });
      } else reply({ id: data.id, returned: await scope.call(data.call, data.args, data.counted) });
    };
  },
  { once: true },
);
