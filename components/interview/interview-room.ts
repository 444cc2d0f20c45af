/** <interview-room>: what is due, and the plan until the interview. */
import { mostNew, type Settings } from '../../src/progress/cards.ts';
import { leftUnmet, paceFor } from '../../src/progress/plan.ts';
import { daysLeft, queue, type Question } from '../../src/progress/schedule.ts';
import { plural } from '../widget/words.ts';
import { failedIn, store, updateCards } from './deck.ts';

class InterviewRoom extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form')!;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('change', () => this.#change());
    this.querySelector('[data-do=pace]')!.addEventListener('click', (event) => {
      this.#field('limit').value = (event.currentTarget as HTMLElement).dataset['pace']!;
      this.#change();
      this.#field('limit').focus();
    });
    addEventListener('storage', () => this.#show());
    addEventListener('pageshow', () => this.#show());
    this.#show();
  }

  #field(name: string): HTMLInputElement {
    return this.querySelector(`[name=${name}]`)!;
  }

  #change(): void {
    const typed = this.#field('limit').valueAsNumber;
    const interview = this.#field('interview').value;
    updateCards((now) => {
      const limit = Number.isFinite(typed) ? Math.min(mostNew, Math.max(0, Math.round(typed))) : now.settings.limit;
      const settings: Settings = { limit, ...(/^\d{4}-/.test(interview) && { interview }), at: Date.now() };
      return { ...now, settings };
    });
    this.#show();
  }

  #show(): void {
    const deck = JSON.parse(this.dataset['deck']!) as Question[];
    const record = store.read();
    const cards = record.cards;
    const { settings } = cards;
    const now = Date.now();
    const line = queue(deck, cards, failedIn(record), now);
    const { due, fresh, soon, unmet } = line;
    const waiting = due.length + soon.length;
    this.querySelector('[data-due]')!.textContent =
      [...(waiting > 0 ? [`${waiting} due`] : []), ...(fresh.length > 0 ? [`${fresh.length} new`] : [])].join(', ') ||
      'done for today';
    this.#field('limit').value = String(settings.limit);
    this.#field('interview').value = settings.interview ?? '';
    const left = daysLeft(settings, now);
    const pace = left === undefined ? 0 : paceFor(line, left);
    const rest = left === undefined ? 0 : leftUnmet(line, settings.limit, left);
    const seen = `You have seen ${deck.length - unmet} of ${plural(deck.length, 'question')}.`;
    const until = (days: number) =>
      `${plural(days, 'day')} until the interview; every question that you have seen comes up once more by the day before.`;
    const outlook =
      unmet === 0
        ? ''
        : rest > 0
          ? ` At ${settings.limit} new a day, ${rest} would not be seen before the interview; ${pace} a day covers them all.`
          : ' At this pace you will see all of them in time.';
    const plan =
      left === undefined
        ? `${seen}${settings.interview ? ' The day of the interview is over; the schedule goes on without it.' : ' With a date, every question that you have seen comes up once more by the day before.'}`
        : left === 0
          ? `${seen} The interview is today: the weakest come first.`
          : `${seen} ${until(left)}${outlook}`;
    this.querySelector('[data-plan]')!.textContent = [plan, store.problem()].filter(Boolean).join(' ');
    const button = this.querySelector<HTMLElement>('[data-do=pace]')!;
    button.hidden = !left || rest === 0 || pace > mostNew;
    button.dataset['pace'] = String(pace);
    button.textContent = `See ${pace} a day`;
  }
}

customElements.define('interview-room', InterviewRoom);
