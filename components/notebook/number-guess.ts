/** <number-guess>: compares an estimate with the answer, and opens the explanation. */
import { parseNumber, Unreadable } from '../widget/numbers.ts';

class NumberGuess extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('form')!.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#check();
    });
  }

  #check(): void {
    const input = this.querySelector('input')!;
    const verdict = this.querySelector('.verdict')!;
    const { answer, shown, within } = this.dataset;
    const right = Number(answer);
    try {
      const off = parseNumber(input.value) - right;
      input.removeAttribute('aria-invalid');
      const close = Math.abs(off) <= Number(within);
      verdict.textContent = `You said ${input.value.trim()}: ${close ? 'close' : off > 0 ? 'too high' : 'too low'}. It is ${shown}.`;
      verdict.classList.toggle('close', close);
      this.dispatchEvent(new CustomEvent('guess', { bubbles: true, detail: close }));
      this.querySelector('details')!.open = true;
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      input.setAttribute('aria-invalid', 'true');
      verdict.textContent = error.message;
    }
  }
}

customElements.define('number-guess', NumberGuess);
