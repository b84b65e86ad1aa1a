import { Prisma } from "@prisma/client";
import type { Answer } from "#app/domain/assessment/answer.ts";
import { SOURCE_LANGUAGE } from "#app/words/language.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import { assessmentTitle } from "../content/assessment-title.server.ts";
import { isId } from "../db/is-id.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { rowFromAnswer } from "../responses/stored-answer.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";
import { agreedAnswer, type AgreedAnswer } from "./agreed-answers.server.ts";

/** `item` is one of the cycle's assessment; null as `agreed` takes back what was agreed on. `revision`: how often it was written down when it was looked at. */
export type ConsensusChange = { cycleId: string; item: string; agreed: { answer: Answer; reason: string } | null; revision: number };
/** `conflict`: somebody else has changed it since; `now` is what stands there. */
export type ConsensusOutcome = { kind: "changed" } | { kind: "conflict"; now: AgreedAnswer | null } | { kind: "not-found" | "not-allowed" | "open" };

/** Writes down what a team agreed on for a question of a closed cycle, or takes it back. The answers stay as they are. */
export async function setConsensus(db: Database, access: Access, change: ConsensusChange, now: Date): Promise<ConsensusOutcome> {
  const organizationId = access.organization.id;
  const { cycleId, item, agreed } = change;
  if (!isId(cycleId)) return { kind: "not-found" };
  return withTenant(db, { organizationId }, async (tx) => {
    if (!(await stillMay(tx, access, "cycles.run", now))) return { kind: "not-allowed" };
    const cycle = await tx.cycle.findUnique({
      where: { organizationId_id: { organizationId, id: cycleId } },
      select: { closedAt: true, period: true, assessmentSlug: true },
    });
    if (!cycle) return { kind: "not-found" };
    if (cycle.closedAt === null) return { kind: "open" };
    if (!(await write(tx, access, change, now))) return { kind: "conflict", now: await agreedAnswer(tx, { organizationId, cycleId }, item) };
    const name = `${cycle.period}: ${assessmentTitle(cycle.assessmentSlug, SOURCE_LANGUAGE)}`;
    const action = agreed ? "consensus.set" : "consensus.withdrawn";
    await recordEvent(tx, access, { action, object: { kind: "cycle", id: cycleId, name }, detail: { question: item } });
    return { kind: "changed" };
  });
}

/** @returns whether it was as it had been looked at */
async function write(tx: Transaction, { organization, person }: Access, { cycleId, item, agreed, revision }: ConsensusChange, now: Date): Promise<boolean> {
  const where = { organizationId: organization.id, cycleId, itemId: item };
  const { state, value } = rowFromAnswer(agreed?.answer ?? { state: "blank" });
  const data = { state, value: value ?? Prisma.DbNull, reason: agreed?.reason ?? "", setBy: person.name, setAt: now };
  const { count } =
    revision === 0
      ? await tx.consensusAnswer.createMany({ data: [{ cycleId, itemId: item, ...data }], skipDuplicates: true })
      : await tx.consensusAnswer.updateMany({ where: { ...where, revision }, data: { ...data, revision: { increment: 1 } } });
  return count === 1;
}
