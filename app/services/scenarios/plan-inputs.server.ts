import { ratioOf } from "#app/domain/ledger/realised.ts";
import { middleAnswers } from "#app/domain/scenarios/middle-answers.ts";
import type { PlanInputs } from "#app/domain/scenarios/plan-inputs.ts";
import { afterTheBoard } from "#app/domain/scenarios/plan-request.ts";
import type { Wishes } from "#app/domain/scenarios/wishes.ts";
import type { Definition } from "#app/domain/assessment/definition.ts";
import { teamResultSchema } from "#app/domain/agreement/team-result-shape.ts";
import type { PlanRequest } from "#app/domain/roadmap/plan.ts";
import { planSettingsSchema } from "#app/domain/roadmap/plan-settings.ts";
import type { Initiative } from "#app/domain/roadmap/initiative.ts";
import { SOURCE_LANGUAGE } from "#app/words/language.ts";
import { boardInitiatives } from "../board/read-board.server.ts";
import { catalog } from "../content/catalog-instance.server.ts";
import { compiledVersion } from "../content/compiled-version.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { readLedger } from "../ledger/read-ledger.server.ts";
import { agreedAnswers } from "../results/agreed-answers.server.ts";

/** Gathers everything that a plan is computed from, as things stand now; null where a result that it starts from is gone. */
export async function gatherInputs(
  db: Database,
  organizationId: string,
  { wishes, firstQuarter }: { wishes: Wishes; firstQuarter: string },
): Promise<PlanInputs | null> {
  const { results, board } = await withTenant(db, { organizationId }, async (tx) => ({
    results: await Promise.all(wishes.basis.map((basis) => resultIn(tx, organizationId, basis))),
    board: await boardInitiatives(tx, organizationId, SOURCE_LANGUAGE),
  }));
  const assessments: PlanInputs["assessments"] = [];
  const definitions: Definition[] = [];
  for (const result of results) {
    if (!result) return null;
    const { definition } = await compiledVersion(db, result.hash);
    const { figures, agreed, ...head } = result;
    const { answers, from } = middleAnswers(definition, figures.items, agreed);
    const agreedItems = new Set(agreed.map(({ item }) => item));
    definitions.push(definition);
    assessments.push({
      ...head,
      ...{ slug: definition.slug, version: definition.version, mean: figures.overall.mean, answers },
      agreed: definition.items.map(({ id }) => id).filter((id) => from[id] === "consensus"),
      unknown: definition.items.map(({ id }) => id).filter((id) => from[id] === "none"),
      disputed: figures.items.filter(({ id, band }) => band === "low" && !agreedItems.has(id)).map(({ id }) => id),
    });
  }
  const own = board.flatMap(({ isOwn, source }) => (isOwn && source ? [source] : []));
  const slugs = new Set(assessments.map(({ slug }) => slug));
  const { pinned, excluded, ...planned } = afterTheBoard([...catalog().initiatives, ...own], board, firstQuarter, wishes, slugs);
  const kept = wishes.usesLedger ? (await readLedger(db, organizationId, SOURCE_LANGUAGE)).kept : null;
  const realised = kept ? Object.fromEntries(planned.initiatives.map(({ id, pillars }) => [id, ratioOf(kept, pillars[0]!)])) : {};
  const settings = planSettingsSchema.parse({
    ...{ quarters: wishes.quarters, capacity: wishes.capacity, pinned, excluded, importance: wishes.importance, realised, seed: wishes.seed },
    ...(wishes.budget ? { budget: wishes.budget } : {}),
    target: targetScore(wishes.target, definitions),
  });
  return { assessments, settings, ...planned };
}

/** What the planner is asked, by what was stored of it. */
export async function requestOf(db: Database, { assessments, initiatives, settings }: PlanInputs): Promise<PlanRequest> {
  const answered = [];
  for (const { hash, answers } of assessments) answered.push({ definition: (await compiledVersion(db, hash)).definition, answers });
  return { assessments: answered, initiatives: initiatives as Initiative[], settings };
}

async function resultIn(tx: Transaction, organizationId: string, { cycle: cycleId, number }: Wishes["basis"][number]) {
  const row = await tx.teamResult.findUnique({
    where: { organizationId_cycleId_number: { organizationId, cycleId, number } },
    select: { figures: true, respondents: true, cycle: { select: { assessmentHash: true, period: true } } },
  });
  if (!row) return null;
  const { assessmentHash: hash, period } = row.cycle;
  const agreed = await agreedAnswers(tx, { organizationId, cycleId });
  return { cycle: cycleId, number, hash, period, respondents: row.respondents, figures: teamResultSchema.parse(row.figures), agreed };
}

/** The score from which a level counts, where one is wanted; gates can still hold it back. */
function targetScore(target: Wishes["target"], definitions: readonly Definition[]): number | null {
  switch (target.kind) {
    case "furthest":
      return null;
    case "score":
      return target.score;
    case "level":
      return definitions[0]!.levels[target.level - 1]!.cut;
  }
}
