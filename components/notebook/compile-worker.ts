/** The Worker that compiles: it reads code and never runs it. */
import { compile } from '../../src/notebook/compile.ts';

addEventListener('message', ({ data }: MessageEvent<{ id: number; code: string }>) =>
  postMessage({ id: data.id, compiled: compile(data.code) }),
);
postMessage('ready');
