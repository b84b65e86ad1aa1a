/** A quarter of a year, in UTC. `ends` is the first moment that is not in it any more. */
export type Quarter = { period: string; begins: Date; ends: Date };

/**
 * The quarter that a moment lies in and those before it, the oldest first.
 * @param count 1 or more
 */
export function lastQuarters(now: Date, count: number): Quarter[] {
  const current = now.getUTCFullYear() * 4 + Math.floor(now.getUTCMonth() / 3);
  return Array.from({ length: count }, (_, index) => {
    const quarter = current - count + 1 + index;
    const year = Math.floor(quarter / 4);
    const begins = new Date(Date.UTC(year, (quarter % 4) * 3, 1));
    return { period: `${year}-Q${(quarter % 4) + 1}`, begins, ends: new Date(Date.UTC(year, (quarter % 4) * 3 + 3, 1)) };
  });
}
