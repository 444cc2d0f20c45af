/**
 * The page's side of the sandbox. A reader's code runs in a Worker inside an iframe of an opaque origin, under a
 * Content-Security-Policy that allows no network: it reaches neither storage, cookies, the page nor the site. The
 * page hands in JavaScript and gets descriptions back; whatever takes too long goes away with its iframe.
 */
import { answersTo, type CellResult, type Datum, type Reply, type Request, type Returned } from './protocol.ts';

const policy = "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob:";

/** The iframe's document: makes the Worker, gives it the page's port and what its program needs, and knows nothing else. */
const frame = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<script>addEventListener('message', ({ data, ports, source }) => {
  if (source !== parent || typeof data?.program !== 'string') return;
  const worker = new Worker(URL.createObjectURL(new Blob([data.program], { type: 'text/javascript' })));
  worker.onerror = () => ports[0].postMessage('dead');
  worker.addEventListener('message', () => ports[0].postMessage('started'), { once: true });
  worker.postMessage(data.files, [ports[1]]);
}, { once: true })</script>`;

/** Thrown where a run took too long or died. */
export class Ended extends Error {}

/** How long a run may take, in milliseconds, unless said. */
export const usualTime = 2000;

/** How long a program that has files may take to start, in milliseconds. */
const startTime = 20_000;

export class Sandbox {
  #frame: HTMLIFrameElement;
  #port: MessagePort;
  #id = 0;
  /** Why nothing runs here any more. */
  #over: Ended | undefined;
  /** What waits for a reply, and what it does without one. */
  #take: ((reply: unknown) => void) | undefined;
  #fail: ((reason: Ended) => void) | undefined;
  #forged: () => void;
  /** Settles once the program answers: what starts for longer says so before it runs any code. */
  #started: Promise<void>;

  /**
   * Opens a sandbox.
   *
   * @param program the text of the Worker's script
   * @param files what it starts from, where it starts from something: such a program says when it has
   */
  constructor(program: string, files?: unknown) {
    const talk = new MessageChannel();
    const life = new MessageChannel();
    this.#port = talk.port1;
    const forged = () => this.#end('The code answered in the place of the sandbox, so it was stopped.');
    // What comes while nothing is asked is no reply.
    this.#port.onmessage = ({ data }: MessageEvent<unknown>) => (this.#take ?? forged)(data);
    this.#port.onmessageerror = forged;
    this.#forged = forged;
    let started = () => {};
    this.#started = files === undefined ? Promise.resolve() : new Promise((resolve) => (started = resolve));
    life.port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data === 'started') started();
      else this.#end('The run ended before it answered: it may have used up its memory.');
    };
    this.#frame = document.createElement('iframe');
    this.#frame.setAttribute('sandbox', 'allow-scripts');
    this.#frame.setAttribute('aria-hidden', 'true');
    this.#frame.tabIndex = -1;
    this.#frame.hidden = true;
    this.#frame.title = 'Sandbox';
    this.#frame.srcdoc = frame;
    this.#frame.addEventListener(
      'load',
      () => this.#frame.contentWindow?.postMessage({ program, files }, '*', [life.port2, talk.port2]),
      { once: true },
    );
    document.body.append(this.#frame);
  }

  /** Closes the sandbox, and with it whatever still runs inside. */
  close(): void {
    this.#end('The run was stopped.');
  }

  #end(why: string): void {
    this.#over ??= new Ended(why);
    this.#port.close();
    this.#frame.remove();
    this.#fail?.(this.#over);
  }

  /** Sends one request; `take` gets each reply, and returns true with the last. */
  #ask(request: DistributiveOmit<Request, 'id'>, time: number, take: (reply: Reply) => boolean): Promise<void> {
    if (this.#over) return Promise.reject(this.#over);
    const asked: Request = { id: ++this.#id, ...request };
    const answer = answersTo(asked);
    return new Promise<void>((resolve, reject) => {
      const finish = (done: () => void) => {
        clearTimeout(timer);
        this.#take = this.#fail = undefined;
        done();
      };
      let timer = setTimeout(() => this.#end('The run did not start: try it again.'), startTime);
      this.#fail = (reason) => finish(() => reject(reason));
      this.#take = (data) => {
        const reply = answer(data);
        if (!reply) this.#forged();
        else if (take(reply)) finish(resolve);
      };
      void this.#started.then(() => {
        clearTimeout(timer);
        if (this.#over) return;
        timer = setTimeout(() => this.#end(`Stopped after ${time / 1000} seconds: the run had not ended.`), time);
        this.#port.postMessage(asked);
      });
    });
  }

  /**
   * Runs cells in order, up to the first that fails.
   * @param offers the names that the first cells of a sandbox, and all after them, may import; all, unless said
   * @throws Ended where the run takes longer than `time` milliseconds or dies; results so far went to `each`
   */
  run(
    cells: string[],
    each: (cell: number, result: CellResult) => void,
    time = usualTime,
    offers?: readonly string[],
  ): Promise<void> {
    return this.#ask({ run: cells, ...(offers && { offers }) }, time, (reply) => {
      if ('result' in reply) each(reply.cell, reply.result);
      return 'done' in reply;
    });
  }

  /**
   * Calls a function that the cells defined.
   * @throws Ended where the call takes longer than `time` milliseconds or dies
   */
  async call(name: string, args: Datum[], counted = false, time = usualTime): Promise<Returned> {
    let answer: Returned | undefined;
    await this.#ask({ call: name, args, counted }, time, (reply) => {
      if (!('returned' in reply)) return false;
      answer = reply.returned;
      return true;
    });
    return answer!;
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
