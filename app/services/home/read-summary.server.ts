import type { TeamResult } from "#app/domain/agreement/team-result-shape.ts";
import { changedParts, type ChangedPart } from "#app/domain/trends/changed-parts.ts";
import type { TeamNames } from "#app/domain/report/team-names.ts";
import { teamHeadline } from "#app/domain/report/team-sentences.ts";
import type { Words } from "#app/words/say.ts";
import { publishedCycles } from "../changes/published-cycles.server.ts";
import { storedChange } from "../changes/read-trend.server.ts";
import { assessmentTitle } from "../content/assessment-title.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { readLedger } from "../ledger/read-ledger.server.ts";
import { readTeamResult } from "../results/read-team-result.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { type RoadmapStanding, roadmapStandingIn } from "./read-roadmap-standing.server.ts";
import { dueIn, type WhatIsDue } from "./read-due.server.ts";

/** Points of an agenda that a page has room for. */
const TOP = 3;

export type Summary = {
  /** The assessments of which there is a result with a score, and which of them this is. */
  choices: { slug: string; title: string }[];
  slug: string;
  headline: string;
  names: Pick<TeamNames, "title" | "levels" | "dimensions" | "ends">;
  overall: Pick<TeamResult["overall"], "mean" | "level" | "gatedLevel" | "interval">;
  before: { period: string; mean: number | null } | null;
  dimensions: { id: string; title: string; mean: number | null; changed: ChangedPart | null }[];
  changed: ChangedPart | null;
  disputed: string[];
  unknown: { text: string; count: number }[];
  due: WhatIsDue;
  /** Null for who may not see it. `kept`: promised and realised points of what is done and has been held against a later result; null: nothing has. */
  roadmap: (Omit<RoadmapStanding, "due"> & { kept: { promised: number; realised: number } | null }) | null;
  made: { version: number; period: string; closedAt: string; respondents: number; asked: number; method: string; hash: string };
};

/** The page for a board, of the result that was shown last, or of that of one assessment; null where there is none. */
export async function readSummary(db: Database, access: Access, slug: string | null, words: Words, now: Date): Promise<Summary | null> {
  const organizationId = access.organization.id;
  const { all, found, due, standing } = await withTenant(db, { organizationId }, async (tx) => {
    const all = (await publishedCycles(tx, organizationId)).filter(({ mean }) => mean !== null);
    const last = [...all].sort((a, b) => a.closedAt.getTime() - b.closedAt.getTime()).at(-1);
    const same = all.filter((cycle) => cycle.slug === (all.some((each) => each.slug === slug) ? slug : last?.slug));
    const [cycle, before] = [same.at(-1), same.at(-2)];
    const change = cycle && before ? await storedChange(tx, organizationId, before.id, cycle.id) : null;
    return {
      ...{ all, found: cycle ? { cycle, before, change } : null, due: await dueIn(tx, access, words.language, now) },
      standing: await roadmapStandingIn(tx, access, words.language, now),
    };
  });
  if (!found) return null;
  const { cycle, before, change } = found;
  const result = await readTeamResult(db, access, cycle.id, words.language);
  if (!result?.stored) return null;
  const { names, compiled, hash } = result;
  const { figures, respondents, asked } = result.stored;
  const parts = change ? changedParts(compiled.definition, change, words) : [];
  const textOf = (id: string) => names.items.find((item) => item.id === id)?.text ?? id;
  const kept = standing && (await readLedger(db, organizationId, words.language)).kept;
  const slugs = [...new Set(all.map((each) => each.slug))];
  return {
    choices: slugs.map((each) => ({ slug: each, title: assessmentTitle(each, words.language) })),
    slug: cycle.slug,
    headline: teamHeadline(access.organization.name, figures, names, words),
    names,
    overall: figures.overall,
    before: before ? { period: before.period, mean: before.mean } : null,
    dimensions: names.dimensions.map(({ id, title }) => ({
      ...{ id, title, mean: figures.dimensions.find((part) => part.id === id)?.mean ?? null },
      changed: parts.find((part) => part.id === id) ?? null,
    })),
    changed: parts.find(({ id }) => id === "overall") ?? null,
    disputed: figures.agenda.slice(0, TOP).map(({ item }) => textOf(item)),
    unknown: figures.findOut.slice(0, TOP).map(({ item, notSure }) => ({ text: textOf(item), count: notSure })),
    due,
    roadmap: standing && {
      ...{ all: standing.all, counts: standing.counts, adoption: standing.adoption },
      kept: kept && { promised: kept.promised, realised: kept.realised },
    },
    made: { version: cycle.version, period: cycle.period, closedAt: cycle.closedAt.toISOString(), respondents, asked, method: figures.method, hash },
  };
}
