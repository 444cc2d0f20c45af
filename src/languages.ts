/** The languages that a reader may write in. What names none is in the first. */
export const languages = ['typescript', 'python'] as const;

export type Language = (typeof languages)[number];

export const isLanguage = (value: unknown): value is Language => languages.includes(value as Language);

/** What they are called. */
export const languageNames: Record<Language, string> = { typescript: 'TypeScript', python: 'Python' };
