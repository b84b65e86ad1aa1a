import type { TeamResult } from "#app/domain/agreement/team-result-shape.ts";
import { changedParts, type ChangedPart } from "#app/domain/trends/changed-parts.ts";
import type { Words } from "#app/words/say.ts";
import { assessmentTitle } from "../content/assessment-title.server.ts";
import { compiledVersionIn } from "../content/compiled-version.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { latestFigures } from "../results/stored-figures.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { publishedCycles } from "./published-cycles.server.ts";
import { storedChange } from "./read-trend.server.ts";

type Figures = Pick<TeamResult["dimensions"][number], "mean" | "agreement" | "band">;
/** Of one cycle; of the whole there is no index of agreement. */
export type Side = {
  period: string;
  respondents: number;
  asked: number;
  version: number;
  states: Record<"answered" | "not_applicable" | "not_sure" | "blank", number>;
};
export type ComparedPart = { id: string; title: string; from: Figures | null; to: Figures | null };
export type Comparison = {
  title: string;
  from: Side & { id: string };
  to: Side & { id: string };
  parts: ComparedPart[];
  /** Null until it is computed; `isAsked` once somebody has asked for it. */
  changed: ChangedPart[] | null;
  isAsked: boolean;
  items: { common: number; all: number } | null;
};
export type ComparePage = { choices: { id: string; label: string }[]; comparison: Comparison | null };

/** Two cycles side by side, from what is stored of them: null where they are not two of one assessment that have a result. */
export async function comparePage(
  db: Database,
  { organization }: Pick<Access, "organization">,
  ids: readonly (string | null)[],
  words: Words,
): Promise<ComparePage> {
  const organizationId = organization.id;
  const found = await withTenant(db, { organizationId }, async (tx) => {
    const all = await publishedCycles(tx, organizationId);
    const [from, to] = all.filter(({ id }) => ids.includes(id));
    if (!from || !to || from.slug !== to.slug) return { all, two: null };
    const figures = await Promise.all([from, to].map(({ id }) => latestFigures(tx, { organizationId, cycleId: id })));
    const key = { organizationId, fromCycleId: from.id, toCycleId: to.id };
    const asked = await tx.cycleChange.count({ where: key });
    return { all, two: { from, to, figures, change: await storedChange(tx, organizationId, from.id, to.id), isAsked: asked > 0 } };
  });
  const title = (slug: string) => assessmentTitle(slug, words.language);
  const choices = found.all.map(({ id, slug, period }) => ({ id, label: words.say("change:cycleChoice", { title: title(slug), period }) })).reverse();
  if (!found.two) return { choices, comparison: null };
  const { from, to, figures, change, isAsked } = found.two;
  const [before, after] = figures.map((stored) => stored!.figures) as [TeamResult, TeamResult];
  const { definition } = await compiledVersionIn(db, to.hash, words.language);
  const overall = (result: TeamResult): Figures => ({ mean: result.overall.mean, agreement: null, band: null });
  const dimension = (result: TeamResult, id: string): Figures | null => {
    const part = result.dimensions.find((each) => each.id === id);
    return part ? { mean: part.mean, agreement: part.agreement, band: part.band } : null;
  };
  return {
    choices,
    comparison: {
      title: title(to.slug),
      from: { id: from.id, ...sideOf(from, before) },
      to: { id: to.id, ...sideOf(to, after) },
      parts: [
        { id: "overall", title: words.say("change:overall"), from: overall(before), to: overall(after) },
        ...definition.dimensions.map(({ id, title: name }) => ({ id, title: name, from: dimension(before, id), to: dimension(after, id) })),
      ],
      changed: change && changedParts(definition, change, words),
      isAsked,
      items: change && from.version !== to.version ? { common: change.change.commonItems.common, all: change.change.commonItems.after } : null,
    },
  };
}

function sideOf({ period, respondents, asked, version }: Pick<Side, "period" | "respondents" | "asked" | "version">, { items }: TeamResult): Side {
  const states = { answered: 0, not_applicable: 0, not_sure: 0, blank: 0 };
  for (const item of items) for (const state of ["answered", "not_applicable", "not_sure", "blank"] as const) states[state] += item.states[state];
  return { period, respondents, asked, version, states };
}
