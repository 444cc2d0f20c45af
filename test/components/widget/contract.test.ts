import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { encodeValue, parseAddress, parseParams, printAddress } from '../../../components/widget/address.ts';
import { checkMarks } from '../../../components/render/known-names.ts';
import { prerender, widgets } from '../../../components/render/prerender.ts';
import { render } from '../../../components/render/render.ts';
import type { AnyWidget, Params } from '../../../components/widget/contract.ts';
import { sentenceText } from '../../../components/widget/sentence.ts';
import {
  authorOf,
  namesOf,
  printParams,
  readParams,
  settle,
  startOf,
  stateOf,
  slotText,
} from '../../../components/widget/state.ts';
import { isTouched } from '../../touched.ts';
import { paramsOf } from './arbitrary.ts';
import { valuesOf } from './values.ts';

/** A figure on a document of its own. */
function stage(): Element {
  const { document } = parseHTML('<!doctype html><html><body><figure data-figure></figure></body></html>');
  return document.body as unknown as Element;
}

const print = (w: AnyWidget, params: Record<string, unknown>): string =>
  printParams(w, params, authorOf(w))
    .map((pair) => pair.join('='))
    .join('&');

describe.each([...widgets].filter(([name]) => isTouched(name)))('%s', (name, w) => {
  const ends = ['min', 'max'] as const;
  const at = (end: (typeof ends)[number]) =>
    settle(w, Object.fromEntries(Object.entries(w.params as Params).map(([param, kind]) => [param, kind.range[end]])));

  it('says what it is, in one line', () => {
    expect(w.title).not.toBe('');
    expect(w.about).not.toMatch(/\n/);
  });

  it('shows the values that were looked at: in words, controls, tables and marks, and in words at both ends', async () => {
    const root = stage();
    render(root, w, authorOf(w), { id: name });
    const words = (params: Record<string, unknown>) => {
      const state = stateOf(w, params);
      const slots = namesOf(w, state).slots.filter((slot) => ['number', 'string'].includes(typeof state[slot]));
      return [
        ...Object.entries(w.params as Params).map(([param, kind]) => `${param}: ${kind.print(params[param])}`),
        ...slots.map((slot) => `${slot} = ${slotText(w, slot, state[slot])}`),
        sentenceText(w.say(state)),
      ];
    };
    const lines = [...valuesOf(root), ...ends.flatMap((end) => ['', `at ${end}`, ...words(at(end))])];
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`__snapshots__/${name}.txt`);
  });

  it('renders at both ends of its range', () => {
    for (const end of ends) expect(() => render(stage(), w, at(end), { id: name })).not.toThrow();
  });

  it('has no history: any way to the same parameters shows the same picture', () => {
    fc.assert(
      fc.property(fc.array(paramsOf(w), { minLength: 1, maxLength: 3 }), paramsOf(w), (ways, last) => {
        const wandering = stage();
        for (const params of ways) render(wandering, w, params, { id: name });
        render(wandering, w, last, { id: name });
        const fresh = stage();
        render(fresh, w, last, { id: name });
        expect(wandering.innerHTML).toBe(fresh.innerHTML);
      }),
      { numRuns: 15 },
    );
  });

  it('goes into an address and comes back the same', () => {
    fc.assert(
      fc.property(paramsOf(w), (params) => {
        const printed = printAddress({ anchor: 'here', states: new Map([['w', printParams(w, params, authorOf(w))]]) });
        expect(decodeURI(encodeURI(printed))).toBe(printed);
        const { anchor, states } = parseAddress(`#${printed}`);
        const { params: back, problems } = readParams(w, states.get('w') ?? [], authorOf(w));
        expect(anchor).toBe('here');
        expect(problems).toEqual([]);
        expect(back).toEqual(params);
      }),
      { numRuns: 60 },
    );
  });

  it('survives whatever an address may hold, and keeps what it can read', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(w.params), 'nonsense'),
        fc.string({ unit: 'binary', maxLength: 60 }),
        (param, junk) => {
          const { params } = readParams(w, parseParams(`${param}=${encodeValue(junk)}`), authorOf(w));
          expect(() => w.say(stateOf(w, params))).not.toThrow();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('speaks a whole sentence, with every slot slotText, for any parameters', () => {
    fc.assert(
      fc.property(paramsOf(w), (params) => {
        const state = stateOf(w, params);
        const sentence = sentenceText(w.say(state));
        expect(sentence).toMatch(/^\S[\s\S]*[.!?]$/);
        expect(sentence).not.toMatch(/undefined|\[object/);
        for (const slot of namesOf(w, state).slots) {
          if (typeof state[slot] === 'number') expect(slotText(w, slot, state[slot])).toMatch(/^[^-]+$/);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('marks only terms that it has, for any parameters', () => {
    fc.assert(
      fc.property(paramsOf(w), (params) => {
        const root = stage();
        render(root, w, params, { id: name, variant: 'wide' });
        checkMarks(name, w, { root, state: stateOf(w, params) });
      }),
      { numRuns: 10 },
    );
  });

  it('does what its actions say without touching the parameters that it was given', () => {
    fc.assert(
      fc.property(paramsOf(w), (params) => {
        for (const action of Object.values(w.actions ?? {}) as {
          do: (p: unknown, v: unknown) => Record<string, unknown>;
        }[]) {
          const before = print(w, params);
          const after = settle(w, action.do(params, w.values(params)));
          expect(print(w, params)).toBe(before);
          expect(() => stateOf(w, after)).not.toThrow();
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is refused with the known names when a chapter asks for what it does not have', () => {
    expect(() => startOf(w, 'nothing=1')).toThrow(/no such parameter; expected one of/);
    for (const html of [
      '<span data-slot="nothing"></span>',
      '<span data-each="nothing"></span>',
      '<b data-term="nothing"></b>',
    ]) {
      expect(() => prerender(name, 'w', '', html)).toThrow(/no (slot|list|term) nothing; expected (one of|none)/);
    }
  });
});

it('a widget that is not there is refused with the names of those that are', () => {
  expect(() => prerender('nothing', 'w', '', '')).toThrow(/no such widget: nothing; expected one of .*sigmoid-curve/);
});
