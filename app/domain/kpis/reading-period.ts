import type { Cadence } from "./kpi-terms.ts";

/** Days after the end of a month or quarter in which its reading is to be entered; on the last of them it is due. */
export const GRACE_DAYS = 10;

const DAY_MS = 24 * 3600 * 1000;

/** A month or quarter, by its first and last day, such as 2027-01-01 and 2027-03-31. */
export type ReadingPeriod = { name: string; first: string; last: string };
/** The reading that is wanted next: of which period, on which day it is due, and whether that day has come. */
export type NextReading = { period: ReadingPeriod; dueOn: string; isDue: boolean };

/** The day that a moment lies in, in a time zone of the database of time zones: "2027-03-31". */
export function dayIn(timeZone: string, moment: Date): string {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(moment);
  const part = (type: string) => parts.find((each) => each.type === type)!.value;
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** The month ("2027-03") or quarter ("2027-Q1") that a day lies in. */
export function periodOf(day: string, cadence: Cadence): ReadingPeriod {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const months = cadence === "month" ? 1 : 3;
  const begins = month - ((month - 1) % months);
  const first = dayOf(Date.UTC(year, begins - 1, 1));
  return { name: cadence === "month" ? first.slice(0, 7) : quarterName(day), first, last: dayOf(Date.UTC(year, begins - 1 + months, 0)) };
}

/** The quarter that a day lies in: "2027-Q1". */
export function quarterName(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`;
}

/** The first and last day of a quarter such as "2027-Q1". */
export function daysOfQuarter(quarter: string): ReadingPeriod {
  return periodOf(`${quarter.slice(0, 4)}-${String(Number(quarter.slice(-1)) * 3).padStart(2, "0")}-01`, "quarter");
}

/** Quarters in a row, beginning with the one of a day. */
export function quartersFrom(day: string, count: number): string[] {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return Array.from({ length: count }, (_, index) => quarterName(dayOf(Date.UTC(year, month - 1 + 3 * index, 1))));
}

/**
 * Which reading is wanted next. A KPI is read once in each month or quarter, from the one in which it was begun; a reading is due
 * `GRACE_DAYS` after its period has ended. Of several that were missed the latest one is due: the others cannot be made up for.
 * @param begunOn the day on which the KPI was begun
 * @param latestOn the day of its latest reading; null: it has none
 * @param today in the organisation's time zone
 */
export function nextReading({ cadence, begunOn, latestOn }: { cadence: Cadence; begunOn: string; latestOn: string | null }, today: string): NextReading {
  const first = periodOf(begunOn, cadence);
  const following = latestOn === null ? first : periodOf(shiftDay(periodOf(latestOn, cadence).last, 1), cadence);
  const wanted = following.first > first.first ? following : first;
  const due = lastEnded(shiftDay(today, -GRACE_DAYS), cadence);
  const isDue = due.first >= wanted.first;
  const period = isDue ? due : wanted;
  return { period, dueOn: shiftDay(period.last, GRACE_DAYS), isDue };
}

/** The latest period that ended on a day or before it. */
function lastEnded(day: string, cadence: Cadence): ReadingPeriod {
  const period = periodOf(day, cadence);
  return period.last === day ? period : periodOf(shiftDay(period.first, -1), cadence);
}

/** A day so many days later, or earlier. */
export function shiftDay(day: string, days: number): string {
  return dayOf(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS);
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
