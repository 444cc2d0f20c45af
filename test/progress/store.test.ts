import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noCards } from '../../src/progress/cards.ts';
import { key, merge, nothing, openStore, parseProgress, type Progress } from '../../src/progress/store.ts';

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
const progress: fc.Arbitrary<Progress> = fc.record({
  version: fc.constant(2 as const),
  exercises: fc.dictionary(
    name,
    fc.record({ state: fc.constantFrom('tried' as const, 'done' as const), at: fc.nat() }),
  ),
  cells: fc.dictionary(
    name,
    fc.record({ code: fc.string(), from: fc.string(), own: fc.string() }, { requiredKeys: ['code', 'from'] }),
  ),
  cards: fc.constant(noCards()),
});

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
        expect(parseProgress(JSON.stringify(record))).toEqual(record);
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
});

describe('a file that is brought in', () => {
  it.each([
    ['another program’s JSON', '{"name":"package","version":"1.0.0"}', /version/],
    ['half a file', '{"version":1,"exercises":{"a":{"sta', /half of it/],
    ['not JSON', 'hello', /not JSON/],
    ['a list', '[]', /expected an object/],
    ['a newer version', '{"version":3,"exercises":{},"cells":{}}', /version 3/],
    ['a version that is none', '{"version":0.5,"exercises":{},"cells":{}}', /version 0\.5/],
    ['a wrong state', '{"version":1,"exercises":{"a":{"state":"won","at":1}},"cells":{}}', /exercises\.a/],
    ['a time that is none', '{"version":1,"exercises":{"a":{"state":"done","at":"now"}},"cells":{}}', /exercises\.a/],
    ['code that is none', '{"version":1,"exercises":{},"cells":{"a":{"code":1,"from":""}}}', /cells\.a/],
    ['no exercises', '{"version":1,"cells":{}}', /exercises/],
    ['a place that is none', '{"version":1,"exercises":{},"cells":{},"last":{"path":1}}', /last/],
    [
      'a place on no page of ours',
      '{"version":1,"exercises":{},"cells":{},"last":{"path":"javascript:alert(1)","title":"x","at":1}}',
      /last/,
    ],
    [
      'a place on another site',
      '{"version":1,"exercises":{},"cells":{},"last":{"path":"//example.org/","title":"x","at":1}}',
      /last/,
    ],
    ['50 MB', ' '.repeat(50_000_000), /at most/],
  ])('is refused with a reason: %s', (_, text, reason) => {
    expect(() => parseProgress(text)).toThrow(reason);
  });

  it('cannot reach prototypes', () => {
    const text =
      '{"version":1,"exercises":{"__proto__":{"state":"done","at":1}},"cells":{"__proto__":{"code":"x","from":""}}}';
    const record = parseProgress(text);
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
