import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import retried from './retried.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at('..'),
  resolve: { alias: { logits: at('../src/math/index.ts') } },
  test: {
    reporters: [retried, 'default', ...(process.env['GITHUB_ACTIONS'] ? ['github-actions' as const] : [])],
    projects: [
      { extends: true, test: { name: 'math', include: ['test/math/**/*.test.ts'] } },
      {
        extends: true,
        test: { name: 'notebook', include: ['test/{notebook,progress}/**/*.test.ts'], testTimeout: 120_000 },
      },
      { extends: true, test: { name: 'components', include: ['test/components/**/*.test.ts'], testTimeout: 120_000 } },
      { extends: true, test: { name: 'anki', include: ['test/anki/**/*.test.ts'], testTimeout: 120_000 } },
      { extends: true, test: { testTimeout: 120_000, name: 'tools', include: ['test/tools/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          testTimeout: 120_000,
          name: 'content',
          include: ['test/{content,search}/**/*.test.ts', 'test/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
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
          include: ['test/browsers/**/*.test.ts'],
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
