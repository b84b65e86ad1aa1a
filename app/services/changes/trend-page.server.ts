import type { Mark } from "#app/domain/milestones/milestones-within.ts";
import type { ChangedPart } from "#app/domain/trends/changed-parts.ts";
import { clearChanges } from "#app/domain/trends/change-sentence.ts";
import { LONGEST_TREND } from "#app/domain/trends/change-shape.ts";
import type { TrendView } from "#app/domain/trends/trend-words.ts";
import type { Words } from "#app/words/say.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { readTrends } from "./read-trend.server.ts";

export type TrendPage = TrendView & {
  headline: string;
  from: string;
  to: string;
  fromId: string;
  toId: string;
  parts: ChangedPart[];
  /** The id of the dimension that is drawn, null: overall; and everything that can be, overall first. */
  drawn: string | null;
  drawable: { id: string | null; title: string }[];
  milestones: Mark[];
};

/** Which lines an address asks for. */
export function readTrendQuery(request: Request): { slug: string | null; part: string | null } {
  const query = new URL(request.url).searchParams;
  return { slug: query.get("assessment"), part: query.get("part") };
}

/**
 * What the page of trends shows of one assessment, and which others there are; null where nothing can be compared.
 * @param asked the slug of an assessment and the id of a dimension; where there is no such one, the latest and overall
 */
export async function trendPage(
  db: Database,
  access: Pick<Access, "organization">,
  asked: { slug: string | null; part: string | null },
  words: Words,
): Promise<{ choices: { slug: string; title: string }[]; trend: TrendPage | null }> {
  const { choices, trend } = await readTrends(db, access, asked.slug, words);
  if (!trend) return { choices, trend: null };
  const { change, parts, title, milestones } = trend;
  const lines = change?.trend?.lines;
  const line = lines?.dimensions.find(({ id }) => id === asked.part);
  const dimensions = parts.filter(({ id }) => lines?.dimensions.some((each) => each.id === id));
  const shown = change?.trend?.cycles ?? trend.cycles.slice(-LONGEST_TREND).map(({ id }) => id);
  const cycles = trend.cycles.filter(({ id }) => shown.includes(id));
  const [from, to] = trend.cycles.slice(-2) as [(typeof cycles)[number], (typeof cycles)[number]];
  const moved = clearChanges(parts, parts.length).length;
  const between = { from: from.period, to: to.period };
  const headline =
    change === null
      ? words.say("change:headlinePending", between)
      : moved > 0
        ? words.say("change:headlineClear", { ...between, count: moved })
        : words.say("change:headlineNone", between);
  return {
    choices,
    trend: {
      ...{ slug: trend.slug, title, headline, ...between, fromId: from.id, toId: to.id, parts },
      ...{ drawn: line?.id ?? null, part: dimensions.find(({ id }) => id === line?.id)?.title ?? null },
      drawable: [{ id: null, title: words.say("change:overall") }, ...dimensions.map(({ id, title: name }) => ({ id, title: name }))],
      milestones,
      periods: cycles.map(({ period }) => period),
      versions: cycles.map(({ version }) => version),
      respondents: cycles.map(({ respondents }) => respondents),
      asked: cycles.map(({ asked }) => asked),
      isAnonymous: cycles.map(({ isAnonymous }) => isAnonymous),
      points: change?.trend && cycles.length === change.trend.cycles.length ? (line?.points ?? change.trend.lines.overall) : null,
      items: change?.trend ? { common: change.trend.lines.commonItems.common, all: change.trend.lines.commonItems.of.at(-1) ?? 0 } : null,
    },
  };
}
