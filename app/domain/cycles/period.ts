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
