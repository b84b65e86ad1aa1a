import { DEMO_CLIENTS, DEMO_CONSULTANCY, DEMO_VISITOR, type DemoClient } from "#app/domain/demo/demo-cast.ts";
import { demoMilestones } from "#app/domain/demo/demo-milestones.ts";
import { lastQuarters } from "#app/domain/demo/last-quarters.ts";
import { paths } from "#app/paths.ts";
import { computeChange } from "../changes/compute-change.server.ts";
import type { Catalog } from "../content/load-content.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { computeInSteps } from "../results/compute-in-steps.server.ts";
import { publishResult } from "../results/publish-result.server.ts";
import { BEING_ERASED } from "../tenancy/being-erased.server.ts";
import { eraseOrganization } from "../tenancy/erase-organization.server.ts";
import { EVERY_QUARTER, type InventedClient, inventClient } from "./invent-client.server.ts";
import { askForNextPlan, inventRoadmap, scenarioIdOf } from "./invent-roadmap.server.ts";
import { inventEvidence } from "./invent-evidence.server.ts";

const FIRM = { organizationId: DEMO_CONSULTANCY.id };
/** Everything here happened a little over two years ago. */
const AGE_MS = 760 * 24 * 3600 * 1000;

/**
 * Makes the demonstration's organisations where they are not there, and anew once another quarter has begun. Every id is fixed, so
 * that two who ask at once make one, and what a fault left half is completed the next time.
 * @returns whether it was not all there; nudge the planner then, for a scenario that waits
 */
export async function prepareDemo(db: Database, catalog: Catalog, now: Date, clients: readonly DemoClient[] = DEMO_CLIENTS): Promise<boolean> {
  const { period } = lastQuarters(now, 1)[0]!;
  if (await isReady(db, period, clients)) return false;
  await removeOutdated(db, period, clients);
  await makePeople(db, clients);
  await makeConsultancy(db, now);
  for (const client of clients) {
    await makeClient(db, client, catalog, now);
    await publishAll(db, client);
    await inventRoadmap(db, client, catalog, EVERY_QUARTER, now);
    // The one whose settings the visitor sees: planning for all would keep the planner from everybody else.
    if (client === DEMO_CLIENTS[0]) await askForNextPlan(db, client, EVERY_QUARTER, now);
    await assignVisitor(db, client);
  }
  return true;
}

/** The last step of each client is who works for it; those of before there were roadmaps lack one. */
async function isReady(db: Database, period: string, clients: readonly DemoClient[]): Promise<boolean> {
  const assigned = await withTenant(db, FIRM, (tx) => tx.engagementAssignment.count({ where: { consultancyId: DEMO_CONSULTANCY.id } }));
  if (assigned < clients.length) return false;
  const last = clients.at(-1)!;
  if ((await withTenant(db, { organizationId: last.id }, (tx) => tx.scenario.count({ where: { id: scenarioIdOf(last) } }))) === 0) return false;
  return withTenant(db, { organizationId: DEMO_CLIENTS[0]!.id }, async (tx) => (await tx.cycle.count({ where: { period } })) > 0);
}

/** Organisations whose two years ended with an earlier quarter. */
async function removeOutdated(db: Database, period: string, clients: readonly DemoClient[]): Promise<void> {
  const isOutdated = await withTenant(db, { organizationId: DEMO_CLIENTS[0]!.id }, async (tx) => {
    const [all, current] = [await tx.cycle.count(), await tx.cycle.count({ where: { period } })];
    return all > 0 && current === 0;
  });
  if (!isOutdated) return;
  const ids = [...clients.map(({ id }) => id), DEMO_CONSULTANCY.id];
  for (const id of ids) await withTenant(db, { organizationId: id }, (tx) => tx.organization.updateMany({ where: { id }, data: { eraseAfter: BEING_ERASED } }));
  for (const id of ids) await eraseOrganization(db, id);
}

async function makePeople(db: Database, clients: readonly DemoClient[]): Promise<void> {
  const people = clients.flatMap(({ members }) => members.map(({ personId, name, email }) => ({ id: personId, name, email })));
  await db.person.createMany({ data: [DEMO_VISITOR, ...people].map((person) => ({ ...person, emailVerified: true })), skipDuplicates: true });
}

async function makeConsultancy(db: Database, now: Date): Promise<void> {
  await withTenant(db, FIRM, async (tx) => {
    const { id, name, slug } = DEMO_CONSULTANCY;
    const created = { createdAt: new Date(now.getTime() - AGE_MS) };
    const made = await tx.organization.createMany({
      data: [{ id, name, slug, kind: "consultancy", industry: "professional_services", sizeBand: "10-49", isSynthetic: true, ...created }],
      skipDuplicates: true,
    });
    if (made.count === 0) return;
    await tx.member.createMany({ data: [{ id: DEMO_VISITOR.id, personId: DEMO_VISITOR.id, role: "owner", ...created }] });
  });
}

