/** <mock-interview>: shows a session, hands it what the reader does, and keeps it. */
import { load } from '../dom/arrival.ts';
import { h } from '../dom/elements.ts';
import { plural } from '../widget/words.ts';
import { Clock, clockText } from './clock.ts';
import { fetchDeck, keepRoom, lay, roomOf, store, type Card } from './deck.ts';
import { beside, replyTo, reportOf } from './report.ts';
import * as session from './session.ts';
import type { Grade, Session } from './session.ts';

/** What the record keeps it under. */
const room = 'mock';

/** Milliseconds between two times that a running clock is kept. */
const keepEvery = 5000;

/** The most letters that an answer may have. */
const longest = 5000;

/** What the record has of it, with when it was written: also who only takes over leaves a mark. */
const keptNow = (): string => JSON.stringify(store.read().rooms[room]);

/** What has the focus when a step is shown. */
const first = { question: '.asked', answer: '.body', 'follow-up': '.asked', reply: '[name=grade]' } as const;

class MockInterview extends HTMLElement {
  #deck: Card[] = [];
  #coming: Promise<void> | undefined;
  /** The session that runs, or has ended and is reported. */
  #session: Session | undefined;
  #clock = new Clock(() => {});
  #keptAt = 0;
  /** What this tab last kept. */
  #written = '';
  /** Whether the session has gone on in another tab. */
  #elsewhere = false;

