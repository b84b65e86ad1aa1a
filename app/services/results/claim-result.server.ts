import { Prisma } from "@prisma/client";
import { can } from "#app/domain/access/can.ts";
import type { Language } from "#app/words/language.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import { assessmentTitle } from "../content/assessment-title.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { newToken, resultTokenOf, tokenHash } from "../responses/respondent-token.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { stillMay } from "../tenancy/still-may.server.ts";

/** `kept`: copied now; `already-there`: by an earlier click, or by a colleague. `id` is of the copy. */
export type ClaimOutcome = { kind: "kept" | "already-there"; id: string } | { kind: "unknown" } | { kind: "not-allowed" };

/**
 * Whether somebody may bring a result into an organisation: a member who runs assessments there. What stands among its results says
 * where it stands, so that it is not for everybody who may answer.
 */
export function mayClaim({ actor, memberId }: Pick<Access, "actor" | "memberId">): boolean {
  return memberId !== null && can(actor, "cycles.run");
}

/**
 * Copies a submitted response that belongs to nobody into an organisation, whole: answers, result and version. What was copied stays as
 * it was, and so does its link. An organisation has one copy, however often and by however many it is asked for.
 *
 * What is nobody's cannot be seen inside of the organisation; it is read before. Nothing of it changes meanwhile, for it was submitted.
 */
export async function claimResult(
  db: Database,
  access: Access,
  resultToken: string,
  { language, now }: { language: Language; now: Date },
): Promise<ClaimOutcome> {
  const original = await submittedOriginal(db, resultToken);
  if (!original) return { kind: "unknown" };
  const { answers, result, assessment, id: claimedFrom, ...response } = original;
  const { organization, memberId } = access;
  const organizationId = organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    if (!mayClaim(access) || !(await stillMay(tx, access, "cycles.run", now))) return { kind: "not-allowed" };
    // The links of the copy are nobody's: it is reached through the organisation.
    const token = newToken();
    const hashes = { takeTokenHash: tokenHash(token), resultTokenHash: tokenHash(resultTokenOf(token)) };
    const { count } = await tx.response.createMany({ data: [{ ...response, ...hashes, memberId, claimedFrom }], skipDuplicates: true });
    const { id } = await tx.response.findUniqueOrThrow({ where: { organizationId_claimedFrom: { organizationId, claimedFrom } }, select: { id: true } });
    if (count === 0) return { kind: "already-there", id };
    await tx.answer.createMany({ data: answers.map(({ value, ...answer }) => ({ ...answer, value: value ?? Prisma.DbNull, responseId: id })) });
    const { score, band, ...scored } = result;
    await tx.result.createMany({ data: [{ ...scored, score: score!, band: band ?? Prisma.DbNull, responseId: id }] });
    const name = assessmentTitle(assessment.slug, language);
    await recordEvent(tx, access, { action: "result.claimed", object: { kind: "response", id, name } });
    return { kind: "kept", id };
  });
}

/** Whether a token leads to a result that belongs to nobody; only such a one can be brought in. */
export async function isNobodysResult(db: Database, resultToken: string): Promise<boolean> {
  return (await db.response.count({ where: { resultTokenHash: tokenHash(resultToken), submittedAt: { not: null } } })) > 0;
}

async function submittedOriginal(db: Database, resultToken: string) {
  // Outside of every door there is only what belongs to nobody.
  const found = await db.response.findUnique({
    where: { resultTokenHash: tokenHash(resultToken), submittedAt: { not: null } },
    select: {
      id: true,
      assessmentHash: true,
      submittedAt: true,
      createdAt: true,
      assessment: { select: { slug: true } },
      result: { select: { method: true, score: true, band: true, createdAt: true } },
      answers: {
        select: {
          itemId: true,
          state: true,
          value: true,
          confidence: true,
          comment: true,
          evidenceLink: true,
          evidenceExpires: true,
          revision: true,
          carriedFrom: true,
          carriedOn: true,
          updatedAt: true,
        },
      },
    },
  });
  return found?.result ? { ...found, result: found.result } : null;
}
