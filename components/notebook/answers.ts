/** The answers of exercises, for paper: there nothing opens, and an answer beside its question spoils it. */
import { h } from '../dom/elements.ts';

/** What answers an exercise: the right one of its options, what a guess or a match opens, a function that passes. */
const answering = '.option:is(.right, .answer), .solution';

/** The answers of the exercises in a part of a page, in their order and in the language that the page shows, to stand at its end; none where it asks nothing. */
export function answersIn(part: Element): HTMLElement | undefined {
  const document = part.ownerDocument;
  const hidden = document.documentElement.getAttribute('data-language') === 'python' ? 'typescript' : 'python';
  const answers = [...part.querySelectorAll('exercise-box')].flatMap((box) => {
    const shown = [...box.querySelectorAll(answering)].filter(
      (answer) => answer.getAttribute('data-version') !== hidden,
    );
    const found = shown.map((answer) => {
      const says = answer.matches('.right') ? answer.querySelector('summary')!.textContent!.trim() : '';
      const reply = answer.querySelector('.reply')!.cloneNode(true) as Element;
      for (const named of reply.querySelectorAll('[id]')) named.removeAttribute('id');
      return h(document, 'div', {}, ...(says ? [h(document, 'p', { class: 'says' }, `✓ ${says}`)] : []), reply);
    });
    return found.length > 0 ? [h(document, 'h4', {}, box.getAttribute('aria-label')!), ...found] : [];
  });
  if (answers.length === 0) return undefined;
  return h(document, 'section', { class: 'answers' }, h(document, 'h3', {}, 'Answers'), ...answers);
}
