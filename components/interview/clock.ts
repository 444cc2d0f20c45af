/** A clock that can be paused; it counts time that passes, so it doesn't mind when the machine's clock is set. */
export class Clock {
  #spent: number;
  #since: number | undefined;
  #timer = 0;

  readonly #tick: (spent: number) => void;

  /** @param spent milliseconds that it has run before */
  constructor(tick: (spent: number) => void, spent = 0) {
    this.#tick = tick;
    this.#spent = spent;
  }

  get spent(): number {
    return this.#spent + (this.#since === undefined ? 0 : performance.now() - this.#since);
  }

  get running(): boolean {
    return this.#since !== undefined;
  }

  start(): void {
    this.#since ??= performance.now();
    clearInterval(this.#timer);
    this.#timer = window.setInterval(() => this.#tick(this.spent), 250);
    this.#tick(this.spent);
  }

  stop(): void {
    this.#spent = this.spent;
    this.#since = undefined;
    clearInterval(this.#timer);
    this.#tick(this.#spent);
  }
}

/** Milliseconds as minutes and seconds; before zero with a minus sign. */
export function clockText(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const sign = ms < 0 && seconds > 0 ? '−' : '';
  return `${sign}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
