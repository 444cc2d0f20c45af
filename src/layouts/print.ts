/** On paper nothing opens: the answers to its exercises stand at the end of the chapter. */
import { answersIn } from '../../components/notebook/answers.ts';

addEventListener(
  'beforeprint',
  () => {
    const prose = document.querySelector('.prose')!;
    const answers = answersIn(prose);
    if (answers) prose.append(answers);
  },
  { once: true },
);
