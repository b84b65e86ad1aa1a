import { can, ROLES } from "#app/domain/access/can.ts";
import type { Kind } from "#app/domain/tenancy/profile-choices.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import type { Language } from "#app/words/language.ts";
import { type AuditEntry, recordEvent } from "../audit/record-event.server.ts";
import type { Enter } from "../db/between-tenants.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { notify } from "../notifications/notify.server.ts";
import type { Access } from "./find-access.server.ts";

/** Which organisations an engagement binds. */
export type Sides = { clientId: string; consultancyId: string };
export type Side = { id: string; name: string; slug: string; isLeaving: boolean };

type SideRow = { id: string; name: string; slug: string; erase_after: Date | null };

/**
 * Holds both organisations' rows until the transaction ends, so that what binds the same two happens one after the other. The client
 * always first: whoever takes them in one order cannot wait for each other.
 */
export async function lockSides(tx: Transaction, enter: Enter, { clientId, consultancyId }: Sides): Promise<{ client: Side; consultancy: Side } | null> {
  const client = await lockSide(tx, enter, clientId);
  const consultancy = await lockSide(tx, enter, consultancyId);
  return client && consultancy ? { client, consultancy } : null;
}

async function lockSide(tx: Transaction, enter: Enter, id: string): Promise<Side | null> {
  await enter(id);
  const [row] = await tx.$queryRaw<SideRow[]>`SELECT id, name, slug, erase_after FROM organization WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return row ? { id, name: row.name, slug: row.slug, isLeaving: row.erase_after !== null } : null;
}

/**
 * Writes the same event into both trails, the client's first, and tells both sides' managers where there is a notice. In the trail of
 * the side that did not act stands for whom the person acted. Ends in the consultancy.
 */
export async function recordOnBothSides(
  tx: Transaction,
  enter: Enter,
  { person, organization }: Pick<Access, "person" | "organization">,
  sides: { client: Named; consultancy: Named },
  event: Omit<AuditEntry, "object"> & { engagementId: string },
  notice?: { kind: "engagement_started" | "engagement_ended"; language: Language },
): Promise<void> {
  const { engagementId, ...entry } = event;
  for (const [own, other] of [
    [sides.client, sides.consultancy],
    [sides.consultancy, sides.client],
  ] as const) {
    await enter(own.id);
    const actsFor = own.id === organization.id ? null : { consultancy: organization.name };
    await recordEvent(tx, { person, actsFor }, { ...entry, object: { kind: "engagement", id: engagementId, name: other.name } });
    if (!notice) continue;
    const values = { organization: sides.client.name, consultancy: sides.consultancy.name };
    const path = own === sides.client ? organizationPaths.consultancies(own.slug) : organizationPaths.clientsOf(own.slug);
    await notify(tx, { ...notice, values, path, personIds: await managersOf(tx, own.id, person.personId) });
  }
}

export type Named = Pick<Side, "id" | "name" | "slug">;

const MANAGING = ROLES.filter((role) => can({ kind: "member", role }, "engagements.manage"));

/** Who agrees on engagements for an organisation, apart from who has just done so. */
async function managersOf(tx: Transaction, organizationId: string, apartFrom: string): Promise<string[]> {
  const members = await tx.member.findMany({
    where: { organizationId, role: { in: MANAGING }, personId: { not: apartFrom } },
    select: { personId: true },
  });
  return members.map(({ personId }) => personId);
}

/** The two sides of an offer, told apart by the kinds of who made it and who answers it; null where they are of one kind, or one and the same. */
export function sidesOf(a: { id: string; kind: Kind }, b: { id: string; kind: Kind }): Sides | null {
  if (a.id === b.id || a.kind === b.kind) return null;
  return a.kind === "company" ? { clientId: a.id, consultancyId: b.id } : { clientId: b.id, consultancyId: a.id };
}
