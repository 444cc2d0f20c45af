/** Sandboxes that nothing has run in; the next one is opened ahead of time. */
import program from 'virtual:sandbox-program';
import { Sandbox } from '../../src/notebook/sandbox.ts';

let ready: Sandbox | undefined;

export function freshSandbox(): Sandbox {
  const sandbox = ready ?? new Sandbox(program);
  ready = new Sandbox(program);
  return sandbox;
}
