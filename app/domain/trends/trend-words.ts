import type { Words } from "../../words/say.ts";
import type { TrendPoint } from "../change/team-change-shape.ts";
import { displayScore } from "../report/display.ts";
import { leadIn } from "../report/lead-in.ts";

/** One assessment over its quarters, the earliest first; `points` is null until they are computed. Nothing of answers is in it. */
export type TrendView = {
  slug: string;
  title: string;
  /** Whose lines it is: a dimension by name, null: the whole. */
  part: string | null;
  periods: string[];
  versions: number[];
  respondents: number[];
  asked: number[];
  isAnonymous: boolean[];
  points: TrendPoint[] | null;
  /** Items that all versions ask, and all of the latest. */
  items: { common: number; all: number } | null;
};

/** What a trend is of: "Quiz", "Quiz, Listening". */
export function trendName({ title, part }: Pick<TrendView, "title" | "part">, { say }: Words): string {
  return part === null ? title : say("change:partOf", { title, part });
}

/** What a chart of it shows, in a sentence: "Quiz: up from 38.0 to 46.2 since 2026-Q1". */
export function trendTitle(view: Pick<TrendView, "title" | "part" | "periods" | "points">, words: Words): string {
  const { periods, points } = view;
  const { say, language } = words;
  const title = leadIn(trendName(view, words));
  // After a question another sentence begins.
  const begun = (text: string) => (title.endsWith(":") ? text : text.charAt(0).toLocaleUpperCase(language) + text.slice(1));
  const there = (points ?? []).flatMap(({ measured }, i) => (measured === null ? [] : [{ measured, period: periods[i]! }]));
  const [first, last] = [there[0], there.at(-1)];
  if (!first || !last) return `${title} ${begun(say("change:chartNoFigure"))}`;
  const [from, to] = [displayScore(first.measured, language), displayScore(last.measured, language)];
  if (there.length === 1) return say("change:chartOne", { title, last: to, to: last.period });
  const way = say(from === to ? "change:waySame" : last.measured > first.measured ? "change:wayUp" : "change:wayDown");
  return say("change:chartClear", { title, way: begun(way), first: from, last: to, from: first.period });
}

/** Where the questions changed, what is compared then, and which lines are missing, and why. */
export function trendNotes({ periods, versions, isAnonymous, points, items }: TrendView, { say }: Words): string[] {
  const notes = versions.flatMap((after, i) => {
    const before = versions[i - 1];
    return before === undefined || before === after ? [] : [say("change:versionChanged", { period: periods[i]!, before, after })];
  });
  if (notes.length > 0 && items) notes.push(items.common < items.all ? say("change:versionCommon", items) : say("change:versionSame"));
  if ((points ?? []).some(({ measured }) => measured === null)) notes.push(say("change:noMeasured"));
  const later = (points ?? []).slice(1).filter(({ measured }) => measured !== null);
  if (later.some(({ returning }) => returning === null)) notes.push(say(isAnonymous.some(Boolean) ? "change:noReturningAnonymous" : "change:noReturningFew"));
  if (later.some(({ constantMix }) => constantMix === null)) notes.push(say("change:noMix"));
  return notes;
}

/** Every figure of the lines by quarter, with its head; null: none. */
export function trendRows(
  { periods, versions, respondents, asked, points }: TrendView,
  { say, language }: Words,
): { head: string[]; rows: (string | null)[][] } {
  const shown = (value: number | null | undefined) => (value == null ? null : displayScore(value, language));
  return {
    head: ["period", "asMeasured", "returningOnly", "sameMix", "people", "version"].map((name) => say(`change:${name as "period"}`)),
    rows: periods.map((period, i) => [
      ...[period, shown(points?.[i]?.measured), shown(points?.[i]?.returning), shown(points?.[i]?.constantMix)],
      ...[say("change:ofAsked", { respondents: respondents[i]!, asked: asked[i]! }), String(versions[i])],
    ]),
  };
}
