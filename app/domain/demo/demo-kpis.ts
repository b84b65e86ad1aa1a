import type { Cadence, KpiTerms } from "../kpis/kpi-terms.ts";
import { periodOf, quarterName, shiftDay } from "../kpis/reading-period.ts";

/** What an invented client follows: from a bad value to a good one, as far as its own way leads. */
type DemoKpi = Pick<KpiTerms, "name" | "unit" | "higherIsBetter" | "cadence" | "anchors"> & { library: string; decimals: 0 | 1 };

export const DEMO_KPIS: readonly DemoKpi[] = [
  {
    ...{ library: "net-recommendation", name: "Net recommendation", unit: "", higherIsBetter: true, cadence: "quarter", decimals: 0 },
    anchors: { worst: -20, middle: 20, best: 60 },
  },
  {
    ...{ library: "first-contact-resolution", name: "First contact resolution", unit: "%", higherIsBetter: true, cadence: "month", decimals: 1 },
    anchors: { worst: 40, middle: 65, best: 90 },
  },
  {
    ...{ library: "complaint-recovery-time", name: "Complaint recovery time", unit: "days", higherIsBetter: false, cadence: "month", decimals: 1 },
    anchors: { worst: 21, middle: 10, best: 2 },
  },
  {
    ...{ library: "renewal-rate", name: "Renewal rate", unit: "%", higherIsBetter: true, cadence: "quarter", decimals: 1 },
    anchors: { worst: 50, middle: 75, best: 95 },
  },
];

export type InventedReading = { on: string; value: number };

/** Share of the way by which a reading differs from the client's at most. */
const NOISE = 0.12;

/**
 * Two years of invented readings of a KPI, on the last day of each month or quarter that has ended.
 * @param way how far the client is from worst to best at a share of the two years, 0..1
 * @param leavesOut whether the last one is still to be entered
 */
export function inventReadings(
  { anchors, cadence, decimals }: DemoKpi,
  way: (share: number) => number,
  { today, leavesOut, random }: { today: string; leavesOut: boolean; random: () => number },
): InventedReading[] {
  const days = lastDays(today, cadence).slice(0, leavesOut ? -1 : undefined);
  const { worst, middle, best } = anchors!;
  return days.map((on, index) => {
    const at = Math.min(1, Math.max(0, way(index / (days.length - 1)) + (random() - 0.5) * 2 * NOISE));
    const value = at < 0.5 ? worst + (middle - worst) * at * 2 : middle + (best - middle) * (at - 0.5) * 2;
    return { on, value: Number(value.toFixed(decimals)) };
  });
}

/** Targets for the four quarters from that of a day on: a little closer to the best with each. */
export function inventTargets({ anchors, decimals }: DemoKpi, latest: number, today: string): Record<string, number> {
  const best = anchors!.best;
  const begins = [0, 1, 2, 3].map((index) => shiftDay(periodOf(today, "quarter").first, index * 92));
  return Object.fromEntries(begins.map((day, index) => [quarterName(day), Number((latest + (best - latest) * (0.1 + 0.1 * index)).toFixed(decimals))]));
}

function lastDays(today: string, cadence: Cadence): string[] {
  const days: string[] = [];
  for (let day = shiftDay(periodOf(today, cadence).first, -1); days.length < (cadence === "month" ? 24 : 8); day = shiftDay(periodOf(day, cadence).first, -1))
    days.unshift(day);
  return days;
}
