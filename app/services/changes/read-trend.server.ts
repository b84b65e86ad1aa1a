import type { Mark } from "#app/domain/milestones/milestones-within.ts";
import { type CycleChange, cycleChangeSchema } from "#app/domain/trends/change-shape.ts";
import { changedParts, type ChangedPart } from "#app/domain/trends/changed-parts.ts";
import type { Words } from "#app/words/say.ts";
import { assessmentTitle } from "../content/assessment-title.server.ts";
import { compiledVersionIn } from "../content/compiled-version.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { marksIn } from "../milestones/list-milestones.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { type PublishedCycle, publishedCycles } from "./published-cycles.server.ts";

/** One assessment over its cycles; `change` is null while it is computed, and where there is one cycle only. */
export type Trend = {
  slug: string;
  title: string;
  cycles: PublishedCycle[];
  change: CycleChange | null;
  /** Overall first; empty without a change. */
  parts: ChangedPart[];
  milestones: Mark[];
};
export type Trends = { choices: { slug: string; title: string }[]; trend: Trend | null };

/** What has moved in one assessment, or in the one that was closed last; null where nothing can be compared. Reads no answers. */
export async function readTrends(db: Database, { organization }: Pick<Access, "organization">, slug: string | null, words: Words): Promise<Trends> {
  const organizationId = organization.id;
  const found = await withTenant(db, { organizationId }, async (tx) => {
    const all = await publishedCycles(tx, organizationId);
    const slugs = [...new Set(all.map((cycle) => cycle.slug))].filter((each) => all.filter((cycle) => cycle.slug === each).length > 1);
    const latest = all.filter((cycle) => slugs.includes(cycle.slug)).at(-1)?.slug;
    const chosen = slugs.find((each) => each === slug) ?? latest ?? null;
    const cycles = all.filter((cycle) => cycle.slug === chosen);
    const [from, to] = cycles.slice(-2);
    const change = from && to ? await storedChange(tx, organizationId, from.id, to.id) : null;
    return { slugs, chosen, cycles, change, milestones: await marksIn(tx, organizationId, words.language) };
  });
  const { chosen, cycles, change, milestones } = found;
  const choices = found.slugs.map((each) => ({ slug: each, title: assessmentTitle(each, words.language) }));
  if (chosen === null) return { choices, trend: null };
  const { definition } = await compiledVersionIn(db, cycles.at(-1)!.hash, words.language);
  const title = assessmentTitle(chosen, words.language);
  return { choices, trend: { slug: chosen, title, cycles, change, parts: change ? changedParts(definition, change, words) : [], milestones } };
}

/** What was computed of two cycles; null while it is not. */
export async function storedChange(tx: Transaction, organizationId: string, fromCycleId: string, toCycleId: string): Promise<CycleChange | null> {
  const row = await tx.cycleChange.findUnique({
    where: { organizationId_fromCycleId_toCycleId: { organizationId, fromCycleId, toCycleId } },
    select: { figures: true },
  });
  return row?.figures ? cycleChangeSchema.parse(row.figures) : null;
}
