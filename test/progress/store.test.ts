import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noCards } from '../../src/progress/cards.ts';
import {
  placeOfCode,
  addAttempts,
  merge,
  mostAttempts,
  nothing,
  parseProgress,
  type Progress,
} from '../../src/progress/progress.ts';
import { languages } from '../../src/languages.ts';
import { key, openStore } from '../../src/progress/store.ts';

/** A storage like a browser's, which two tabs may share. */
function storage(entries: Record<string, string> = {}) {
  const kept = new Map(Object.entries(entries));
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
  };
}

const name = fc.stringMatching(/^[a-z#/-]{1,8}$/);
const whole: fc.Arbitrary<Progress> = fc.record({
  version: fc.constant(3 as const),
  exercises: fc.dictionary(
    name,
    fc.record({ state: fc.constantFrom('tried' as const, 'done' as const), at: fc.nat() }),
  ),
  cells: fc.dictionary(
    name,
    fc.record({ code: fc.string(), from: fc.string(), own: fc.string() }, { requiredKeys: ['code', 'from'] }),
  ),
  cards: fc.constant(noCards()),
  rooms: fc.dictionary(
    name,
    fc.record({ at: fc.nat(), state: fc.jsonValue().map((x) => JSON.parse(JSON.stringify(x))) }),
  ),
  attempts: fc
    .array(
      fc.record(
        {
          exercise: name,
          at: fc.nat(),
          verdict: fc.constantFrom('right' as const, 'wrong' as const, 'open' as const),
          hints: fc.nat(9),
          language: fc.constant('python'),
        },
        { requiredKeys: ['exercise', 'at', 'verdict', 'hints'] },
      ),
    )
    .map((all) => addAttempts([], all)),
});
const progress: fc.Arbitrary<Progress> = fc
  .tuple(whole, fc.constantFrom(undefined, ...languages))
  .map(([record, language]) => ({ ...record, ...(language && { language }) }));

const did =
  (exercise: string, state: 'tried' | 'done') =>
  (now: Progress): Progress => ({
    ...now,
    exercises: { ...now.exercises, [exercise]: { state, at: 1 } },
  });

describe('the record', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(progress, (record) => {
        expect(parseProgress(JSON.stringify(record))).toEqual({ progress: record, lost: [] });
      }),
    );
  });

  it('is kept by two tabs at once without either overwriting the other', () => {
    const shared = storage();
    const [one, two] = [openStore(shared), openStore(shared)];
    one.update(did('a', 'done'));
    two.update(did('b', 'tried'));
    one.update(did('c', 'done'));
    for (const tab of [one, two]) expect(Object.keys(tab.read().exercises).sort()).toEqual(['a', 'b', 'c']);
  });

  it('lives as long as the page where nothing can be kept, and says so', () => {
    const store = openStore(undefined);
    store.update(did('a', 'done'));
    expect(store.read().exercises['a']?.state).toBe('done');
    expect(store.problem()).toMatch(/keeps nothing/);
  });

  it('goes on when the storage is full, and says so', () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    const store = openStore(full);
    store.update(did('a', 'done'));
    expect(store.read().exercises['a']?.state).toBe('done');
    expect(store.problem()).toMatch(/full or closed/);
  });

  it('forgets nothing while the page is open when the storage fills up under it', () => {
    const shared = storage();
    const store = openStore(shared);
    store.update(did('a', 'done'));
    shared.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    store.update(did('b', 'done'));
    store.update(did('c', 'done'));
    expect(Object.keys(store.read().exercises)).toEqual(['a', 'b', 'c']);
  });

  it('is taken up from an older version', () => {
    const old = storage({ [key]: '{"version":1,"exercises":{"a":{"state":"done","at":1}},"cells":{}}' });
    expect(openStore(old).read()).toEqual({ ...nothing(), exercises: { a: { state: 'done', at: 1 } } });
  });

  it('goes on when what was kept is corrupt or newer, and sets that aside before it writes', () => {
    const corrupt = storage({ [key]: '{"version":1,' });
    const store = openStore(corrupt);
    expect(store.read()).toEqual(nothing());
    expect(corrupt.kept.get(key)).toBe('{"version":1,');
    expect(store.problem()).toMatch(/could not be read/);
    store.update(did('a', 'done'));
    expect(openStore(corrupt).read().exercises['a']?.state).toBe('done');
    expect([...corrupt.kept.values()]).toContain('{"version":1,');
  });

  it('gives up a field that is not right, says so, and sets a copy of the whole aside before it writes', () => {
    const text = JSON.stringify({
      ...nothing(),
      exercises: { a: { state: 'done', at: 1 }, b: { state: 'won', at: 1 } },
    });
    const shared = storage({ [key]: text });
    const store = openStore(shared);
    expect(store.read().exercises).toEqual({ a: { state: 'done', at: 1 } });
    expect(store.problem()).toMatch(/exercises\.b/);
    store.update(did('c', 'done'));
    expect(Object.keys(openStore(shared).read().exercises)).toEqual(['a', 'c']);
    expect([...shared.kept.values()]).toContain(text);
  });

  it('knows whether it keeps', () => {
    expect(openStore(storage()).keeps()).toBe(true);
    expect(openStore(undefined).keeps()).toBe(false);
  });

  it('keeps the latest attempts, in order and none twice, and no more than there is room for', () => {
    const attempt = (at: number) => ({ exercise: 'a', at, verdict: 'wrong' as const, hints: 0 });
    const many = Array.from({ length: mostAttempts + 20 }, (_, i) => attempt(i));
    const kept = addAttempts(many.slice(300), [...many.slice(0, 400), attempt(310)]);
    expect(kept).toEqual(many.slice(-mostAttempts));
  });
});

