/** <mock-interview>: choosing, asking, comparing, following up, and the report. */
import { load } from '../dom/arrival.ts';
import { h } from '../dom/elements.ts';
import { Clock, clockText } from './clock.ts';
import { plural } from '../widget/words.ts';
import { fetchDeck, lay, type Card } from './deck.ts';

/** What came of a question. */
interface Result {
  card: Card;
  /** The points that the answer had, and those that it missed. */
  had: string[];
  missed: string[];
  followUp: string;
  /** How the follow-up went: 0 not, 1 partly, 2 well; undefined where it was not reached. */
  followed?: number;
  spent: number;
}

/** What is on the table. */
type Step = 'question' | 'answer' | 'follow-up' | 'reply';

/** Minutes that a question takes, with its follow-up. */
const each = 4;

function shuffled<T>(items: readonly T[]): T[] {
  const all = [...items];
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all;
}

class MockInterview extends HTMLElement {
  #deck: Card[] = [];
  #coming: Promise<void> | undefined;
  #asked: Card[] = [];
  #results: Result[] = [];
  #minutes = 0;
  #from = 0;
  #step: Step = 'question';
  #clock = new Clock((spent) => this.#tick(spent));

  connectedCallback(): void {
    const form = this.querySelector('form')!;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#begin();
    });
    form.addEventListener('change', () => this.#fit());
    this.addEventListener('click', (event) => {
      const what = (event.target as Element).closest<HTMLElement>('[data-do]')?.dataset['do'];
      if (what === 'next') this.#next();
      else if (what === 'pause') this.#pause();
      else if (what === 'end') this.#report();
      else if (what === 'again') this.#show('setup');
    });
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && this.#stage === 'interview') this.#next();
    });
    this.#coming = this.#open();
  }

  async #open(): Promise<void> {
    const place = this.querySelector('[data-setup]')!;
    this.#deck = await load('The deck', () => fetchDeck(this.dataset['deck']!), place);
    this.#fit();
  }

  get #stage(): string {
    return this.querySelector<HTMLElement>('[data-stage]:not([hidden])')!.dataset['stage']!;
  }

  #show(stage: string): void {
    for (const one of this.querySelectorAll<HTMLElement>('[data-stage]')) one.hidden = one.dataset['stage'] !== stage;
    scrollTo({ top: 0 });
  }

  #say(text: string): void {
    this.querySelector('[data-setup]')!.textContent = text;
  }

  #find(selector: string): HTMLElement {
    return this.querySelector<HTMLElement>(selector)!;
  }

  #choice(): Card[] {
    const chosen = (name: string) =>
      new Set([...this.querySelectorAll<HTMLInputElement>(`[name=${name}]:checked`)].map(({ value }) => value));
    const [levels, topics] = [chosen('level'), chosen('topic')];
    this.#minutes = Number([...chosen('minutes')][0]);
    return this.#deck.filter((card) => levels.has(card.level) && card.topics.some((topic) => topics.has(topic)));
  }

  /** Says what the choice comes to. */
  #fit(): void {
    if (this.#deck.length === 0) return;
    const fit = this.#choice().length;
    const count = Math.min(fit, Math.round(this.#minutes / each));
    this.#say(
      fit === 0
        ? 'No question fits. Choose a level and a topic.'
        : `${plural(fit, 'question')} to choose from; time for about ${count}.`,
    );
  }

  #begin(): void {
    if (this.#deck.length === 0) return void this.#coming!.then(() => this.#begin());
    const fit = this.#choice();
    if (fit.length === 0) return this.#fit();
    // A topic comes again only when the others have had their turn.
    this.#asked = [];
    const rest = shuffled(fit);
    const turns = new Map<string, number>();
    const worn = (card: Card) =>
      card.topics.reduce((sum, topic) => sum + (turns.get(topic) ?? 0), 0) / card.topics.length;
    while (rest.length > 0) {
      const next = rest.reduce((a, b) => (worn(b) < worn(a) ? b : a));
      rest.splice(rest.indexOf(next), 1);
      this.#asked.push(next);
      for (const topic of next.topics) turns.set(topic, (turns.get(topic) ?? 0) + 1);
    }
    this.#results = [];
    this.#show('interview');
    this.#clock = new Clock((spent) => this.#tick(spent));
    this.#clock.start();
    this.#ask();
  }

  #tick(spent: number): void {
    const left = this.#minutes * 60_000 - spent;
    this.#find('[data-clock]').textContent = clockText(left);
    this.#find('[data-clock]').toggleAttribute('data-over', left < 0);
    this.#find('[data-do=pause]').textContent = this.#clock.running ? 'Pause' : 'Go on';
    this.#find('[data-do=pause]').setAttribute('aria-pressed', String(!this.#clock.running));
    this.#find('[data-table]').toggleAttribute('data-paused', !this.#clock.running);
  }

  #pause(): void {
    if (this.#clock.running) this.#clock.stop();
    else this.#clock.start();
  }

  #ask(): void {
    const card = this.#asked[this.#results.length]!;
    const table = this.#find('[data-table]');
    lay(table, card);
    this.#from = this.#clock.spent;
    const notes = h(document, 'textarea', { rows: 5, 'aria-label': 'Your answer, or notes for it; nothing is kept' });
    notes.setAttribute('placeholder', 'Say it aloud, or write here. Nothing is kept.');
    this.querySelector('.asked')!.after(notes);
    this.#find('[data-progress]').textContent = `Question ${this.#results.length + 1}`;
    this.#turn('question', 'Show the answer');
    this.#find('.asked').focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }

  #turn(step: Step, label: string): void {
    this.#step = step;
    this.#find('[data-stage=interview] [data-do=next]').textContent = label;
  }

  #next(): void {
    if (!this.#clock.running) this.#clock.start();
    if (this.#step === 'question') this.#answer();
    else if (this.#step === 'answer') this.#followUp();
    else if (this.#step === 'follow-up') this.#reply();
    else this.#after();
  }

  /** The answer, and the points to compare with; its follow-ups stay hidden. */
  #answer(): void {
    const body = this.#find('[data-table] .body');
    const points = body.querySelector('.points')!;
    points.querySelector('.asks')!.textContent = 'Which of these did you say?';
    for (const point of points.querySelectorAll('li'))
      point.replaceChildren(
        h(document, 'label', {}, h(document, 'input', { type: 'checkbox' }), ' ', point.textContent!),
      );
    body.prepend(points);
    for (const one of body.querySelectorAll<HTMLElement>('.follow-up, .where')) one.hidden = true;
    body.hidden = false;
    body.tabIndex = -1;
    body.focus({ preventScroll: true });
    points.scrollIntoView({ block: 'center' });
    this.#turn('answer', 'Then the follow-up');
  }

  #followUp(): void {
    const table = this.#find('[data-table]');
    const card = this.#asked[this.#results.length]!;
    const boxes = [...table.querySelectorAll<HTMLInputElement>('.points input')];
    const said = (right: boolean) =>
      boxes.filter(({ checked }) => checked === right).map((box) => box.parentElement!.textContent!.trim());
    const followUps = [...table.querySelectorAll<HTMLElement>('.follow-up')];
    const one = followUps[Math.floor(Math.random() * followUps.length)]!;
    const asks = one.querySelector('summary')!.textContent!.trim();
    this.#results.push({
      card,
      had: said(true),
      missed: said(false),
      followUp: asks,
      spent: this.#clock.spent - this.#from,
    });
    const reply = one.querySelector<HTMLElement>('.reply')!;
    reply.hidden = true;
    const heading = h(document, 'h2', { class: 'asked', tabindex: -1 }, asks);
    const over = h(document, 'p', { class: 'what' }, `Follow-up to: ${card.question}`);
    const notes = h(document, 'textarea', { rows: 3, 'aria-label': 'Your answer to the follow-up; nothing is kept' });
    table.replaceChildren(over, heading, notes, reply);
    heading.focus({ preventScroll: true });
    scrollTo({ top: 0 });
    this.#turn('follow-up', 'Show the answer');
  }

  #reply(): void {
    const table = this.#find('[data-table]');
    table.querySelector<HTMLElement>('.reply')!.hidden = false;
    const grades = ['Not yet', 'Partly', 'Yes'].map((name, i) =>
      h(document, 'label', {}, h(document, 'input', { type: 'radio', name: 'followed', value: i }), ` ${name}`),
    );
    table.append(h(document, 'fieldset', {}, h(document, 'legend', {}, 'Did you have it?'), ...grades));
    const last = this.#clock.spent >= this.#minutes * 60_000 || this.#results.length >= this.#asked.length;
    this.#turn('reply', last ? 'See the report' : 'Next question');
    table.querySelector<HTMLElement>('fieldset input')!.focus({ preventScroll: true });
  }

  #after(): void {
    const chosen = this.querySelector<HTMLInputElement>('[name=followed]:checked');
    const result = this.#results.at(-1)!;
    if (chosen) result.followed = Number(chosen.value);
    result.spent = this.#clock.spent - this.#from;
    if (this.#clock.spent >= this.#minutes * 60_000 || this.#results.length >= this.#asked.length) this.#report();
    else this.#ask();
  }

  #report(): void {
    const chosen = this.querySelector<HTMLInputElement>('[name=followed]:checked');
    if (chosen && this.#step === 'reply') this.#results.at(-1)!.followed = Number(chosen.value);
    this.#clock.stop();
    const place = this.#find('[data-stage=report]');
    const results = this.#results;
    const had = results.reduce((sum, one) => sum + one.had.length, 0);
    const points = results.reduce((sum, one) => sum + one.had.length + one.missed.length, 0);
    const heading = h(
      document,
      'h2',
      { class: 'asked', tabindex: -1 },
      results.length === 0
        ? 'No question was answered.'
        : `${had} of ${plural(points, 'point')} in ${clockText(this.#clock.spent)}.`,
    );
    place.replaceChildren(heading);
    const topics = new Map<string, [number, number]>();
    for (const { card, had, missed } of results)
      for (const topic of card.topics) {
        const [a, b] = topics.get(topic) ?? [0, 0];
        topics.set(topic, [a + had.length, b + had.length + missed.length]);
      }
    if (topics.size > 0) {
      const share = ([a, b]: [number, number]) => a / b;
      const rows = [...topics]
        .sort((a, b) => share(a[1]) - share(b[1]))
        .map(([topic, [a, b]]) => h(document, 'li', {}, h(document, 'span', {}, topic), ` ${a} of ${b}`));
      place.append(
        h(document, 'h3', {}, 'By topic, the weakest first'),
        h(document, 'ul', { class: 'scores' }, ...rows),
      );
    }
    const follow = ['not yet', 'partly', 'yes'];
    for (const { card, had, missed, followUp, followed, spent } of results) {
      const article = h(document, 'article', { class: 'result' });
      article.append(h(document, 'h3', {}, card.question));
      article.append(
        h(
          document,
          'p',
          { class: 'what' },
          `${had.length} of ${had.length + missed.length} points · ${clockText(spent)}`,
        ),
      );
      if (missed.length > 0)
        article.append(h(document, 'ul', { class: 'missed' }, ...missed.map((point) => h(document, 'li', {}, point))));
      article.append(
        h(
          document,
          'p',
          { class: 'what' },
          `Follow-up: ${followUp} ${followed === undefined ? 'Not graded' : follow[followed]!}.`,
        ),
      );
      place.append(article);
    }
    // What to read: where the course shows what was missed, the most missed first, nothing twice.
    const weak = results
      .filter(({ missed, followed }) => missed.length > 0 || (followed ?? 2) < 2)
      .sort((a, b) => b.missed.length - a.missed.length);
    const links = new Map(
      weak.flatMap(({ card }) =>
        [...card.element.querySelectorAll<HTMLAnchorElement>('.where a[data-read]')].map((link) => [
          link.getAttribute('href')!,
          [link.textContent!.trim(), card.question] as const,
        ]),
      ),
    );
    if (links.size > 0) {
      const items = [...links].map(([href, [text, question]]) =>
        h(
          document,
          'li',
          {},
          h(document, 'a', { href }, text),
          h(document, 'span', { class: 'what' }, ` for: ${question}`),
        ),
      );
      place.append(h(document, 'h3', {}, 'What to read next'), h(document, 'ul', {}, ...items));
    } else if (results.length > 0)
      place.append(h(document, 'p', {}, 'Nothing was missed. Take a harder level next time.'));
    place.append(
      h(
        document,
        'div',
        { class: 'hand' },
        h(document, 'button', { type: 'button', class: 'main', 'data-do': 'again' }, 'Another interview'),
      ),
    );
    this.#show('report');
    heading.focus({ preventScroll: true });
  }
}

customElements.define('mock-interview', MockInterview);
