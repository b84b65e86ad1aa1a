import { createHash, randomInt } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { NewOrganization } from "#app/domain/tenancy/organization-form.ts";
import { organizationSlug } from "#app/domain/tenancy/organization-slug.ts";
import { recordEvent } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { SignedIn } from "../identity/signed-in-person.server.ts";

/** Without vowels and what looks alike, so that they spell nothing. */
const LETTERS = "bcdfghjkmnpqrstvwxz23456789";
const RANDOM_LETTERS = 6;
const PROFILE = { name: true, kind: true, industry: true, sizeBand: true, region: true } as const;

/**
 * Makes an organisation whose owner is the person who makes it. The same form sent twice, by a double click or by going back, makes
 * one: `once` is the form's own.
 * @returns the slug of the organisation, in addresses; null: the same form made one before that is said to be something else
 */
export async function createOrganization(db: Database, person: SignedIn, { once, ...profile }: NewOrganization): Promise<string | null> {
  const id = idOf(person.personId, once);
  return withTenant(db, { organizationId: id }, async (tx) => {
    const slug = newSlug(profile.name);
    const { count } = await tx.organization.createMany({ data: [{ id, slug, ...profile }], skipDuplicates: true });
    if (count === 0) {
      const { slug: made, ...before } = await tx.organization.findUniqueOrThrow({ where: { id }, select: { slug: true, ...PROFILE } });
      return isDeepStrictEqual(before, { ...profile }) ? made : null;
    }
    await tx.member.createMany({ data: [{ personId: person.personId, role: "owner" }] });
    await recordEvent(tx, { person, actsFor: null }, { action: "organization.created", object: { kind: "organization", id, name: profile.name } });
    return slug;
  });
}

/** What an organisation with this name is called in addresses. */
export function newSlug(name: string): string {
  return organizationSlug(name, Array.from({ length: RANDOM_LETTERS }, () => LETTERS[randomInt(LETTERS.length)]).join(""));
}

/** Of a person and a form of theirs: nobody can make it come out as the id of somebody else's organisation. */
function idOf(personId: string, once: string): string {
  const hex = createHash("sha256").update(`organization:${personId}:${once}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
