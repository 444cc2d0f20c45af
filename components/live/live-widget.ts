/**
 * The browser's only entry for widgets: <live-widget> waits for a hand (pointer, focus, touch) or an address that
 * carries its state, then loads the widget's code and hands over whatever was done meanwhile. Terms light up from
 * here, without that code.
 */
import { load } from '../dom/arrival.ts';
import { parseAddress } from '../widget/address.ts';
import type { Interaction } from './interaction.ts';

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

/** States of the address that are being taken up. */
const restoring: Promise<unknown>[] = [];

class LiveWidget extends HTMLElement {
  #interaction: Promise<Interaction> | undefined;
  #ready: Interaction | undefined;
  /** The wait of a hand, or an address, for the code; there is none before something waits. */
  #wait: Promise<void> | undefined;
  #waiting: { type: string; take: (interaction: Interaction) => void }[] = [];

  connectedCallback(): void {
    for (const field of this.querySelectorAll('[readonly]'))
      for (const name of ['readonly', 'tabindex']) field.removeAttribute(name);
    for (const type of ['pointerover', 'focusin'] as const) this.addEventListener(type, this.#wake);
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

  /** Gets the widget's code, once. */
  #get = (): Promise<Interaction> =>
    (this.#interaction ??= Promise.all([
      import('./interaction.ts'),
      import('./widget-code.ts').then(({ widgetCode }) => widgetCode(this.dataset.widget!)),
    ]).then(
      ([{ interact }, widget]) => (this.#ready = interact(this, widget)),
      (error) => {
        this.#interaction = undefined;
        this.#putBack();
        throw error;
      },
    ));

  /** Has something done now that the code is there, or as soon as it is, after all that waits already. */
  #when(type: string, take: (interaction: Interaction) => void): void {
    if (this.#ready && this.#waiting.length === 0) return take(this.#ready);
    // Of a drag that goes on while the code is on its way, the last place counts.
    if (type === 'pointermove' && this.#waiting.at(-1)?.type === type) this.#waiting.pop();
    this.#waiting.push({ type, take });
  }

  /** Loads the code for whatever waits. */
  #load(): Promise<void> {
    const notice = this.querySelector('[data-notice]')!;
    if (notice.querySelector('button')) {
      this.#putBack();
      notice.querySelector<HTMLButtonElement>('[name=again]')?.click();
    }
    return (this.#wait ??= load('This figure', this.#get, notice).then((interaction) => {
      for (const { take } of this.#waiting.splice(0)) take(interaction);
      return interaction.arriving;
    }));
  }

  /** Without the code a control shows what the figure shows; where a hand had moved it, that waits. */
  #putBack(): void {
    for (const input of this.querySelectorAll<HTMLInputElement>('[data-figure] input:not([data-typing]:focus)')) {
      input.value = input.defaultValue;
      input.checked = input.defaultChecked;
    }
  }

  /** The widget's code, once it was asked for: when it is here, what was done meanwhile has been taken up. */
  get awake(): Promise<unknown> | undefined {
    return this.arriving ?? this.#wait ?? this.#interaction;
  }

  /** What the last thing that was done waits for beyond the code. */
  get arriving(): Promise<void> | undefined {
    return this.#ready?.arriving;
  }

  /** Has the figure show what a step of a walk sets. */
  walk(set: string): void {
    void this.#get().then(
      (interaction) => interaction.walk(set),
      () => {},
    );
  }

  #wake = (event: Event): void => {
    if ((event.target as Element).closest('[data-figure]') && !this.#wait) void this.#get().catch(() => {});
  };

  #gesture = (event: Event): void => {
    const target = event.target as HTMLInputElement;
    if (!target.closest('[data-figure]') || target.closest('.arrival')) return;
    const touches = !/move|up|out|cancel/.test(event.type);
    if (!touches && !this.#ready && !this.#wait) return;
    const { value, checked } = target;
    this.#when(event.type, (interaction) => {
      // What it was changed to may have been put back since.
      if (/input|change/.test(event.type)) Object.assign(target, { value, checked });
      interaction.handle(event);
    });
    if (touches && !this.#ready) void this.#load();
  };

  /** Takes up the state that the address carries, if it carries any for this widget. */
  #restore = (): void => {
    const printed = parseAddress(location.hash).states.get(this.id);
    if (!printed) {
      // An address that carries nothing for this widget has nothing wrong with it.
      if (this.#ready) this.querySelector('[data-notice]')!.textContent = '';
      return;
    }
    this.#when('', (interaction) => interaction.restore(printed));
    if (!this.#ready) restoring.push(this.#load());
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
  const isMissing = (id: string) => id !== '' && !document.getElementById(id);
  if ([anchor, ...states.keys()].some(isMissing)) void import('./missing-places.ts').catch(() => {});
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
