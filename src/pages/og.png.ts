/** The picture of the course, shown where the address of its home page, or of a page without a picture of its own, is shared. */
import { answered } from '../preview/preview.ts';
import { SITE_NAME } from '../site.ts';

export const GET = () =>
  answered({
    over: 'Sigmoid and softmax, by hand',
    title: SITE_NAME,
    hue: 'softmax',
    widget: 'breaking-point',
    given: '',
  });
