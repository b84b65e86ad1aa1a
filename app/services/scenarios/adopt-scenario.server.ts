import { quarterAfter } from "#app/domain/cycles/period.ts";
import { promisesOf } from "#app/domain/ledger/promise.ts";
import type { PlanResult } from "#app/domain/roadmap/plan.ts";
import { canonicalJson } from "#app/domain/report/canonical-json.ts";
import { changesOf } from "#app/domain/tenancy/audit-actions.ts";
import { type Language, SOURCE_LANGUAGE } from "#app/words/language.ts";
import { type AuditEntry, recordEvent } from "../audit/record-event.server.ts";
import { putOnBoard } from "../board/put-on-board.server.ts";
import { initiativeOf } from "../board/read-board.server.ts";
import { initiativesIn } from "../content/content-in-language.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";
import { requestOf } from "./plan-inputs.server.ts";
import { readScenario, scenarioIn, type Scenario } from "./read-scenario.server.ts";

/**
 * `not-planned`: there is no plan yet, or none is possible. `conflict`: somebody has changed what is asked of it since it was looked at. `overtaken`:
 * somebody has made it, or another one, the roadmap since.
 */
export type AdoptOutcome = "adopted" | "gone" | "not-allowed" | "not-planned" | "conflict" | "overtaken";

type Asked = { language: Language; now: Date };
/** `since`: what was made the roadmap last, as far as is known to whoever adopts; null for nothing. */
type Adopting = { id: string; revision: number; note: string; since: string | null };

/**
 * Makes a scenario the roadmap: what it was is kept, its initiatives come onto the board, each with its quarter and what it promises, and what
 * was planned before and is not in it goes back to the proposed ones. What is under way or has ended stays where it is. The same request, sent
 * again, does nothing more.
 */
export async function adoptScenario(db: Database, access: Access, { id, revision, note, since }: Adopting, { language, now }: Asked): Promise<AdoptOutcome> {
  const organizationId = access.organization.id;
  const seen = await readScenario(db, access, id);
  if (!seen) return "gone";
  if (seen.revision !== revision) return "conflict";
  if (!seen.inputs || seen.state !== "planned" || !seen.outcome || seen.outcome.status === "impossible") return "not-planned";
  // Outside of the door: what was asked is found in the content, which is not the organisation's.
  const promises = promisesOf(await requestOf(db, seen.inputs), seen.outcome);
  const plan = seen.outcome;
  return withTenant(db, { organizationId }, async (tx) => {
    if (!(await stillMay(tx, access, "roadmap.edit", now))) return "not-allowed";
    // The organisation is held: nobody adopts another one meanwhile.
    const scenario = await scenarioIn(tx, organizationId, id);
    if (!scenario) return "gone";
    if (scenario.revision !== revision || canonicalJson(scenario.outcome) !== canonicalJson(plan)) return "conflict";
    const latest = await tx.roadmapAdoption.findFirst({
      where: { organizationId },
      orderBy: [{ adoptedAt: "desc" }, { id: "desc" }],
      select: { id: true, scenarioId: true, note: true, adoptedBy: true },
    });
    if ((latest?.id ?? null) !== since)
      return latest?.scenarioId === id && latest.note === note && latest.adoptedBy === access.person.name ? "adopted" : "overtaken";
    const put = await adoptIn(tx, { organizationId, by: access.person }, { scenario, plan, promises }, { note, language, now });
    for (const entry of put) await recordEvent(tx, access, entry);
    await recordEvent(tx, access, { action: "roadmap.adopted", object: { kind: "scenario", id, name: scenario.name } });
    return "adopted";
  });
}

type Within = { organizationId: string; by: { name: string } };
type Adopted = { scenario: Scenario; plan: PlanResult; promises: ReturnType<typeof promisesOf> };

/** The same inside of the organisation's door, of what was checked before. @returns what the trail is to say of each initiative; it writes nothing there */
export async function adoptIn(tx: Transaction, within: Within, adopted: Adopted, { note, ...asked }: Asked & { note: string }): Promise<AuditEntry[]> {
  const { id, name, firstQuarter, wishes, inputs } = adopted.scenario;
  const row = { scenarioId: id, name, firstQuarter, wishes, inputs: inputs!, outcome: adopted.plan, note, adoptedBy: within.by.name, adoptedAt: asked.now };
  await tx.roadmapAdoption.createMany({ data: [row] });
  return plantBoard(tx, within, adopted, asked);
}

async function plantBoard(
  tx: Transaction,
  { organizationId, by }: Within,
  { scenario: { firstQuarter, inputs, name }, plan, promises }: Adopted,
  { language, now }: Asked,
): Promise<AuditEntry[]> {
  const rows = await tx.roadmapInitiative.findMany({
    where: { organizationId },
    select: { id: true, libraryId: true, own: true, state: true, startQuarter: true },
  });
  const entries: AuditEntry[] = [];
  const noteMoved = (row: (typeof rows)[number], to: { state: string; quarter: string | null }) => {
    const detail = changesOf({ state: row.state, quarter: row.startQuarter }, to);
    const name = initiativeOf(row, SOURCE_LANGUAGE)?.title ?? row.libraryId ?? row.id;
    if (Object.keys(detail).length > 0) entries.push({ action: "initiative.moved", object: { kind: "initiative", id: row.id, name }, detail });
  };
  const byPlanId = new Map(rows.map((row) => [row.libraryId ?? `own-${row.id}`, row]));
  const planned = new Set<string>();
  for (const { initiative, startQuarter } of plan.items) {
    const of = byPlanId.get(initiative);
    const promise = { ...promises.get(initiative)!, scenario: name, on: now.toISOString().slice(0, 10), basis: basisOf(inputs!) };
    const start = quarterAfter(firstQuarter, startQuarter - 1);
    if (!of) {
      const source = initiativesIn(language).initiativeById.get(initiative);
      if (!source) continue;
      const id = await putOnBoard(tx, { person: by }, { libraryId: initiative, initiative: source }, now, { state: "planned", startQuarter: start, promise });
      const title = initiativesIn(SOURCE_LANGUAGE).initiativeById.get(initiative)?.title ?? initiative;
      entries.push({ action: "initiative.added", object: { kind: "initiative", id, name: title } });
      continue;
    }
    planned.add(of.id);
    // What goes on keeps its quarter: it has started when it has started.
    const isFree = of.state === "proposed" || of.state === "planned" || of.state === "dropped";
    await tx.roadmapInitiative.updateMany({
      where: { organizationId, id: of.id },
      data: { promise, revision: { increment: 1 }, ...(isFree ? { state: "planned", startQuarter: start, endedOn: null } : {}) },
    });
    if (isFree) noteMoved(of, { state: "planned", quarter: start });
  }
  const left = rows.filter(({ id, state }) => state === "planned" && !planned.has(id));
  if (left.length > 0) {
    const data = { state: "proposed", startQuarter: null, revision: { increment: 1 } };
    await tx.roadmapInitiative.updateMany({ where: { organizationId, id: { in: left.map(({ id }) => id) } }, data });
    for (const row of left) noteMoved(row, { state: "proposed", quarter: null });
  }
  return entries;
}

const basisOf = (inputs: NonNullable<Scenario["inputs"]>) => inputs.assessments.map(({ slug, cycle, number, period }) => ({ slug, cycle, number, period }));
