import type { Language } from "../../words/language.ts";
import type { Words } from "../../words/say.ts";

/** British English has no comma before "and", and writes its dates day first. */
const LOCALES: Record<Language, string> = { en: "en-GB", fi: "fi-FI" };

/** The sign itself, which is as wide as a plus, and not the hyphen that British English is given. */
const MINUS = "\u2212";

const tenthsIn = formatters((locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1, useGrouping: false }));
const amountsIn = formatters((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: false }));
const hundredthsIn = formatters((locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2, useGrouping: false }));
const exactIn = formatters((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 20, useGrouping: false }));
const countsIn = formatters((locale) => new Intl.NumberFormat(locale));
const datesIn = formatters((locale) => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }));
const monthsIn = formatters((locale) => new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }));
const listsIn = formatters((locale) => new Intl.ListFormat(locale, { type: "conjunction" }));

const calendars = new Map<string, Record<Language, Intl.DateTimeFormat>>();

function calendarOf(timeZone: string): Record<Language, Intl.DateTimeFormat> {
  const known = calendars.get(timeZone);
  if (known) return known;
  const calendar = formatters((locale) => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone }));
  calendars.set(timeZone, calendar);
  return calendar;
}

/** To make one is slow, to use it is not. */
function formatters<Formatter>(make: (locale: string) => Formatter): Record<Language, Formatter> {
  return { en: make(LOCALES.en), fi: make(LOCALES.fi) };
}

/**
 * A figure as it is shown: one decimal, half away from zero (method, section 3). A score such as 46.15 may be stored as
 * the double just below it; the tiny allowance keeps the rule true for the figure that is meant.
 */
export function displayScore(value: number, language: Language): string {
  const rounded = roundedScore(value);
  return (rounded < 0 ? MINUS : "") + tenthsIn[language].format(Math.abs(rounded));
}

/** By how much something has changed: the same with a plus before a rise, and nothing before what is shown as 0. */
export function displayChange(value: number, language: Language): string {
  return (roundedScore(value) > 0 ? "+" : "") + displayScore(value, language);
}

/** The figure that `displayScore` shows, as a number; never -0. */
export function roundedScore(value: number): number {
  const tenths = Math.round((Math.abs(value) + 1e-9) * 10);
  return (value < 0 && tenths > 0 ? -tenths : tenths) / 10;
}

/** A share as a whole percentage: 0.864 is "86 %". A chance that is there never reads 0 %, one that is not certain never 100 %. */
export function displayShare(share: number, { say }: Words): string {
  if (share > 0 && share < 0.005) return say("terms:underOne");
  if (share < 1 && share >= 0.995) return say("terms:overNinetyNine");
  return say("terms:share", { share: Math.round(share * 100) });
}

/** A plain number without needless decimals: 2, 2.5, 0.33. */
export function displayAmount(value: number, language: Language): string {
  return amountsIn[language].format(Math.round((value + Number.EPSILON) * 100) / 100);
}

/** A number with two decimals always, so that a column of them lines up: 2.00, 0.33. */
export function displayHundredths(value: number, language: Language): string {
  return hundredthsIn[language].format(Math.round((value + Number.EPSILON) * 100) / 100);
}

/** A plain number with all the decimals it has. */
export function displayExact(value: number, language: Language): string {
  return exactIn[language].format(value);
}

/** A whole number with its thousands apart. */
export function displayCount(value: number, language: Language): string {
  return countsIn[language].format(value);
}

/** A day in words, as it was in UTC: "22 November 2026". `iso` is a date or a moment in ISO 8601. */
export function displayDate(iso: string, language: Language): string {
  return datesIn[language].format(new Date(iso));
}

/** The month that a day lies in, in words: "November 2026". `iso` is a date or a moment in ISO 8601. */
export function displayMonth(iso: string, language: Language): string {
  return monthsIn[language].format(new Date(iso));
}

/** A day and a time of day, in UTC, which it says. @param iso with a Z at its end */
export function displayMoment(iso: string, language: Language): string {
  return `${displayDate(iso, language)}, ${iso.slice(11, 16)} UTC`;
}

/** A day in words by the calendar of a time zone, such as the day on which something closed there. @param iso a moment in ISO 8601 */
export function displayDateIn(iso: string, timeZone: string, language: Language): string {
  return calendarOf(timeZone)[language].format(new Date(iso));
}

/** A day and a time of day by the clock of a time zone, which it says: "28 March 2027, 09:30 (Europe/Helsinki)". */
export function displayMomentIn(iso: string, timeZone: string, language: Language): string {
  const time = new Intl.DateTimeFormat(LOCALES[language], { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone }).format(new Date(iso));
  return `${displayDateIn(iso, timeZone, language)}, ${time} (${timeZone})`;
}

/** "a", "a and b", "a, b and c". */
export function inWords(list: readonly string[], language: Language): string {
  return listsIn[language].format(list);
}
