/** What a figure has to come to; null where it only helps to read another one. */
export type Reach = { atLeast: number } | { atMost: number } | null;

export type Figure = { what: string; value: number; unit: string; reach: Reach };

export type Report = {
  figures: Figure[];
  /** How it was measured, and what was left out and why. */
  notes: string[];
};

export type Benchmark = () => Promise<Report>;

export function isMet({ value, reach }: Figure): boolean | null {
  if (reach === null) return null;
  return "atLeast" in reach ? value >= reach.atLeast : value <= reach.atMost;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/**
 * Measures things in turn, round after round, so that whatever else the machine does falls on all of them alike.
 * Returns the measurements of each, one a round.
 */
export async function inTurn<Name extends string>(rounds: number, things: Record<Name, () => Promise<number> | number>): Promise<Record<Name, number[]>> {
  const names = Object.keys(things) as Name[];
  const measured = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round++) {
    for (const name of names) measured[name].push(await things[name]());
  }
  return measured;
}

/** The median of the rounds' own ratios: each compares two measurements that stand side by side in time. */
export function medianRatio(over: readonly number[], under: readonly number[]): number {
  return median(over.map((value, round) => value / under[round]!));
}
