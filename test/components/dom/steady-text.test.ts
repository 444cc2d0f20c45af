/** Rooms: what a text that changes under a hand stands in, and that nothing of it is left to see when the hand rests. */
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { content } from '../../../components/dom/elements.ts';
import { widgets } from '../../../components/render/prerender.ts';
import { render } from '../../../components/render/render.ts';
import { placeFor, type InputPhase } from '../../../components/dom/steady-text.ts';
import { authorOf } from '../../../components/widget/state.ts';
import { isTouched } from '../../touched.ts';
import { paramsOf } from '../widget/arbitrary.ts';

/** An element on a document of its own. */
function host(): Element {
  const { document } = parseHTML('<!doctype html><html><body><span>0.5</span></body></html>');
  return document.querySelector('span') as unknown as Element;
}

const write = (element: Element, text: string, phase: InputPhase) => content(placeFor(element, text, phase), text);
const roomOf = (element: Element) => element.querySelector('.room')?.getAttribute('data-room');

describe('a room', () => {
  it('is not there at build', () => {
    const element = host();
    write(element, '0.25', undefined);
    expect(element.innerHTML).toBe('0.25');
  });

  it('is as wide as its text at rest, digits all alike', () => {
    const element = host();
    write(element, '−1.25', 'rests');
    expect(element.textContent).toBe('−1.25');
    expect(roomOf(element)).toBe('−0.00');
  });

  it('grows and does not shrink under a hand, and keeps the text right', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeNat().map(String), { minLength: 1 }), (texts) => {
        const element = host();
        let widest = 0;
        for (const text of texts) {
          write(element, text, 'moves');
          widest = Math.max(widest, text.length);
          expect(element.textContent).toBe(text);
          expect(roomOf(element)).toBe('0'.repeat(widest));
        }
      }),
    );
  });

  it('gives back under a hand what is more than its slack', () => {
    const element = host();
    const tight = (text: string) => content(placeFor(element, text, 'moves', 1), text);
    tight('−0.37');
    tight('0.7');
    expect(roomOf(element)).toBe('0.0');
    tight('0.70');
    tight('0.7');
    expect(roomOf(element)).toBe('0.00');
  });

  it('stays as it is where only digits change', () => {
    const element = host();
    write(element, '0.731', 'moves');
    const [place, ink] = element.querySelectorAll('span');
    write(element, '0.259', 'moves');
    expect([...element.querySelectorAll('span')]).toEqual([place, ink]);
    expect(roomOf(element)).toBe('0.000');
  });

  it('has no words to hold, and is gone at rest', () => {
    const element = host();
    write(element, '0.731', 'moves');
    write(element, '', 'moves');
    expect(element.textContent).toBe('');
    expect(roomOf(element)).toBe('0.000');
    write(element, '', 'rests');
    expect(element.innerHTML).toBe('');
  });
});

describe.each([...widgets].filter(([name]) => isTouched(name)))('%s', (name, w) => {
  it('comes to rest the same after any way under a hand', () => {
    const stage = () => {
      const { document } = parseHTML('<!doctype html><html><body><figure data-figure></figure></body></html>');
      const root = document.body as unknown as Element;
      const show = (params: Record<string, any>, phase: InputPhase) =>
        render(root, w, params, { id: name, variant: 'wide', phase });
      render(root, w, authorOf(w), { id: name });
      return { root, show };
    };
    fc.assert(
      fc.property(fc.array(paramsOf(w), { minLength: 1, maxLength: 3 }), paramsOf(w), (ways, last) => {
        const wandering = stage();
        for (const params of ways) wandering.show(params, 'moves');
        wandering.show(last, 'moves');
        const moving = wandering.root.textContent;
        wandering.show(last, 'rests');
        const fresh = stage();
        fresh.show(last, 'rests');
        expect(moving, 'what is read does not wait').toBe(fresh.root.textContent);
        expect(wandering.root.innerHTML).toBe(fresh.root.innerHTML);
      }),
      { numRuns: 10 },
    );
  });
});
