import type { DemoClient } from "#app/domain/demo/demo-cast.ts";
import {
  ADOPTED_AGO,
  DECIDED_AFTER,
  DEMO_DECIDED_BET,
  DEMO_NEXT_SCENARIO,
  DEMO_NOTE,
  DEMO_OPEN_BET,
  DEMO_OWN,
  DEMO_SCENARIO,
  type DemoCourse,
  demoCourse,
  demoWishes,
} from "#app/domain/demo/demo-roadmap.ts";
import { quarterAfter } from "#app/domain/cycles/period.ts";
import { lastQuarters } from "#app/domain/demo/last-quarters.ts";
import { shiftDay } from "#app/domain/kpis/reading-period.ts";
import { promisesOf } from "#app/domain/ledger/promise.ts";
import { firstPlan } from "#app/domain/roadmap/first-plan.ts";
import { changesOf } from "#app/domain/tenancy/audit-actions.ts";
import type { Prisma } from "@prisma/client";
import { dateOf, dayOf, titleIn } from "../board/initiative-row.server.ts";
import { putOnBoard } from "../board/put-on-board.server.ts";
import type { Catalog } from "../content/load-content.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { adoptIn } from "../scenarios/adopt-scenario.server.ts";
import { gatherInputs, requestOf } from "../scenarios/plan-inputs.server.ts";
import { scenarioIn } from "../scenarios/read-scenario.server.ts";

type Events = Prisma.AuditEventCreateManyInput[];

/** The scenario of a client has an id of its own, so that there is one. */
export const scenarioIdOf = ({ id }: Pick<DemoClient, "id">) => id.replace(/c(\d)$/, "5$1");
const nextScenarioIdOf = ({ id }: Pick<DemoClient, "id">) => id.replace(/c(\d)$/, "7$1");

/**
 * A client's roadmap: a plan from the result of a year ago, as the product's own planner makes it at once, adopted then, and what became of it since, as
 * if all had gone as it was planned. Who did what and when is invented; the plan and what it promises are computed, and what came of the promises is held against the
 * invented answers of later quarters, as everybody's is. Made once; left out where the result of that quarter is not there.
 */
export async function inventRoadmap(db: Database, client: DemoClient, { initiatives }: Catalog, assessment: string, now: Date): Promise<void> {
  const organizationId = client.id;
  const id = scenarioIdOf(client);
  const [before, after] = lastQuarters(now, ADOPTED_AGO + 1);
  const cycle = await withTenant(db, { organizationId }, async (tx) => {
    const where = { organizationId, assessmentSlug: assessment, period: before!.period, teamResults: { some: { number: 1 } } };
    return (await tx.scenario.count({ where: { organizationId, id } })) > 0 ? null : tx.cycle.findFirst({ where, select: { id: true, closedAt: true } });
  });
  if (!cycle?.closedAt) return;
  const firstQuarter = after!.period;
  const wishes = demoWishes(assessment, cycle.id, { weeks: 4, usesLedger: false });
  const inputs = await gatherInputs(db, organizationId, { wishes, firstQuarter });
  if (!inputs) return;
  const request = await requestOf(db, inputs);
  const plan = firstPlan(request);
  if (plan.status === "impossible") return;
  // Nobody waits for a proof here: it is the plan that somebody took who stopped the search.
  const outcome = plan.status === "feasible" ? { ...plan, stoppedBy: "cancelled" as const } : plan;
  const at = new Date(cycle.closedAt.getTime() + DECIDED_AFTER * 24 * 3600 * 1000);
  const owner = client.members[0]!;
  await withTenant(db, { organizationId }, async (tx) => {
    const row = { id, name: DEMO_SCENARIO.name, firstQuarter, wishes, inputs, outcome, state: "planned", plannedAt: at, createdBy: owner.name, createdAt: at };
    if ((await tx.scenario.createMany({ data: [row], skipDuplicates: true })).count === 0) return;
    const scenario = (await scenarioIn(tx, organizationId, id))!;
    const adopting = { note: DEMO_SCENARIO.note, language: "en", now: at } as const;
    await adoptIn(tx, { organizationId, by: owner }, { scenario, plan: outcome, promises: promisesOf(request, outcome) }, adopting);
    const about = { personId: owner.personId, actorName: owner.name, objectKind: "scenario", objectId: id, objectName: DEMO_SCENARIO.name, at };
    const events: Events = [
      { ...about, action: "scenario.made" },
      { ...about, action: "roadmap.adopted" },
      ...(await letTimePass(tx, client, inputs.initiatives, lastQuarters(now, 1)[0]!.period, now)),
    ];
    await proposeMore(tx, client, initiatives, now);
    await tx.auditEvent.createMany({ data: events });
  });
}

/**
 * A second scenario, from the latest result and for the quarters to come, that waits for the job runner like everybody's: what is shown of it is the
 * planner's own, with its proof and its reruns. Made once.
 */
