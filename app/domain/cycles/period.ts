/** The quarter a day lies in, in UTC: "2027-Q1". */
export function quarterOf(day: Date): string {
  return `${day.getUTCFullYear()}-Q${Math.floor(day.getUTCMonth() / 3) + 1}`;
}

/** The quarter after another: "2027-Q4" is followed by "2028-Q1". @param period as `quarterOf` writes it */
export function nextPeriod(period: string): string {
  const [year, quarter] = period.split("-Q").map(Number) as [number, number];
  return quarterOf(new Date(Date.UTC(year, quarter * 3, 1)));
}

/** The quarters that a cycle can be opened for: the present one first, and the three after it. */
export function openPeriods(today: Date): string[] {
  return [0, 3, 6, 9].map((months) => quarterOf(new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + months, 1))));
}

/** Pattern of a quarter: "2027-Q1". */
export const QUARTER = /^20\d\d-Q[1-4]$/;

/** How many quarters lie between two: 0 for the same, 1 for the one after, below 0 for one before. */
export function quartersBetween(from: string, to: string): number {
  const count = (period: string) => {
    const [year, quarter] = period.split("-Q").map(Number) as [number, number];
    return year * 4 + quarter;
  };
  return count(to) - count(from);
}

/** The quarter so many quarters after another, or before it where the number is below 0. */
export function quarterAfter(period: string, quarters: number): string {
  const [year, quarter] = period.split("-Q").map(Number) as [number, number];
  return quarterOf(new Date(Date.UTC(year, (quarter - 1 + quarters) * 3, 1)));
}
