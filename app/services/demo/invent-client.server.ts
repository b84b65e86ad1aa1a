import { randomUUID } from "node:crypto";
import { DEMO_KPIS, inventReadings, inventTargets } from "#app/domain/demo/demo-kpis.ts";
import { GRACE_DAYS, shiftDay } from "#app/domain/kpis/reading-period.ts";
import type { Prisma } from "@prisma/client";
import type { DemoClient } from "#app/domain/demo/demo-cast.ts";
import { lastQuarters, type Quarter } from "#app/domain/demo/last-quarters.ts";
import { syntheticAnswers } from "#app/domain/demo/synthetic-answers.ts";
import { seededRandom } from "#app/domain/scoring/seeded-random.ts";
import { METHOD_VERSION } from "#app/domain/scoring/score.ts";
import type { RespondentRole } from "#app/domain/tenancy/profile-choices.ts";
import type { AssessmentEntry, Catalog } from "../content/load-content.server.ts";
import type { WeightColumns } from "../cycles/weight-columns.server.ts";
import { hashesOf, newToken } from "../responses/respondent-token.server.ts";
import { scoreResponse } from "../responses/score-response.server.ts";
import { dateOf } from "../kpis/kpi-row.server.ts";
import { rowFromAnswer } from "../responses/stored-answer.server.ts";

const QUARTERS = 8;
export const EVERY_QUARTER = "customer-or-product-centric";
/** Asked in the second and the fourth quarter of a year. */
const TWICE_A_YEAR = "martech-stack";
const DAY_MS = 24 * 3600 * 1000;
/** A cycle is open from the second week of its quarter to the seventh. */
const OPENS_AFTER_MS = 7 * DAY_MS;
const OPEN_MS = 42 * DAY_MS;
/** The one of the quarters, counted from nought, in which what is asked every quarter was asked with names. */
const NAMED_QUARTER = 5;
/** The one in which other weights of the roles were declared. */
const WEIGHED_QUARTER = 6;
const WEIGHED = { executiveWeight: 1, managerWeight: 1, frontlineWeight: 2 };
/** Share of the people asked who answer. */
const ANSWERING = 0.85;
/** How far from the middle each role sees it, in shares of the client's gap. */
const VIEW: Record<RespondentRole, number> = { executive: 0.5, manager: 0, frontline: -0.5 };

/** The rows of a client that are its own alone. */
export type InventedClient = {
  cycles: Prisma.CycleCreateManyInput[];
  respondents: Prisma.RespondentCreateManyInput[];
  responses: Prisma.ResponseCreateManyInput[];
  answers: Prisma.AnswerCreateManyInput[];
  results: Prisma.ResultCreateManyInput[];
  events: Prisma.AuditEventCreateManyInput[];
  kpis: Prisma.KpiCreateManyInput[];
  readings: Prisma.KpiReadingCreateManyInput[];
};

/**
 * Two years of invented quarters of a client: cycles, answers, and the results they really have. The last one is the quarter of
 * `now`; the same client and seed answer alike.
 */
export function inventClient(
  client: DemoClient,
  memberIds: readonly string[],
  { assessments, contradictions }: Catalog,
  now: Date,
  seed: number,
): InventedClient {
  const invented: InventedClient = { cycles: [], respondents: [], responses: [], answers: [], results: [], events: [], kpis: [], readings: [] };
  const random = seededRandom(seed);
  lastQuarters(now, QUARTERS).forEach((quarter, index) => {
    const slugs = /Q[24]$/.test(quarter.period) ? [EVERY_QUARTER, TWICE_A_YEAR] : [EVERY_QUARTER];
    for (const slug of slugs) {
      const assessment = assessments.find((entry) => entry.compiled.definition.slug === slug);
      const isAnonymous = slug !== EVERY_QUARTER || index !== NAMED_QUARTER;
      const weights = slug === EVERY_QUARTER && index === WEIGHED_QUARTER ? WEIGHED : {};
      if (assessment)
        addCycle(invented, { client, memberIds, assessment, contradictions, quarter, isAnonymous, weights, share: index / (QUARTERS - 1), now, random });
    }
  });
  addKpis(invented, client, memberIds, now, random);
  return invented;
}

