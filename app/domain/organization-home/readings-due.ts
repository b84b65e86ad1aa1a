const DAY_MS = 24 * 3600 * 1000;
/** Days after a month or quarter in which its reading may still come. */
const GRACE_DAYS = 10;

export type ReadKpi = { cadence: string; createdOn: string; latestOn: string | null };

/** How many KPIs lack the reading of the month or quarter that ended ten days ago or more. Days are ISO dates. */
export function readingsDue(kpis: readonly ReadKpi[], today: string): number {
  const day = new Date(Date.parse(today) - GRACE_DAYS * DAY_MS);
  return kpis.filter(({ cadence, createdOn, latestOn }) => {
    const months = cadence === "month" ? 1 : 3;
    const month = day.getUTCMonth() - (day.getUTCMonth() % months);
    const [first, following] = [month - months, month].map((each) => new Date(Date.UTC(day.getUTCFullYear(), each, 1)).toISOString().slice(0, 10));
    return createdOn < following! && (latestOn === null || latestOn < first!);
  }).length;
}
