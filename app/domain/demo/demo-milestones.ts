const DAY_MS = 24 * 3600 * 1000;

/** What the clients of the example have been through; each has two of them in a row. */
const HAPPENED = ["New CRM", "One number to call", "Service and sales share a goal", "Board hears customers every month", "Complaints answered within a day"];
/** Days ago: in the second and the sixth of the eight quarters. */
const AGO = [560, 170];

/** The milestones of an invented client, the earliest first. `on` is an ISO date. @param seed a whole number, from 1 */
export function demoMilestones(now: Date, seed: number): { on: string; title: string }[] {
  return AGO.map((days, i) => ({
    on: new Date(now.getTime() - days * DAY_MS).toISOString().slice(0, 10),
    title: HAPPENED[(seed - 1 + i) % HAPPENED.length]!,
  }));
}