  connectedCallback(): void {
    const form = this.querySelector('form')!;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#begin();
    });
    form.addEventListener('change', () => {
      if (this.#deck.length > 0) this.#fit();
    });
    this.addEventListener('click', (event) => {
      const what = (event.target as Element).closest<HTMLElement>('[data-do]')?.dataset['do'];
      if (what && this.#elsewhere) this.#takeOver();
      else if (what === 'next') this.#next();
      else if (what === 'pause') this.#pause();
      else if (what === 'end') this.#become(session.end(this.#session!));
      else if (what === 'overtime') this.#keepGoing();
      else if (what === 'resume') this.#resume();
      else if (what === 'again') this.#again();
    });
    this.addEventListener('input', ({ target }) => this.#take(target as HTMLInputElement | HTMLTextAreaElement));
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || this.#stage !== 'interview') return;
      event.preventDefault();
      if (this.#elsewhere) this.#takeOver();
      else this.#next();
    });
    addEventListener('storage', () => this.#notice());
    // Who leaves the page pauses: the last seconds are kept, and the time elsewhere doesn't count.
    addEventListener('pagehide', () => {
      if (this.#clock.running) this.#pause();
    });
    this.#coming = this.#open();
  }

  disconnectedCallback(): void {
    this.#clock.stop();
  }

  async #open(): Promise<void> {
    this.#deck = await load('The deck', () => fetchDeck(this.dataset['deck']!), this.#find('[data-setup]'));
    this.#fit();
    this.#offer();
  }

  get #stage(): string {
    return this.querySelector<HTMLElement>('[data-stage]:not([hidden])')!.dataset['stage']!;
  }

  #show(stage: string): void {
    for (const one of this.querySelectorAll<HTMLElement>('[data-stage]')) one.hidden = one.dataset['stage'] !== stage;
    scrollTo({ top: 0, behavior: 'instant' });
  }

  #find(selector: string): HTMLElement {
    return this.querySelector<HTMLElement>(selector)!;
  }

  #say(text: string): void {
    this.#find('[data-setup]').textContent = text;
  }

  #choice(): session.Choice {
    const chosen = (name: string) =>
      [...this.querySelectorAll<HTMLInputElement>(`[name=${name}]:checked`)].map(({ value }) => value);
    return { levels: chosen('level'), topics: chosen('topic'), minutes: Number(chosen('minutes')[0]) };
  }

  /** Says what the choice comes to. */
  #fit(): void {
    const choice = this.#choice();
    const fit = session.fitting(this.#deck, choice).length;
    this.#say(
      fit === 0
        ? 'No question fits. Choose a level and a topic.'
        : `${plural(fit, 'question')} to choose from; time for about ${session.timeFor(fit, choice.minutes)}.`,
    );
  }

  /** Offers the interview that was kept; one that can't be read is let go. */
  #offer(): void {
    const kept = roomOf(room);
    if (kept === undefined) return;
    try {
      this.#session = session.readSession(kept, this.#deck);
    } catch (error) {
      keepRoom(room, undefined);
      return this.#say(
        `An interview was under way here, but it can’t be read anymore (${(error as Error).message}). Please begin a new one.`,
      );
    }
    const { asked, minutes, over } = this.#session;
    const time = clockText(session.spentOf(this.#session));
    this.#find('[data-kept]').textContent = over
      ? `Your last interview took ${time}, with ${plural(asked.length, 'question')}.`
      : `You are ${time} into an interview of ${plural(minutes, 'minute')}, at question ${asked.length}.`;
    this.#find('[data-do=resume]').textContent = over ? 'See its report' : 'Resume';
    this.#show('kept');
  }

  #begin(): void {
    // Who was quicker than the deck waits for it, unless it brings back an interview to resume.
    if (this.#deck.length === 0)
      return void this.#coming!.then(() => {
        if (this.#stage === 'setup') this.#begin();
      });
    if (session.fitting(this.#deck, this.#choice()).length === 0) return this.#fit();
    this.#session = session.begin(this.#deck, this.#choice(), Math.random);
    this.#resume();
  }

  #resume(): void {
    const spent = session.spentOf(this.#session!);
    this.#clock = new Clock((now) => this.#tick(now), spent);
    if (!this.#session!.over) {
      this.#show('interview');
      this.#clock.start();
    }
    this.#lay();
  }

  /** Lets the session go, and asks what to do next. */
  #again(): void {
    this.#session = undefined;
    keepRoom(room, undefined);
    this.#fit();
    this.#show('setup');
    this.#find('form input').focus({ preventScroll: true });
  }

  /** Stops when the session goes on in another tab: of two that go on, the last to write would have it. */
  #notice(): void {
    if (this.#stage !== 'interview' || this.#elsewhere || keptNow() === this.#written) return;
    this.#elsewhere = true;
    this.#clock.stop();
    this.#find('[data-table]').inert = true;
    this.#find('[data-problem]').textContent =
      'This interview has gone on in another tab. Resume takes it over as it stands there.';
  }

  /** Goes on with what the other tab has kept. */
  #takeOver(): void {
    this.#elsewhere = false;
    this.#find('[data-table]').inert = false;
    const kept = roomOf(room);
    if (kept === undefined) return this.#again();
    this.#session = session.readSession(kept, this.#deck);
    this.#resume();
  }

  #keep(): void {
    keepRoom(room, this.#session);
    this.#written = keptNow();
    this.#keptAt = this.#clock.spent;
    this.#find('[data-problem]').textContent = store.problem() ?? '';
  }

  #tick(spent: number): void {
    this.#session = session.tick(this.#session!, spent);
    const left = this.#session.minutes * 60_000 - session.spentOf(this.#session);
    this.#find('[data-clock]').textContent = clockText(left);
    this.#find('[data-clock]').toggleAttribute('data-over', left < 0);
    const { running } = this.#clock;
    this.#find('[data-do=pause]').textContent = running ? 'Pause' : 'Resume';
    this.#find('[data-do=pause]').setAttribute('aria-pressed', String(!running));
    this.#find('[data-table]').toggleAttribute('data-paused', !running);
    this.#sayTime();
    if (running && spent - this.#keptAt >= keepEvery) this.#keep();
  }

  /** Says so when time is up, once, and offers the choice. */
  #sayTime(): void {
    const out = session.isOut(this.#session!);
    const choice = this.#find('[data-out]');
    if (choice.hidden !== out) return;
    choice.hidden = !out;
    this.#find('[data-time-said]').textContent = out ? 'Time is up. End here, or keep going?' : '';
    this.#label();
  }

  #pause(): void {
    if (this.#clock.running) this.#clock.stop();
    else this.#clock.start();
    this.#keep();
  }

  #keepGoing(): void {
    this.#session = session.keepGoing(this.#session!);
    if (!this.#clock.running) this.#clock.start();
    this.#sayTime();
    this.#keep();
    this.#find('[data-table] textarea, [data-do=next]').focus();
  }

  /** Takes what was typed, marked or graded: what is on the table shows it already. */
  #take(field: HTMLInputElement | HTMLTextAreaElement): void {
    if (this.#stage !== 'interview') return;
    const { value, checked } = field as HTMLInputElement;
    if (field.matches('textarea')) this.#session = session.write(this.#session!, value);
    else if (field.matches('.points input')) this.#session = session.mark(this.#session!, value, checked);
    else if (field.matches('[name=grade]')) this.#session = session.grade(this.#session!, Number(value) as Grade);
    this.#keep();
  }

  #next(): void {
    if (!this.#clock.running) this.#clock.start();
    this.#become(session.next(this.#session!, this.#deck, Math.random));
  }

  #become(now: Session): void {
    this.#session = now;
    this.#lay();
  }

  #label(): void {
    const { step } = this.#session!;
    this.#find('[data-do=next]').textContent =
      step === 'answer'
        ? 'To the follow-up'
        : step !== 'reply'
          ? 'Show the answer'
          : session.isLast(this.#session!)
            ? 'See the report'
            : 'Next question';
  }

  /** Puts the session's step on the table, and keeps it. */
  #lay(): void {
    if (this.#session!.over) return this.#report();
    this.#tick(this.#clock.spent);
    this.#keep();
    const { step, asked } = this.#session!;
    const now = session.onTable(this.#session!);
    const card = this.#deck.find(({ id }) => id === now.card)!;
    const table = this.#find('[data-table]');
    if (step === 'question') this.#layQuestion(table, card, now.typed);
    else if (step === 'answer') this.#layAnswer(table, card, now);
    else this.#layFollowUp(table, card, now, step === 'reply');
    table.querySelector('.what')!.prepend(`Question ${asked.length} · `);
    this.#label();
    scrollTo({ top: 0, behavior: 'instant' });
    const focused =
      table.querySelector<HTMLElement>(`${first[step]}:checked`) ?? this.#find(`[data-table] ${first[step]}`);
    focused.focus({ preventScroll: true });
  }

  #field(rows: number, label: string, value: string): HTMLTextAreaElement {
    const placeholder = `Say it aloud, or type it here to compare it later: up to ${longest.toLocaleString('en')} letters.`;
    const field = h(document, 'textarea', { rows, 'aria-label': label, placeholder, maxlength: longest });
    (field as HTMLTextAreaElement).value = value;
    return field as HTMLTextAreaElement;
  }

  #layQuestion(table: Element, card: Card, typed: string): void {
    lay(table, card);
    table.querySelector('.asked')!.after(this.#field(5, 'Your answer, if you type it', typed));
  }

  /** The answer beside what was typed, and the points to compare with; the follow-ups stay away. */
  #layAnswer(table: Element, card: Card, { typed, had }: session.Asked): void {
    const body = lay(table, card);
    for (const one of body.querySelectorAll('.follow-up, .where')) one.remove();
    const short = body.querySelector('.short')!;
    const place = short.nextSibling;
    body.insertBefore(beside(typed, short), place);
    const points = body.querySelector('.points')!;
    points.querySelector('.asks')!.textContent = 'Which of these did you say?';
    for (const point of points.querySelectorAll('li')) {
      const value = point.textContent!.trim();
      const box = h(document, 'input', { type: 'checkbox', value, checked: had.includes(value) });
      point.replaceChildren(h(document, 'label', {}, box, ' ', value));
    }
    body.hidden = false;
    body.tabIndex = -1;
  }

  #layFollowUp(table: Element, card: Card, { followUp, replied, grade }: session.Asked, answered: boolean): void {
    const over = h(document, 'p', { class: 'what' }, `Follow-up to: ${card.question}`);
    const heading = h(document, 'h2', { class: 'asked', tabindex: -1 }, followUp);
    table.replaceChildren(over, heading);
    if (!answered) return table.append(this.#field(3, 'Your answer to the follow-up, if you type it', replied));
    const grades = ['Not yet', 'Partly', 'Yes'].map((name, value) =>
      h(
        document,
        'label',
        {},
        h(document, 'input', { type: 'radio', name: 'grade', value, checked: grade === value }),
        ` ${name}`,
      ),
    );
    table.append(
      beside(replied, replyTo(card, followUp)),
      h(document, 'fieldset', {}, h(document, 'legend', {}, 'Did you have it?'), ...grades),
    );
  }

  #report(): void {
    this.#clock.stop();
    this.#keep();
    this.#find('[data-table]').replaceChildren();
    const cards = new Map(this.#deck.map((card) => [card.id, card]));
    const made = reportOf(session.report(this.#session!, this.#deck), cards);
    this.#find('[data-report]').replaceChildren(...made);
    this.#show('report');
    made[0]!.focus({ preventScroll: true });
  }
}

customElements.define('mock-interview', MockInterview);
