/**
 * The browser's only entry for widgets: <live-widget> waits for a hand (pointer, focus, touch) or an address that
 * carries its state, then loads the widget's code and hands over whatever was done meanwhile. Terms light up from
 * here, without that code.
 */
import { parseAddress } from '../widget/address.ts';
import type { Interaction } from './interaction.ts';
import type { AnyWidget } from '../widget/contract.ts';

const widgets = import.meta.glob<AnyWidget>('../widgets/*.ts', { import: 'default' });

/** Everything a reader can do to a widget. */
const gestures = [
  'input',
  'change',
  'click',
  'keydown',
  'focusout',
  'pointerdown',
  'pointermove',
  'pointerup',
  'pointercancel',
] as const;
const wakers = ['pointerover', 'pointerdown', 'focusin', 'touchstart'] as const;

/** States of the address that are being taken up. */
const restoring: Promise<void>[] = [];

class LiveWidget extends HTMLElement {
  #interaction: Promise<Interaction> | undefined;
  #ready: Interaction | undefined;
  #waiting: Event[] = [];

  connectedCallback(): void {
    for (const type of wakers) this.addEventListener(type, this.#wake, { passive: true });
    for (const type of gestures) this.addEventListener(type, this.#gesture);
    for (const type of ['pointerover', 'focusin'] as const) this.addEventListener(type, this.#light);
    for (const type of ['pointerout', 'focusout'] as const) this.addEventListener(type, this.#light);
    addEventListener('pointerdown', this.#fade);
    addEventListener('hashchange', this.#restore);
    this.#restore();
  }

  disconnectedCallback(): void {
    removeEventListener('pointerdown', this.#fade);
    removeEventListener('hashchange', this.#restore);
  }

  /** Loads the widget's code, once. */
  #load(): Promise<Interaction> {
    this.#interaction ??= Promise.all([
      import('./interaction.ts'),
      widgets[`../widgets/${this.dataset.widget}.ts`]!(),
    ]).then(([{ interact }, widget]) => {
      this.#ready = interact(this, widget);
      this.#notice('');
      for (const event of this.#waiting.splice(0)) this.#ready.handle(event);
      return this.#ready;
    });
    this.#interaction.catch(() => {
      // Offline, or a file that went away with a new deployment: the page stays as it is, and the next touch tries again.
      this.#interaction = undefined;
      this.#waiting = [];
      this.#notice('This figure could not be loaded. Check the connection and touch it again, or reload the page.');
    });
    return this.#interaction;
  }

  /** The widget's code, once it was asked for: when it is here, what was done meanwhile has been taken up. */
  get awake(): Promise<unknown> | undefined {
    return this.#interaction;
  }

  #notice(text: string): void {
    const notice = this.querySelector('[data-notice]');
    if (notice && notice.textContent !== text) notice.textContent = text;
  }

  #wake = (event: Event): void => {
    if (!(event.target as Element).closest('[data-figure]')) return;
    for (const type of wakers) this.removeEventListener(type, this.#wake);
    void this.#load().catch(() => this.connectedCallback());
  };

  #gesture = (event: Event): void => {
    if (!(event.target as Element).closest('[data-figure]')) return;
    if (this.#ready) return this.#ready.handle(event);
    // Of a drag that goes on while the code is on its way, the last place counts.
    if (event.type === 'pointermove' && this.#waiting.at(-1)?.type === 'pointermove') this.#waiting.pop();
    this.#waiting.push(event);
  };

  /** Takes up the state that the address carries, if it carries any for this widget. */
  #restore = (): void => {
    const printed = parseAddress(location.hash).states.get(this.id);
    // An address that carries nothing for this widget has nothing wrong with it.
    if (!printed) return this.#ready && this.#notice('');
    restoring.push(
      this.#load().then(
        (interaction) => interaction.restore(printed),
        () => {},
      ),
    );
  };

  #dim(): void {
    for (const element of this.querySelectorAll('.lit')) element.classList.remove('lit');
  }

  /** A touch elsewhere ends what an earlier one lit. */
  #fade = (event: Event): void => {
    if (!this.contains(event.target as Node)) this.#dim();
  };

  /** Lights the term under the pointer or focus, or that of its control, everywhere in this Live. */
  #light = (event: Event): void => {
    // A finger is gone at once: what it lit stays until the next touch.
    if (event.type === 'pointerout' && (event as PointerEvent).pointerType === 'touch') return;
    const lit = event.type === 'pointerover' || event.type === 'focusin';
    const at = event.target as Element;
    const term =
      at.closest('[data-term]')?.getAttribute('data-term') ?? at.closest('[data-param]')?.getAttribute('data-param');
    this.#dim();
    if (!lit || !term) return;
    for (const element of this.querySelectorAll('[data-term]')) {
      if (term.split(' ').some((name) => element.getAttribute('data-term')!.split(' ').includes(name)))
        element.classList.add('lit');
    }
  };
}

/**
 * Goes to the anchor of an address, which the browser finds only where no state stands beside it; and once more when
 * the figures before it have taken up theirs, unless the reader has moved on.
 */
function goToAnchor(): void {
  const { anchor, states } = parseAddress(location.hash);
  const named = states.size > 0 && anchor !== '' ? document.getElementById(anchor) : null;
  const target = named?.querySelector('[data-figure]') ?? named;
  if (!target) return;
  const go = () => target.scrollIntoView({ behavior: 'instant' });
  go();
  const there = scrollY;
  void Promise.all(restoring.splice(0)).then(() => scrollY === there && go());
}

customElements.define('live-widget', LiveWidget);
goToAnchor();
addEventListener('hashchange', goToAnchor);
