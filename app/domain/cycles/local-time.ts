/**
 * Times of day by an organisation's clock. A moment is one instant; a local time is what a clock on the wall shows, written as a form field
 * gives it: "2027-03-28T09:30". Where the clock is put forward, a time that it leaves out is as much later as the clock is put forward;
 * where it is put back, a time that comes twice is the first of the two (as calendars do it, RFC 5545, section 3.3.5).
 */
const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;
const DAY_MS = 24 * 3600 * 1000;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** The names of time zones to choose from, such as Europe/Helsinki. */
export const TIME_ZONES: readonly string[] = [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])];

export function isTimeZone(text: string): boolean {
  return TIME_ZONES.includes(text);
}

/** To make one is slow, to use it is not. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("en-GB", {
    ...{ timeZone: zone, hourCycle: "h23", calendar: "gregory", numberingSystem: "latn" },
    ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" },
  });
  clocks.set(zone, clock);
  return clock;
}

/** What the wall shows at a moment, as if it were UTC, in milliseconds. */
function wallAt(ms: number, zone: string): number {
  const parts = Object.fromEntries(
    clockOf(zone)
      .formatToParts(new Date(ms))
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function momentOfWall(wall: number, zone: string): Date {
  const [before, after] = [wall - DAY_MS, wall + DAY_MS].map((ms) => wallAt(ms, zone) - ms) as [number, number];
  const shown = [wall - before, wall - after].filter((ms) => wallAt(ms, zone) === wall);
  // None: the clock leaves it out.
  return new Date(shown.length > 0 ? Math.min(...shown) : wall - before);
}

/** The moment of a local time; null for what is none, such as the 30th of February. @param zone a name of `TIME_ZONES` */
export function momentOf(local: string, zone: string): Date | null {
  const match = LOCAL.exec(local);
  if (!match) return null;
  const [year, month, day, hour, minute] = match.slice(1).map(Number) as [number, number, number, number, number];
  const wall = new Date(Date.UTC(year, month - 1, day, hour, minute));
  if (year < 1970 || wall.toISOString().slice(0, 16) !== local) return null;
  return momentOfWall(wall.getTime(), zone);
}

/** What a clock on the wall shows at a moment: "2027-03-28T09:30". */
export function localOf(moment: Date, zone: string): string {
  return new Date(wallAt(moment.getTime(), zone)).toISOString().slice(0, 16);
}

/** The same time of day some days later. */
export function daysLater(moment: Date, zone: string, days: number): Date {
  return momentOfWall(wallAt(Math.floor(moment.getTime() / 1000) * 1000, zone) + days * DAY_MS, zone);
}

/** The same day of the month and time of day three months later; where that month is too short, its last day. */
export function quarterLater(moment: Date, zone: string): Date {
  const wall = new Date(wallAt(Math.floor(moment.getTime() / 1000) * 1000, zone));
  const [year, month] = [wall.getUTCFullYear(), wall.getUTCMonth() + 3];
  const day = Math.min(wall.getUTCDate(), new Date(Date.UTC(year, month + 1, 0)).getUTCDate());
  return momentOfWall(Date.UTC(year, month, day, wall.getUTCHours(), wall.getUTCMinutes(), wall.getUTCSeconds()), zone);
}

/** How many days lie between two moments by the calendar on the wall, at least 1; a day that has begun counts. */
export function daysBetween(from: Date, to: Date, zone: string): number {
  return Math.max(1, Math.ceil((wallAt(to.getTime(), zone) - wallAt(from.getTime(), zone)) / DAY_MS));
}
