/** The page's side of the sandbox, before one that answers what it likes: a wrong answer ends it, with a sentence. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Ended, Sandbox } from '../../src/notebook/sandbox.ts';
import type { CellResult } from '../../src/notebook/protocol.ts';

const result: CellResult = { logs: [], unkept: 0, value: { kind: 'nothing' } };

/** Opens a sandbox whose other side answers every request with some messages. */
function sandbox(answers: (request: { id: number }) => unknown[], first: unknown[] = []) {
  const frame = {
    setAttribute: () => {},
    addEventListener: (_: string, load: () => void) => queueMicrotask(load),
    remove: vi.fn(),
    contentWindow: {
      postMessage: (_program: string, _to: string, [, port]: [MessagePort, MessagePort]) => {
        for (const message of first) port.postMessage(message);
        port.onmessage = ({ data }) => {
          for (const message of answers(data)) port.postMessage(message);
        };
      },
    },
  };
  vi.stubGlobal('document', { createElement: () => frame, body: { append: () => {} } });
  return { opened: new Sandbox('program'), frame };
}

afterEach(() => vi.unstubAllGlobals());

const forged = /answered in the place of the sandbox/;

describe('a run', () => {
  it('hands on what is answered in turn', async () => {
    const { opened } = sandbox(({ id }) => [
      { id, cell: 0, result },
      { id, cell: 1, result },
      { id, done: true },
    ]);
    const seen: number[] = [];
    await opened.run(['a', 'b'], (cell) => seen.push(cell));
    expect(seen).toEqual([0, 1]);
    opened.close();
  });

  it.each<[string, (id: number) => unknown[]]>([
    ['a cell that there is not', (id) => [{ id, cell: 7, result }]],
    ['a result of null', (id) => [{ id, cell: 0, result: null }]],
    ['logs that are a number', (id) => [{ id, cell: 0, result: { ...result, logs: 7 } }]],
    ['the answer to another request', (id) => [{ id: id + 1, done: true }]],
    ['a flood', (id) => Array.from({ length: 10_000 }, () => ({ id, cell: 0, result }))],
    ['a message of no shape', () => ['done']],
  ])('that is answered by %s ends, and the sandbox with it', async (_, answers) => {
    const { opened, frame } = sandbox(({ id }) => answers(id));
    const each = vi.fn();
    await expect(opened.run(['a', 'b'], each)).rejects.toThrow(forged);
    expect(each.mock.calls.length).toBeLessThanOrEqual(1);
    expect(frame.remove).toHaveBeenCalled();
    await expect(opened.call('f', [])).rejects.toThrow(forged);
  });

  it('that is answered before it is asked ends', async () => {
    const { opened } = sandbox(() => [], [{ id: 1, done: true }]);
    await new Promise((resolve) => setTimeout(resolve, 10));
    await expect(opened.run(['a'], () => {})).rejects.toThrow(forged);
  });

  it('that is never answered ends with its time, and one that is closed ends at once', async () => {
    const silent = sandbox(() => []);
    await expect(silent.opened.run(['a'], () => {}, 20)).rejects.toThrow(/^Stopped after 0\.02 seconds/);
    const { opened } = sandbox(() => []);
    const running = opened.run(['a'], () => {});
    opened.close();
    await expect(running).rejects.toThrow(Ended);
  });
});
