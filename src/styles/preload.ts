/** Which fonts a page is to fetch before its style sheet asks for them, so that they are there for the first paint. */
import italic from './fonts/serif-italic.woff2?no-inline';
import bold from './fonts/katex-main-bold.woff2?no-inline';
import main from './fonts/katex-main.woff2?no-inline';
import math from './fonts/katex-math-italic.woff2?no-inline';
import mono from './fonts/mono.woff2?no-inline';
import serif from './fonts/serif.woff2?no-inline';
import size1 from './fonts/katex-size1.woff2?no-inline';
import size2 from './fonts/katex-size2.woff2?no-inline';
import size3 from './fonts/katex-size3.woff2?no-inline';
import size4 from './fonts/katex-size4.woff2?no-inline';

const uses: [font: string, sign: RegExp][] = [
  [serif, /./],
  [italic, /<(em|i|cite)\b|class="[^"]*\bsay\b/],
  [mono, /<(code|pre|kbd|samp|live-widget)\b/],
  [main, /class="katex/],
  [math, /class="[^"]*\bmathnormal\b/],
  [bold, /class="[^"]*\b(mathbf|textbf)\b/],
  [size1, /class="[^"]*\b(delimsizing size1|small-op|delim-size1)\b/],
  [size2, /class="[^"]*\b(delimsizing size2|large-op)\b/],
  [size3, /class="[^"]*\bdelimsizing size3\b/],
  [size4, /class="[^"]*\b(delimsizing size4|delim-size4)\b/],
];

/**
 * The fonts that a page needs for its first paint.
 *
 * @param html the page's content
 * @returns addresses for `<link rel="preload" as="font" type="font/woff2" crossorigin>`
 */
export const fontsOf = (html: string) => uses.filter(([, sign]) => sign.test(html)).map(([font]) => font);