async function makeClient(db: Database, client: DemoClient, catalog: Catalog, now: Date): Promise<void> {
  const seed = DEMO_CLIENTS.indexOf(client) + 1;
  const { id, name, slug, industry, sizeBand, region, members } = client;
  const since = new Date(now.getTime() - AGE_MS);
  // A membership has the id of its person: each is in one organisation.
  const memberIds = members.map(({ personId }) => personId);
  // Computed before the transaction, which on the embedded database holds everybody else up.
  const invented = inventClient(client, memberIds, catalog, now, seed);
  const { evidence, stored, chunks, files } = inventEvidence(client, memberIds, EVERY_QUARTER, now);
  await withTenant(db, { organizationId: id }, async (tx) => {
    const profile = { id, name, slug, kind: "company", industry, sizeBand, region, isSynthetic: true, createdAt: since };
    if ((await tx.organization.createMany({ data: [profile], skipDuplicates: true })).count === 0) return;
    await tx.member.createMany({
      data: members.map(({ personId, role, respondentRole, workFunction }) => ({
        id: personId,
        personId,
        role,
        respondentRole,
        workFunction,
        createdAt: since,
      })),
    });
    // Whoever looks around sees the settings of the first one too.
    if (seed === 1) await tx.member.createMany({ data: [{ personId: DEMO_VISITOR.id, role: "admin", respondentRole: "manager", createdAt: since }] });
    await tx.engagement.createMany({
      data: [{ id, consultancyId: DEMO_CONSULTANCY.id, scopes: ["run_assessments", "see_results", "edit_roadmap"], startedAt: since }],
    });
    await tx.milestone.createMany({
      data: demoMilestones(now, seed).map(({ on, title, initiative }) => ({ on: new Date(on), title, initiativeId: initiative, addedBy: members[0]!.name })),
    });
    await tx.cycle.createMany({ data: invented.cycles });
    await tx.respondent.createMany({ data: invented.respondents });
    await tx.response.createMany({ data: invented.responses });
    await tx.answer.createMany({ data: invented.answers });
    await tx.result.createMany({ data: invented.results });
    await tx.kpi.createMany({ data: invented.kpis });
    await tx.kpiReading.createMany({ data: invented.readings });
    await tx.evidence.createMany({ data: evidence });
    await tx.storedFile.createMany({ data: stored });
    await tx.fileChunk.createMany({ data: chunks });
    await tx.evidenceFile.createMany({ data: files });
    await tellOf(tx, client, since, invented.events);
  });
}

async function assignVisitor(db: Database, { id }: DemoClient): Promise<void> {
  await withTenant(db, FIRM, (tx) =>
    tx.engagementAssignment.createMany({
      data: [{ organizationId: id, engagementId: id, consultancyId: DEMO_CONSULTANCY.id, memberId: DEMO_VISITOR.id, personId: DEMO_VISITOR.id }],
      skipDuplicates: true,
    }),
  );
}

/** What the client's people scored in each quarter that is over; where that is ended in the middle, the job runner does the rest. */
async function publishAll(db: Database, { id: organizationId }: DemoClient): Promise<void> {
  const due = await withTenant(db, { organizationId }, (tx) =>
    tx.cycle.findMany({ where: { organizationId, isResultDue: true }, orderBy: { openedAt: "asc" }, select: { id: true } }),
  );
  for (const { id: cycleId } of due) await publishResult(db, { organizationId, cycleId }, { compute: computeInSteps });
  const changed = await withTenant(db, { organizationId }, (tx) =>
    tx.cycleChange.findMany({ where: { organizationId, isDue: true }, select: { fromCycleId: true, toCycleId: true } }),
  );
  for (const pair of changed) await computeChange(db, { organizationId, ...pair });
}

/** The trail of a client, and what its consultant was told. */
async function tellOf(tx: Transaction, { id, name, slug, members }: DemoClient, since: Date, events: InventedClient["events"]): Promise<void> {
  const owner = members[0]!;
  const begun = { at: since, personId: owner.personId, actorName: owner.name };
  await tx.auditEvent.createMany({
    data: [
      { ...begun, action: "organization.created", objectKind: "organization", objectId: id, objectName: name },
      ...members.slice(1).map((member) => ({
        ...{ at: since, personId: member.personId, actorName: member.name, action: "member.joined" },
        ...{ objectKind: "member", objectId: member.personId, objectName: member.name },
      })),
      { ...begun, action: "engagement.started", objectKind: "engagement", objectId: id, objectName: DEMO_CONSULTANCY.name },
      ...events,
    ],
  });
  await tx.notification.createMany({
    data: [
      {
        personId: DEMO_VISITOR.id,
        kind: "engagement_started",
        values: { organization: name, consultancy: DEMO_CONSULTANCY.name },
        path: paths.organization(slug),
        createdAt: since,
      },
    ],
  });
}
