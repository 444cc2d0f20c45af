/** The program of the Worker inside the sandbox, for Python: it starts from the files that come with the port. */
import { answerOn } from '../answering.ts';
import { startPython, type PythonFiles } from './interpreter.ts';
import { createPythonScope } from './python-scope.ts';

const after = setTimeout;
const tell = postMessage;

addEventListener(
  'message',
  ({ data, ports }: MessageEvent<PythonFiles>) =>
    void startPython(data).then(
      (python) => {
        answerOn(ports[0]!, () => createPythonScope(python));
        // Nothing has run yet: a run's time begins here.
        tell('started');
      },
      (error: unknown) =>
        // An error that nothing catches is how the page hears of it.
        after(() => {
          throw error;
        }),
    ),
  { once: true },
);
