import { matchesGlob } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { changedSince, touchedBy } from './changed.ts';
import retried from './retried.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// `npm test -- --changed` names the commit since which a change counts.
const since = process.env['CHANGED_SINCE'];
const touched = since ? touchedBy(changedSince(since)) : undefined;

/** Of a project's tests those that a change touches. */
const some = (...patterns: string[]) => ({
  include: touched?.tests.filter((file) => patterns.some((pattern) => matchesGlob(file, pattern))) ?? patterns,
});

// The whole suite stays within 15 minutes on two cores. When it grows, look at the browser's part first: Vitest's own
// `--reporter=json` has the time of every test. A page that is loaded costs about half a second of a core, so count
// visits before waits: let tests of one Live share one, and give a property a table of edges before random widgets.
export default defineConfig({
  root: at('..'),
  resolve: { alias: { logits: at('../src/math/index.ts') } },
  test: {
    reporters: [retried, 'default', ...(process.env['GITHUB_ACTIONS'] ? ['github-actions' as const] : [])],
    provide: { part: touched?.site ?? 'all' },
    passWithNoTests: touched !== undefined,
    // Vitest leaves a core to itself; of two, that is half, and what has a single worker runs after the browsers.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'math', ...some('test/math/**/*.test.ts') } },
      {
        extends: true,
        test: { name: 'notebook', ...some('test/{notebook,progress}/**/*.test.ts'), testTimeout: 120_000 },
      },
      {
        extends: true,
        test: {
          name: 'components',
          ...some('test/components/**/*.test.ts'),
          setupFiles: at('components/setup.ts'),
          testTimeout: 120_000,
        },
      },
      { extends: true, test: { name: 'anki', ...some('test/anki/**/*.test.ts'), testTimeout: 120_000 } },
      { extends: true, test: { name: 'jupyter', ...some('test/jupyter/**/*.test.ts'), testTimeout: 600_000 } },
      { extends: true, test: { testTimeout: 120_000, name: 'tools', ...some('test/tools/**/*.test.ts') } },
      {
        extends: true,
        test: {
          testTimeout: 120_000,
          name: 'content',
          ...some('test/{content,search}/**/*.test.ts', 'test/*.test.ts'),
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          ...some('test/browser/**/*.test.ts'),
          globalSetup: at('browser/setup.ts'),
          // After the others, two files at a time, for two cores: a browser each, whose tabs all files share (visit.ts).
          sequence: { groupOrder: 1 },
          maxWorkers: 2,
          isolate: false,
          // A browser that shares its two cores with others may be late once: a fault that is real fails every time.
          retry: 2,
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browsers',
          ...some('test/browsers/**/*.test.ts'),
          // After Chromium's, one engine after the other.
          sequence: { groupOrder: 2 },
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