export async function askForNextPlan(db: Database, client: DemoClient, assessment: string, now: Date): Promise<void> {
  const organizationId = client.id;
  const { personId, name } = client.members[0]!;
  const id = nextScenarioIdOf(client);
  const firstQuarter = quarterAfter(lastQuarters(now, 1)[0]!.period, 1);
  await withTenant(db, { organizationId }, async (tx) => {
    const where = { organizationId, assessmentSlug: assessment, teamResults: { some: { number: 1 } } };
    const latest = await tx.cycle.findFirst({ where, orderBy: { closedAt: "desc" }, select: { id: true } });
    if (!latest) return;
    const wishes = demoWishes(assessment, latest.id, { weeks: 6, usesLedger: true });
    const row = { id, name: DEMO_NEXT_SCENARIO, firstQuarter, wishes, createdBy: name, createdAt: now };
    if ((await tx.scenario.createMany({ data: [row], skipDuplicates: true })).count === 0) return;
    const about = { objectKind: "scenario", objectId: id, objectName: DEMO_NEXT_SCENARIO, at: now };
    await tx.auditEvent.createMany({ data: [{ personId, actorName: name, action: "scenario.made", ...about }] });
  });
}

/** Everything that was planned goes its way; the analyst looks after it. @returns what the trail says of it */
async function letTimePass(
  tx: Transaction,
  { id: organizationId, members }: DemoClient,
  planned: readonly { id: string; quarters: number }[],
  present: string,
  now: Date,
): Promise<Events> {
  const today = dayOf(now)!;
  const keeper = members.find(({ role }) => role === "analyst")!;
  const quartersOf = new Map(planned.map(({ id, quarters }) => [id, quarters]));
  const rows = await tx.roadmapInitiative.findMany({
    where: { organizationId, state: "planned" },
    orderBy: [{ startQuarter: "asc" }, { id: "asc" }],
    select: { id: true, libraryId: true, own: true, startQuarter: true, steps: { orderBy: { position: "asc" }, select: { id: true } } },
  });
  const courses = rows.map(({ libraryId, startQuarter }) =>
    demoCourse({ startQuarter: startQuarter!, quarters: quartersOf.get(libraryId!) ?? 1 }, present, today),
  );
  const firstOf = (state: DemoCourse["state"]) => rows[courses.findIndex((course) => course.state === state)]?.id;
  const [open, decided] = [firstOf("under_way"), firstOf("done")];
  const events: Events = [];
  for (const [index, { steps, ...row }] of rows.entries()) {
    const { id } = row;
    const { state, startedOn, endedOn, dueOn } = courses[index]!;
    await tx.roadmapInitiative.updateMany({
      where: { organizationId, id },
      data: {
        ...{ state, startedOn: dateOf(startedOn), endedOn: dateOf(endedOn), dueOn: dateOf(dueOn), remindedOf: dateOf(dueOn), ownerId: keeper.personId },
        ...(id === open ? openBet(today) : {}),
        ...(id === decided ? { ...DEMO_DECIDED_BET, measureOn: dateOf(endedOn), decidedOn: dateOf(endedOn) } : {}),
      },
    });
    const done = state === "done" ? steps : state === "under_way" ? steps.slice(0, Math.ceil(steps.length / 2)) : [];
    await tx.roadmapStep.updateMany({
      where: { organizationId, id: { in: done.map((step) => step.id) } },
      data: { doneBy: keeper.name, doneAt: dateOf(endedOn ?? startedOn) },
    });
    const about = { personId: keeper.personId, actorName: keeper.name, action: "initiative.moved", objectKind: "initiative", objectId: id };
    const moved = (from: string, to: string, on: string) =>
      events.push({ ...about, objectName: titleIn(row, "en"), at: dateOf(on)!, detail: changesOf({ state: from }, { state: to }) });
    if (startedOn !== null) moved("planned", "under_way", startedOn);
    if (endedOn !== null) moved("under_way", "done", endedOn);
  }
  if (open !== undefined)
    await tx.roadmapNote.createMany({ data: [{ initiativeId: open, text: DEMO_NOTE, writtenBy: keeper.name, writtenById: keeper.personId, writtenAt: now }] });
  return events;
}

function openBet(today: string) {
  const { measureIn, ...texts } = DEMO_OPEN_BET;
  return { ...texts, measureOn: dateOf(shiftDay(today, measureIn)) };
}

/** One of the library that is not in the plan, and one of their own, which nobody has agreed on yet. */
async function proposeMore(tx: Transaction, { id: organizationId, members }: DemoClient, initiatives: Catalog["initiatives"], now: Date): Promise<void> {
  const there = new Set((await tx.roadmapInitiative.findMany({ where: { organizationId }, select: { libraryId: true } })).map(({ libraryId }) => libraryId));
  const another = initiatives.find(({ id, requires }) => !there.has(id) && requires.length === 0);
  const by = { person: members[0]! };
  if (another) await putOnBoard(tx, by, { libraryId: another.id, initiative: another }, now);
  await putOnBoard(tx, by, { id: organizationId.replace(/c(\d)$/, "6$1"), own: DEMO_OWN }, now);
}
