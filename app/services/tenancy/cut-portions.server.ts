/** Cuts a list into portions that weigh at most `most` together; what weighs more by itself is a portion of its own. */
export function cutPortions<Entry>(entries: readonly Entry[], most: number, weightOf: (entry: Entry) => number = () => 1): Entry[][] {
  const portions: Entry[][] = [];
  let room = 0;
  for (const entry of entries) {
    const weight = weightOf(entry);
    if (portions.length === 0 || weight > room) {
      portions.push([]);
      room = most;
    }
    portions.at(-1)!.push(entry);
    room -= weight;
  }
  return portions;
}
