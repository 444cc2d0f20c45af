import { expect, it } from 'vitest';
import { touchedBy } from './changed.ts';

const runs = (...changed: string[]) => touchedBy(changed);
const whole = runs('package.json');

it('runs everything for what it can’t follow', () => {
  expect(whole.site).toBe('all');
  expect(whole.tests).toContain('test/math/accuracy.test.ts');
  for (const file of ['src/styles/text.css', 'test/vitest.config.ts', 'test/retried.ts'])
    expect(runs(file), file).toEqual(whole);
});

it('runs nothing for what no test reads', () => {
  expect(runs('README.md', '.github/workflows/course.yml', 'LICENSE').tests).toEqual([]);
});

it('goes over the Lives and pages of a widget alone, in the tests that go over Lives and pages', () => {
  const { tests, site } = runs('components/widgets/odds-ruler.ts');
  expect(site).toEqual({ widgets: ['odds-ruler'], chapters: [], exercises: [] });
  expect(tests).toEqual(
    expect.arrayContaining([
      'test/components/widgets/odds-ruler.test.ts',
      'test/components/widget/contract.test.ts',
      'test/content/pages.test.ts',
      'test/browser/hands.test.ts',
    ]),
  );
  for (const other of [
    'math/softmax',
    'components/widgets/simplex',
    'browser/interview',
    'browsers/promises',
    'content/subpath',
  ])
    expect(tests).not.toContain(`test/${other}.test.ts`);
});

it('follows what only widgets import to those widgets, and what others import to the whole site', () => {
  expect(runs('components/draw/half-plane.ts').site).toEqual({
    widgets: ['two-classes', 'two-outputs-or-one'],
    chapters: [],
    exercises: [],
  });
  for (const file of ['components/draw/marks.ts', 'components/live/interaction.ts', 'src/math/softmax.ts'])
    expect(runs(file).site, file).toBe('all');
});

it('goes over the page of a chapter or an exercise', () => {
  expect(runs('content/chapters/02-softmax.mdx').site).toMatchObject({ widgets: [], chapters: ['softmax'] });
  const { tests, site } = runs('content/exercises/write-softmax.mdx');
  expect(site).toMatchObject({ exercises: ['write-softmax'] });
  expect(tests).toEqual(expect.arrayContaining(['test/notebook/exercises.test.ts', 'test/browser/exercises.test.ts']));
});

it('lets a test that was changed go over everything, and no other test go', () => {
  expect(runs('test/browser/rooms.test.ts')).toEqual({ tests: ['test/browser/rooms.test.ts'], site: 'all' });
  expect(runs('test/components/widget/__snapshots__/simplex.txt').tests).toContain(
    'test/components/widget/contract.test.ts',
  );
});