describe('a file that is brought in', () => {
  it.each([
    ['another program’s JSON', '{"name":"package","version":"1.0.0"}', /version/],
    ['half a file', '{"version":1,"exercises":{"a":{"sta', /half of it/],
    ['not JSON', 'hello', /not JSON/],
    ['a list', '[]', /expected an object/],
    ['a newer version', '{"version":4,"exercises":{},"cells":{}}', /version 4/],
    ['a version that is none', '{"version":0.5,"exercises":{},"cells":{}}', /version 0\.5/],
    ['50 MB', ' '.repeat(50_000_000), /at most/],
  ])('is refused with a reason: %s', (_, text, reason) => {
    expect(() => parseProgress(text)).toThrow(reason);
  });

  it.each([
    ['a wrong state', { exercises: { a: { state: 'won', at: 1 } } }, ['exercises.a']],
    ['a time that is none', { exercises: { a: { state: 'done', at: 'now' } } }, ['exercises.a']],
    ['code that is none', { cells: { a: { code: 1, from: '' } } }, ['cells.a']],
    ['no exercises', { exercises: undefined }, ['exercises']],
    ['cells that are none', { cells: 'all' }, ['cells']],
    ['a place that is none', { last: { path: 1 } }, ['last']],
    ['cards that are none', { cards: 7 }, ['cards.reviews', 'cards.settings']],
    ['a room without a time', { rooms: { mock: { state: 1 } } }, ['rooms.mock']],
    ['a language that there is not', { language: 'pascal' }, ['language']],
    ['an attempt of no exercise', { attempts: [{ at: 1, verdict: 'right', hints: 0 }] }, ['attempts.0']],
    ['attempts that are none', { attempts: null }, ['attempts']],
  ])('loses only what is not right: %s', (_, wrong, fields) => {
    const right = {
      ...nothing(),
      exercises: { good: { state: 'done', at: 1 } },
      cells: { good: { code: 'x', from: '' } },
    };
    const one = Object.fromEntries(
      Object.entries(wrong).map(([field, value]) => {
        const whole = right[field as keyof typeof right];
        const adds =
          value !== null && typeof value === 'object' && !Array.isArray(value) && field !== 'last' && field in right;
        return [field, adds ? { ...(whole as object), ...value } : value];
      }),
    );
    const { progress, lost } = parseProgress(JSON.stringify({ ...right, ...one }));
    expect(lost).toEqual(fields);
    if (!fields.includes('exercises')) expect(progress.exercises).toEqual(right.exercises);
    if (!fields.includes('cells')) expect(progress.cells).toEqual(right.cells);
  });

  it.each([
    '//example.org/',
    '/\t/example.org/x',
    '/\n/example.org',
    '/\\example.org',
    '\\\\example.org',
    'javascript:alert(1)',
    'https://example.org/',
    'data:text/html,x',
    'http:example.org',
  ])('leads to no other site: %j', (path) => {
    const text = JSON.stringify({ ...nothing(), last: { path, title: 'Here', at: 1 } });
    expect(parseProgress(text)).toEqual({ progress: nothing(), lost: ['last'] });
  });

  it('leads to the place on this site that it names', () => {
    const last = { path: '/course/softmax/#shift', title: 'Softmax: shift', at: 1 };
    expect(parseProgress(JSON.stringify({ ...nothing(), last })).progress.last).toEqual(last);
  });

  it.each([1, 2])('of version %i is taken up whole, and what is done stays done', (version) => {
    const text = readFileSync(new URL(`fixtures/version-${version}.json`, import.meta.url), 'utf8');
    const old = JSON.parse(text);
    const { progress, lost } = parseProgress(text);
    expect(lost).toEqual([]);
    expect(progress).toEqual({ ...nothing(), ...old, version: 3 });
    expect(parseProgress(JSON.stringify(progress))).toEqual({ progress, lost: [] });
  });

  it('keeps the code of an exercise by language; where it was kept before there were two, it is TypeScript', () => {
    expect(languages.map((language) => placeOfCode('write-softmax', language))).toEqual([
      'exercise:write-softmax',
      'exercise:write-softmax/python',
    ]);
  });

  it('cannot reach prototypes', () => {
    const text =
      '{"version":1,"exercises":{"__proto__":{"state":"done","at":1}},"cells":{"__proto__":{"code":"x","from":""}}}';
    const record = parseProgress(text).progress;
    expect(Object.keys(record.exercises)).toEqual([]);
    expect(({} as Record<string, unknown>)['state']).toBeUndefined();
    expect(Object.getPrototypeOf(record.exercises)).toBe(Object.prototype);
  });

  it('only adds: what is done stays done, and the reader’s own code stays', () => {
    fc.assert(
      fc.property(progress, progress, (ours, theirs) => {
        const both = merge(ours, theirs);
        for (const [id, one] of [...Object.entries(ours.exercises), ...Object.entries(theirs.exercises)]) {
          if (one.state === 'done') expect(both.exercises[id]?.state).toBe('done');
          expect(both.exercises[id]).toBeDefined();
        }
        for (const [id, edit] of Object.entries(ours.cells)) expect(both.cells[id]).toEqual(edit);
        expect(merge(both, theirs)).toEqual(both);
      }),
    );
  });
});
