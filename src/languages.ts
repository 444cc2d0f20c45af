/** The languages that a reader may write in. What names none is in the first. */
export const languages = ['typescript', 'python'] as const;

export type Language = (typeof languages)[number];

/** What they are called. */
export const languageNames: Record<Language, string> = { typescript: 'TypeScript', python: 'Python' };
