import { randomUUID } from "node:crypto";
import type { Prisma } from "@prisma/client";
import type { DemoClient } from "#app/domain/demo/demo-cast.ts";
import { lastQuarters, type Quarter } from "#app/domain/demo/last-quarters.ts";
import { syntheticAnswers } from "#app/domain/demo/synthetic-answers.ts";
import { seededRandom } from "#app/domain/scoring/seeded-random.ts";
import { METHOD_VERSION } from "#app/domain/scoring/score.ts";
import type { RespondentRole } from "#app/domain/tenancy/profile-choices.ts";
import type { AssessmentEntry, Catalog } from "../content/load-content.server.ts";
import { newToken, resultTokenOf, tokenHash } from "../responses/respondent-token.server.ts";
import { scoreResponse } from "../responses/score-response.server.ts";
import { rowFromAnswer } from "../responses/stored-answer.server.ts";

const QUARTERS = 8;
const EVERY_QUARTER = "customer-or-product-centric";
/** Asked in the second and the fourth quarter of a year. */
const TWICE_A_YEAR = "martech-stack";
const DAY_MS = 24 * 3600 * 1000;
/** A cycle is open from the second week of its quarter to the seventh. */
const OPENS_AFTER_MS = 7 * DAY_MS;
const OPEN_MS = 42 * DAY_MS;
/** Share of the people asked who answer. */
const ANSWERING = 0.85;
/** How far from the middle each role sees it, in shares of the client's gap. */
const VIEW: Record<RespondentRole, number> = { executive: 0.5, manager: 0, frontline: -0.5 };

/** The rows of a client that are its own alone. */
export type InventedClient = {
  cycles: Prisma.CycleCreateManyInput[];
  responses: Prisma.ResponseCreateManyInput[];
  answers: Prisma.AnswerCreateManyInput[];
  results: Prisma.ResultCreateManyInput[];
  events: Prisma.AuditEventCreateManyInput[];
};

/**
 * Two years of invented quarters of a client: cycles, answers, and the results they really have. The last one is the quarter of
 * `now`; the same client and seed answer alike.
 * @param memberIds of the client's people, in the order of its members
 */
export function inventClient(
  client: DemoClient,
  memberIds: readonly string[],
  { assessments, contradictions }: Catalog,
  now: Date,
  seed: number,
): InventedClient {
  const invented: InventedClient = { cycles: [], responses: [], answers: [], results: [], events: [] };
  const random = seededRandom(seed);
  lastQuarters(now, QUARTERS).forEach((quarter, index) => {
    const slugs = /Q[24]$/.test(quarter.period) ? [EVERY_QUARTER, TWICE_A_YEAR] : [EVERY_QUARTER];
    for (const slug of slugs) {
      const assessment = assessments.find((entry) => entry.compiled.definition.slug === slug);
      if (assessment) addCycle(invented, { client, memberIds, assessment, contradictions, quarter, share: index / (QUARTERS - 1), now, random });
    }
  });
  return invented;
}

type Asked = {
  client: DemoClient;
  memberIds: readonly string[];
  assessment: AssessmentEntry;
  contradictions: Catalog["contradictions"];
  quarter: Quarter;
  /** How much of the two years is over, 0..1. */
  share: number;
  now: Date;
  random: () => number;
};

function addCycle(invented: InventedClient, asked: Asked): void {
  const { client, assessment, quarter, now } = asked;
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
    closedAt,
    // Nobody answered here who could be named; and the example shows what names look like.
    isAnonymous: false,
    hasInvited: true,
    isResultDue: closedAt !== null,
  });
  const about = { personId: owner.personId, actorName: owner.name, objectKind: "cycle", objectId: cycleId, objectName: `${slug}, ${quarter.period}` };
  invented.events.push({ ...about, at: openedAt, action: "cycle.opened" });
  if (closedAt) {
    invented.events.push({ ...about, at: closedAt, action: "cycle.closed" });
    invented.events.push({ ...about, personId: null, actorName: "", at: closedAt, action: "result.published" });
  }
  client.members.forEach((member, index) => {
    const submittedAt = new Date(openedAt.getTime() + Math.floor(asked.random() * OPEN_MS));
    if (asked.random() < ANSWERING && submittedAt < now)
      addResponse(invented, asked, { cycleId, memberId: asked.memberIds[index]!, submittedAt, role: member.respondentRole, workFunction: member.workFunction });
  });
}

type From = { cycleId: string; memberId: string; submittedAt: Date; role: RespondentRole; workFunction: DemoClient["members"][number]["workFunction"] };

function addResponse(
  invented: InventedClient,
  { client, assessment, contradictions, share, random }: Asked,
  { cycleId, memberId, submittedAt, role, workFunction }: From,
): void {
  const { compiled, hash } = assessment;
  const strength = client.from + (client.to - client.from) * share + VIEW[role] * client.gap;
  const answers = syntheticAnswers(compiled.definition, strength, random);
  const { score, band } = scoreResponse(compiled, answers, contradictions);
  const [id, takeToken] = [randomUUID(), newToken()];
  const tokens = { takeTokenHash: tokenHash(takeToken), resultTokenHash: tokenHash(resultTokenOf(takeToken)) };
  invented.responses.push({ id, cycleId, memberId, respondentRole: role, workFunction, ...tokens, assessmentHash: hash, submittedAt, createdAt: submittedAt });
  invented.results.push({ responseId: id, method: METHOD_VERSION, score, ...(band ? { band } : {}), createdAt: submittedAt });
  for (const [itemId, answer] of Object.entries(answers)) {
    const { value, ...columns } = rowFromAnswer(answer);
    invented.answers.push({ responseId: id, itemId, ...columns, ...(value === null ? {} : { value }), updatedAt: submittedAt });
  }
}
