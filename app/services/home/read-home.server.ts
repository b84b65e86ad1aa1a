import { can } from "#app/domain/access/can.ts";
import type { AssessmentStanding } from "#app/domain/organization-home/assessment-standing.ts";
import { nextStep, type NextStep } from "#app/domain/organization-home/next-step.ts";
import { clearChanges } from "#app/domain/trends/change-sentence.ts";
import { changedParts, type ChangedPart } from "#app/domain/trends/changed-parts.ts";
import type { Words } from "#app/words/say.ts";
import { type PublishedCycle, publishedCycles } from "../changes/published-cycles.server.ts";
import { storedChange } from "../changes/read-trend.server.ts";
import { assessmentTitle } from "../content/assessment-title.server.ts";
import { compiledVersionIn } from "../content/compiled-version.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { latestFigures } from "../results/stored-figures.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { dueIn, type WhatIsDue } from "./read-due.server.ts";

/** Sentences of change that one screen has room for. */
const MOST_CHANGES = 3;

export type Home = {
  lines: AssessmentStanding[];
  /** What moved clearly, the most first; `isKnown` once something could be compared at all. */
  changes: { title: string; period: string; sentence: string }[];
  isKnown: boolean;
  due: WhatIsDue;
  step: NextStep;
  /** A cycle whose result was too small to show, the latest one. */
  tooSmall: { title: string; period: string } | null;
};

/** The first page of an organisation, for who may see its results. Reads no answers. */
export async function readHome(db: Database, access: Access, words: Words, now: Date): Promise<Home> {
  const organizationId = access.organization.id;
  const { language } = words;
  const found = await withTenant(db, { organizationId }, async (tx) => {
    const all = can(access.actor, "results.view") ? await publishedCycles(tx, organizationId) : [];
    const slugs = [...new Set(all.map(({ slug }) => slug).reverse())];
    const latest = slugs.map((slug) => all.filter((cycle) => cycle.slug === slug).slice(-2));
    const changes = [];
    for (const [from, to] of latest) if (from && to) changes.push({ to, change: await storedChange(tx, organizationId, from.id, to.id) });
    const last = all
      .filter(({ mean }) => mean !== null)
      .sort((a, b) => a.closedAt.getTime() - b.closedAt.getTime())
      .at(-1);
    const figures = last ? ((await latestFigures(tx, { organizationId, cycleId: last.id }))?.figures ?? null) : null;
    return { all, slugs, last, disputed: figures?.agenda[0]?.item ?? null, changes, due: await dueIn(tx, access, language, now) };
  });
  const { all, slugs, due } = found;
  const title = (slug: string) => assessmentTitle(slug, language);
  const definitionOf = async ({ hash }: PublishedCycle) => (await compiledVersionIn(db, hash, language)).definition;
  const lines: AssessmentStanding[] = [];
  for (const slug of slugs) {
    const shown = all.filter((cycle) => cycle.slug === slug && cycle.mean !== null);
    const [cycle, before] = [shown.at(-1), shown.at(-2)];
    if (!cycle) continue;
    const { levels } = await definitionOf(cycle);
    lines.push({
      ...{ slug, title: title(slug), cycleId: cycle.id, period: cycle.period, mean: cycle.mean!, level: cycle.level, gatedLevel: cycle.gatedLevel },
      before: before ? { period: before.period, mean: before.mean! } : null,
      levels: levels.map(({ name, cut }) => ({ name, cut })),
      ...{ respondents: cycle.respondents, asked: cycle.asked },
    });
  }
  const parts: (ChangedPart & { of: string; period: string })[] = [];
  for (const { to, change } of found.changes)
    if (change) parts.push(...changedParts(await definitionOf(to), change, words).map((part) => ({ ...part, of: title(to.slug), period: to.period })));
  const last = found.last;
  const question = last && found.disputed !== null ? (await definitionOf(last)).items.find(({ id }) => id === found.disputed)?.text : undefined;
  const small = all.filter(({ mean }) => mean === null).at(-1);
  const mayRun = access.organization.eraseAfter === null && can(access.actor, "cycles.run");
  const facts = {
    ...due,
    may: { run: mayRun, see: can(access.actor, "results.view"), plan: access.organization.eraseAfter === null && can(access.actor, "roadmap.edit") },
    latest: last ? { cycleId: last.id, title: title(last.slug), closedAt: last.closedAt.toISOString(), mostDisputed: question ?? null } : null,
  };
  return {
    lines,
    changes: clearChanges(parts, MOST_CHANGES).map(({ of, period, sentence }) => ({ title: of, period, sentence })),
    isKnown: parts.length > 0,
    due,
    step: nextStep(facts, now.toISOString()),
    tooSmall: small ? { title: title(small.slug), period: small.period } : null,
  };
}
