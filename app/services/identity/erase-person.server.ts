import type { Database } from "../db/open-database.server.ts";
import { type Erasure, withErasure } from "../db/with-erasure.server.ts";
import { ownResponses } from "../responses/own-responses.server.ts";
import { takeWordsOut } from "../responses/take-words-out.server.ts";
import { releaseMember } from "../tenancy/release-member.server.ts";
import { takeNameOut } from "./take-name-out.server.ts";

type Membership = { id: string; organizationId: string; role: string; organization: { name: string } };

/**
 * Erases a person: their account, sessions, memberships, notifications and unfinished answers go; what they submitted stays where an
 * organisation's result needs it, without its comments and links (but where these are nobody's already), and belongs to nobody any more; their name and address go out of every
 * audit trail, invitation and notification. All of it, or nothing.
 * @returns the organisations that would be left without an owner; empty once it is done
 */
export function erasePerson(db: Database, { personId, email }: { personId: string; email: string }): Promise<{ lastOwnerOf: string[] }> {
  return withErasure(db, { personId }, async (erasure) => {
    const { tx } = erasure;
    const memberships = await tx.member.findMany({
      where: { personId },
      // Always in the same order, so that two who leave the same two organisations do not wait for each other.
      orderBy: { organizationId: "asc" },
      select: { id: true, organizationId: true, role: true, organization: { select: { name: true } } },
    });
    const trails = await tx.auditEvent.findMany({
      where: { personId },
      distinct: ["organizationId", "actorName"],
      select: { organizationId: true, actorName: true },
    });
    const { name } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { name: true } });
    const lastOwnerOf: string[] = [];
    for (const membership of memberships) if (await isLastOwner(erasure, membership)) lastOwnerOf.push(membership.organization.name);
    if (lastOwnerOf.length > 0) return { lastOwnerOf };
    const address = email.toLowerCase();
    const names = [...new Set([name, email, address, ...trails.map(({ actorName }) => actorName)])].filter((known) => known !== "");
    const places = [...new Set([...memberships, ...trails].map(({ organizationId }) => organizationId))].sort();
    const named = { address, names, places };
    erasure.nameAs(named);
    for (const membership of memberships) await leave(erasure, membership);
    await takeNameOut(erasure, named);
    await erasure.toPeople();
    // Row-level security leaves only the rows of the person who is erased, and a trigger looks once more.
    await tx.$executeRaw`UPDATE "audit_event" SET person_id = NULL, actor_name = '', session_id = NULL`;
    await tx.$executeRaw`UPDATE "operator_event" SET person_id = NULL, actor_name = '', session_id = NULL WHERE person_id = ${personId}::uuid`;
    await tx.$executeRaw`UPDATE "operator_event" SET object_id = NULL, object_name = NULL WHERE object_id = ${personId}`;
    await tx.verification.deleteMany({ where: { value: { contains: personId } } });
    // However whoever asked them has written it.
    await tx.$executeRaw`DELETE FROM "mail" WHERE lower(address) = ${address}`;
    for (const text of names) await tx.$executeRaw`UPDATE "mail" SET "values" = '{}' WHERE failed_at IS NOT NULL AND strpos("values"::text, ${text}) > 0`;
    await tx.person.delete({ where: { id: personId }, select: { id: true } });
    return { lastOwnerOf };
  });
}

/** Looks while the organisation's row is locked: of two owners who leave at once the second one stays, and nobody begins to answer meanwhile. */
async function isLastOwner({ tx, enter }: Erasure, { id, organizationId, role }: Membership): Promise<boolean> {
  await enter(organizationId);
  await tx.$queryRaw`SELECT 1 FROM "organization" WHERE id = ${organizationId}::uuid FOR NO KEY UPDATE`;
  return role === "owner" && (await tx.member.count({ where: { organizationId, role: "owner", id: { not: id } } })) === 0;
}

async function leave({ tx, enter }: Erasure, { id, organizationId }: Membership): Promise<void> {
  await enter(organizationId);
  const own = await ownResponses(tx, organizationId, id);
  await tx.response.deleteMany({ where: { ...own, submittedAt: null } });
  await takeWordsOut(tx, organizationId, own);
  await releaseMember(tx, organizationId, id);
  await tx.auditEvent.createMany({ data: [{ actorName: "", action: "member.erased", objectKind: "member", objectId: id }] });
}