/** The first one's last reading is still to be entered, so that there is something to be reminded of. */
function addKpis(invented: InventedClient, client: DemoClient, memberIds: readonly string[], now: Date, random: () => number): void {
  const today = now.toISOString().slice(0, 10);
  // The analyst keeps them.
  const keeper = client.members.findIndex(({ role }) => role === "analyst");
  const { name: enteredBy } = client.members[keeper]!;
  DEMO_KPIS.forEach((kpi, index) => {
    const id = randomUUID();
    // One whose last reading is due, whatever the day, leaves out that of a period that ended at least the days of grace ago.
    const isDue = index === 1;
    const way = (share: number) => client.from + (client.to - client.from) * share;
    const readings = inventReadings(kpi, way, { today: isDue ? shiftDay(today, -GRACE_DAYS) : today, leavesOut: isDue, random });
    const { library: libraryId, decimals: _, anchors, ...terms } = kpi;
    invented.kpis.push({
      ...{ ...terms, ...anchors, id, libraryId, ownerId: memberIds[keeper]!, createdBy: client.members[0]!.name, createdAt: dateOf(readings[0]!.on) },
      ...{ baseline: readings[0]!.value, baselineOn: dateOf(readings[0]!.on), targets: inventTargets(kpi, readings.at(-1)!.value, today) },
    });
    for (const { on, value } of readings) invented.readings.push({ kpiId: id, on: dateOf(on), value, source: "hand", enteredBy, enteredAt: dateOf(on) });
  });
}

type Asked = {
  memberIds: readonly string[];
  client: DemoClient;
  assessment: AssessmentEntry;
  contradictions: Catalog["contradictions"];
  quarter: Quarter;
  isAnonymous: boolean;
  weights: Partial<WeightColumns>;
  /** How much of the two years is over, 0..1. */
  share: number;
  now: Date;
  random: () => number;
};

function addCycle(invented: InventedClient, asked: Asked): void {
  const { client, assessment, quarter, isAnonymous, weights, now } = asked;
  const { slug } = assessment.compiled.definition;
  const cycleId = randomUUID();
  const openedAt = new Date(Math.min(quarter.begins.getTime() + OPENS_AFTER_MS, now.getTime()));
  const closes = new Date(openedAt.getTime() + OPEN_MS);
  const closedAt = closes < now && quarter.ends <= now ? closes : null;
  const owner = client.members[0]!;
  invented.cycles.push({
    id: cycleId,
    assessmentHash: assessment.hash,
    assessmentSlug: slug,
    period: quarter.period,
    openedAt,
    openedBy: owner.name,
    ...weights,
    ...{ closesAt: closedAt, closedAt, isAnonymous, hasInvited: true, isResultDue: closedAt !== null },
    // The one that is open asks those it lists, the others asked everybody and some by mail.
    asksEverybody: closedAt !== null,
  });
  const about = { personId: owner.personId, actorName: owner.name, objectKind: "cycle", objectId: cycleId, objectName: `${slug}, ${quarter.period}` };
  invented.events.push({ ...about, at: openedAt, action: "cycle.opened" });
  if (closedAt) {
    invented.events.push({ ...about, at: closedAt, action: "cycle.closed" });
    invented.events.push({ ...about, personId: null, actorName: "", at: closedAt, action: "result.published" });
  }
  const people = [
    ...client.members.map(({ respondentRole, workFunction }, index) => ({ memberId: asked.memberIds[index]!, address: null, respondentRole, workFunction })),
    ...client.colleagues.map((colleague) => ({ memberId: null, ...colleague })),
  ];
  for (const person of people) {
    const submittedAt = new Date(openedAt.getTime() + Math.floor(asked.random() * OPEN_MS));
    const hasAnswered = asked.random() < ANSWERING && submittedAt < now;
    const { mark, ...hashes } = hashesOf(newToken());
    const respondentId = randomUUID();
    invented.respondents.push({ id: respondentId, cycleId, ...person, hasAnswered, invitedAt: openedAt, markHash: hasAnswered ? mark : null });
    // Of an anonymous answer nothing is kept but what was answered, as what, and the cycle's own moment.
    const whose = isAnonymous ? { submittedAt: openedAt } : { submittedAt, memberId: person.memberId, respondentId };
    const { respondentRole, workFunction } = person;
    if (hasAnswered) addResponse(invented, asked, { cycleId, ...hashes, ...whose, respondentRole, workFunction });
  }
}

type From = Pick<Prisma.ResponseCreateManyInput, "memberId" | "respondentId" | "takeTokenHash" | "resultTokenHash" | "workFunction"> & {
  cycleId: string;
  submittedAt: Date;
  respondentRole: RespondentRole;
};

function addResponse(invented: InventedClient, { client, assessment, contradictions, share, random }: Asked, from: From): void {
  const { submittedAt, respondentRole } = from;
  const { compiled, hash } = assessment;
  const strength = client.from + (client.to - client.from) * share + VIEW[respondentRole] * client.gap;
  const answers = syntheticAnswers(compiled.definition, strength, random);
  const { score, band } = scoreResponse(compiled, answers, contradictions);
  const id = randomUUID();
  invented.responses.push({ id, ...from, assessmentHash: hash, createdAt: submittedAt });
  invented.results.push({ responseId: id, method: METHOD_VERSION, score, ...(band ? { band } : {}), createdAt: submittedAt });
  for (const [itemId, answer] of Object.entries(answers)) {
    const { value, ...columns } = rowFromAnswer(answer);
    invented.answers.push({ responseId: id, itemId, ...columns, ...(value === null ? {} : { value }), updatedAt: submittedAt });
  }
}
