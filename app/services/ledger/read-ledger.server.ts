import { answerTo } from "#app/domain/assessment/answer.ts";
import type { Pillar } from "#app/domain/assessment/vocabulary.ts";
import { type InitiativeState } from "#app/domain/board/initiative-state.ts";
import { promiseSchema, type StoredPromise } from "#app/domain/ledger/promise.ts";
import { type ItemNow, type Kept, keptOf, type Realised, realisedOf } from "#app/domain/ledger/realised.ts";
import { itemValue } from "#app/domain/scoring/item-value.ts";
import { middleAnswers } from "#app/domain/scenarios/middle-answers.ts";
import type { Language } from "#app/words/language.ts";
import { initiativeOf } from "../board/read-board.server.ts";
import { publishedCycles, type PublishedCycle } from "../changes/published-cycles.server.ts";
import { compiledVersion } from "../content/compiled-version.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { agreedAnswers } from "../results/agreed-answers.server.ts";
import { latestFigures } from "../results/stored-figures.server.ts";

export type LedgerRow = {
  id: string;
  title: string;
  type: Pillar;
  state: InitiativeState;
  /** ISO day; null while it goes on. */
  endedOn: string | null;
  promise: Pick<StoredPromise, "scenario" | "on" | "points">;
  /** The results it is held against; empty while none has come since it was done. */
  against: { cycle: string; period: string; slug: string }[];
  /** Null until it is done and has been held against a result. */
  outcome: Realised | null;
};

/**
 * The promises of an organisation's roadmap and what came of them: an initiative that is done is held against the first result of each assessment that
 * was asked for after that day, in the answers that a plan would start from there.
 */
export async function readLedger(db: Database, organizationId: string, language: Language): Promise<{ rows: LedgerRow[]; kept: Kept | null }> {
  const { initiatives, cycles } = await withTenant(db, { organizationId }, async (tx) => ({
    initiatives: await tx.roadmapInitiative.findMany({
      where: { organizationId, promise: { not: undefined } },
      orderBy: [{ endedOn: { sort: "desc", nulls: "last" } }, { createdAt: "asc" }, { id: "asc" }],
      select: { id: true, libraryId: true, own: true, state: true, endedOn: true, promise: true },
    }),
    cycles: (await publishedCycles(tx, organizationId)).filter(({ mean }) => mean !== null),
  }));
  const values = new Map<string, ItemNow[]>();
  const rows: LedgerRow[] = [];
  for (const { endedOn, promise: stored, state, ...row } of initiatives) {
    const source = initiativeOf(row, language);
    if (stored === null || !source) continue;
    const promise = promiseSchema.parse(stored);
    const against = state === "done" && endedOn ? firstAfter(cycles, promise, endedOn) : [];
    const later: ItemNow[] = [];
    for (const cycle of against) {
      if (!values.has(cycle.id)) values.set(cycle.id, await valuesIn(db, organizationId, cycle));
      later.push(...values.get(cycle.id)!);
    }
    rows.push({
      ...{ id: row.id, title: source.title, type: source.pillars[0]!, state: state as InitiativeState },
      endedOn: endedOn?.toISOString().slice(0, 10) ?? null,
      promise: { scenario: promise.scenario, on: promise.on, points: promise.points },
      against: against.map(({ id, period, slug }) => ({ cycle: id, period, slug })),
      outcome: against.length > 0 ? realisedOf(promise, later) : null,
    });
  }
  const compared = rows.flatMap(({ type, outcome }) => (outcome && outcome.points > 0 ? [{ type, points: outcome.points, realised: outcome.realised }] : []));
  return { rows, kept: keptOf(compared) };
}

/** Of each assessment that something was promised of, the first result that was closed after a day and is of a later period than what was planned from. */
function firstAfter(cycles: readonly PublishedCycle[], { items, basis }: StoredPromise, endedOn: Date): PublishedCycle[] {
  return [...new Set(items.map(({ assessment }) => assessment))].flatMap((slug) => {
    const from = basis.find((each) => each.slug === slug)?.period ?? "";
    const next = cycles.find((cycle) => cycle.slug === slug && cycle.period > from && cycle.closedAt >= endedOn);
    return next ? [next] : [];
  });
}

/** What every question of a result is worth, by the answer that a plan would start from. */
async function valuesIn(db: Database, organizationId: string, { id: cycleId, hash, slug }: PublishedCycle): Promise<ItemNow[]> {
  const compiled = await compiledVersion(db, hash);
  const { stored, agreed } = await withTenant(db, { organizationId }, async (tx) => ({
    stored: await latestFigures(tx, { organizationId, cycleId }),
    agreed: await agreedAnswers(tx, { organizationId, cycleId }),
  }));
  const { answers } = middleAnswers(compiled.definition, stored?.figures.items ?? [], agreed);
  return compiled.items.map((item) => {
    const answer = answerTo(answers, item.id);
    return { assessment: slug, item: item.id, now: answer.state === "answered" ? itemValue(item, answer.value, compiled.unit) / compiled.unit : null };
  });
}
