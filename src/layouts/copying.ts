/** Formulas are copied once (see components/tex/copy.ts): what sees to that comes with the first selection. */
document.addEventListener('selectstart', () => void import('../../components/tex/copy.ts').catch(() => {}), {
  once: true,
});
