/** What a pace of new cards comes to until an interview. Pure. */
import type { Queue } from './schedule.ts';

/**
 * How many cards a pace leaves unmet on the day of the interview. Today counts as a day of which a part is done: what
 * was met already counts against today's limit, and what is still offered today is met once.
 * @param left days before the day of the interview, today included
 */
export const leftUnmet = (
  { unmet, metToday }: Pick<Queue, 'unmet' | 'metToday'>,
  limit: number,
  left: number,
): number => (left === 0 ? unmet : Math.max(0, unmet - Math.max(0, limit - metToday) - limit * (left - 1)));

/** The lowest pace that meets every card before the day of the interview; Infinity where no day is left. */
export function paceFor(today: Pick<Queue, 'unmet' | 'metToday'>, left: number): number {
  const { unmet, metToday } = today;
  if (unmet === 0) return 0;
  if (left === 0) return Infinity;
  // Who has met as many today already as the other days ask for has nothing more to meet today.
  const others = left > 1 ? Math.ceil(unmet / (left - 1)) : Infinity;
  return others <= metToday ? others : Math.ceil((unmet + metToday) / left);
}
