/** How a reader reviews: which cards, whether one types before one compares, whether single keys grade. Pure. */

export interface Ways {
  /** Levels and topics that are left out: what the deck gains later is in. */
  without: readonly string[];
  /** Type first, then compare. */
  recall: boolean;
  /** Space, 1 to 4 and u act by themselves. */
  keys: boolean;
}

/** The ways that were kept; what is not right in them is as it is for everyone. */
export function readWays(kept: unknown): Ways {
  const { without, recall, keys } = (typeof kept === 'object' && kept !== null ? kept : {}) as Partial<
    Record<keyof Ways, unknown>
  >;
  return {
    without: Array.isArray(without) ? without.filter((name) => typeof name === 'string') : [],
    recall: recall === true,
    keys: keys !== false,
  };
}

/** Whether a card is among those to review: its level, and at least one of its topics. */
export const included = (
  { level, topics }: { level: string; topics: readonly string[] },
  { without }: Pick<Ways, 'without'>,
): boolean => !without.includes(level) && topics.some((topic) => !without.includes(topic));
