/** What every page knows of the site. */
export const SITE_NAME = 'From Logits to Probabilities';

/** An address inside the site, under whatever path the site is published. */
export const under = (path: string): string => `${import.meta.env.BASE_URL.replace(/\/?$/, '/')}${path}`;
