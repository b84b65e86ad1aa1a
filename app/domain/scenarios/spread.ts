/**
 * Places as near as possible to those wanted (least squares), in the same order, at least so far apart and within bounds.
 * Where the bounds are too narrow for all of them, they run over its end.
 *
 * @param wanted ascending
 */
export function spread(wanted: readonly number[], { from, to, apart }: { from: number; to: number; apart: number }): number[] {
  // With the distances taken off, places may not fall: neighbours that would are pooled, and stand at their mean.
  const pools: { sum: number; count: number }[] = [];
  for (const [k, place] of wanted.entries()) {
    let pool = { sum: place - k * apart, count: 1 };
    for (let last = pools.at(-1); last && last.sum / last.count > pool.sum / pool.count; last = pools.at(-1)) {
      pools.pop();
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
    }
    pools.push(pool);
  }
  const most = to - (wanted.length - 1) * apart;
  const free = pools.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
  return free.map((place, k) => Math.max(from, Math.min(most, place)) + k * apart);
}
