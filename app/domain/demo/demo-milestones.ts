import type { Happening } from "../milestones/milestone-form.ts";

const DAY_MS = 24 * 3600 * 1000;

/** What the clients of the example have been through; each has two of them in a row. */
const HAPPENED = [
  { title: "New CRM", initiative: "shared-customer-record" },
  { title: "One number to call", initiative: "answer-the-main-number" },
  { title: "Service and sales share a goal", initiative: "common-customer-goals" },
  { title: "Board hears customers every month", initiative: null },
  { title: "Complaints answered within a day", initiative: null },
];
/** Days ago: in the second and the sixth of the eight quarters. */
const AGO = [560, 170];

/** The milestones of an invented client, the earliest first. `on` is an ISO date. @param seed a whole number, from 1 */
export function demoMilestones(now: Date, seed: number): Happening[] {
  return AGO.map((days, i) => ({
    on: new Date(now.getTime() - days * DAY_MS).toISOString().slice(0, 10),
    ...HAPPENED[(seed - 1 + i) % HAPPENED.length]!,
  }));
}
