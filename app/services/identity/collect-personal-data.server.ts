import { PERSONAL_DATA_FORMAT, PERSONAL_DATA_VERSION, type PersonalData } from "#app/domain/export/personal-data.ts";
import { scopeSchema } from "#app/domain/access/can.ts";
import { SOURCE_LANGUAGE } from "#app/words/language.ts";
import { titleIn } from "../board/initiative-row.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withPerson } from "../db/with-person.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { IS_WHOLE } from "../tenancy/being-erased.server.ts";
import { askedAtAddress } from "./asked-at-address.server.ts";
import { membershipIn, type OwnPlace } from "./own-membership.server.ts";
import type { SignedIn } from "./signed-in-person.server.ts";

const iso = (date: Date | null) => date?.toISOString() ?? null;

/** Everything that is kept about a person, in every organisation they belong to, one after the other. No tokens, no secrets, nothing of others. */
export async function collectPersonalData(db: Database, person: SignedIn, now: Date): Promise<PersonalData> {
  const account = await accountOf(db, person, now);
  const own = await withPerson(db, person, async (tx) => {
    const where = { personId: person.personId };
    return {
      places: await tx.member.findMany({
        where: { ...where, organization: IS_WHOLE },
        orderBy: { createdAt: "asc" },
        select: { id: true, organizationId: true, organization: { select: { name: true } } },
      }),
      notifications: await tx.notification.findMany({
        where,
        orderBy: { createdAt: "asc" },
        select: { kind: true, values: true, createdAt: true, readAt: true },
      }),
      preferences: await tx.notificationPreference.findMany({ where, orderBy: { kind: "asc" }, select: { kind: true, byMail: true } }),
      events: await tx.auditEvent.findMany({
        where,
        orderBy: { at: "asc" },
        select: { at: true, organizationId: true, action: true, objectKind: true, actorName: true },
      }),
      // Row-level security leaves only what they did or what was done to them.
      asOperator: await tx.operatorEvent.findMany({
        orderBy: { at: "asc" },
        select: { at: true, action: true, personId: true, actorName: true, objectName: true },
      }),
    };
  });
  const places: OwnPlace[] = [];
  for (const place of own.places) {
    const found = await withTenant(db, { organizationId: place.organizationId }, (tx) => membershipIn(tx, person, place.organization.name, now));
    if (found) places.push(found);
  }
  const written: PersonalData["roadmapNotes"] = [];
  // Also where they do not belong: they may have done something there as a consultant, or before they left.
  for (const organizationId of new Set([...own.places.map((place) => place.organizationId), ...own.events.flatMap((event) => event.organizationId ?? [])]))
    written.push(...(await withTenant(db, { organizationId }, (tx) => notesIn(tx, person, own.places, organizationId))));
  const nameOf = new Map(own.places.map(({ organizationId, organization }) => [organizationId, organization.name]));
  const byYou = own.events.map(({ at, organizationId, action, objectKind, actorName }) => ({
    ...{ at: at.toISOString(), organization: nameOf.get(organizationId) ?? null, action, objectKind, byYou: true, calledAs: actorName },
  }));
  const asOperator = own.asOperator.map(({ at, action, personId, actorName, objectName }) => {
    const byYou = personId === person.personId;
    return { at: at.toISOString(), organization: null, action, objectKind: action.split(".")[0]!, byYou, calledAs: byYou ? actorName : objectName };
  });
  return {
    format: PERSONAL_DATA_FORMAT,
    schemaVersion: PERSONAL_DATA_VERSION,
    exportedAt: now.toISOString(),
    ...account,
    notificationPreferences: own.preferences,
    notifications: own.notifications.map(({ kind, values, createdAt, readAt }) => ({
      ...{ kind, organization: organizationIn(values), createdAt: createdAt.toISOString(), readAt: iso(readAt) },
    })),
    memberships: places.map(({ membership }) => membership),
    askedAtAddress: account.person.isAddressConfirmed ? await askedAtAddress(db, person) : [],
    consultantAssignments: places
      .flatMap(({ assignments }) => assignments)
      .map(({ scopes, ...rest }) => ({ ...rest, scopes: scopes.map((scope) => scopeSchema.parse(scope)) })),
    roadmapNotes: written.sort((a, b) => a.writtenAt.localeCompare(b.writtenAt)),
    auditEvents: [...byYou, ...asOperator, ...places.flatMap(({ eventsByOthers }) => eventsByOthers)].sort((a, b) => a.at.localeCompare(b.at)),
  };
}

type Place = { organizationId: string; organization: { name: string } };

async function notesIn(tx: Transaction, { personId }: SignedIn, places: readonly Place[], organizationId: string): Promise<PersonalData["roadmapNotes"]> {
  const rows = await tx.roadmapNote.findMany({
    where: { organizationId, writtenById: personId, organization: IS_WHOLE },
    select: { text: true, writtenAt: true, initiative: { select: { id: true, libraryId: true, own: true } } },
  });
  const organization = places.find((place) => place.organizationId === organizationId)?.organization.name ?? null;
  return rows.map(({ text, writtenAt, initiative }) => ({
    ...{ organization, initiative: titleIn(initiative, SOURCE_LANGUAGE), text, writtenAt: writtenAt.toISOString() },
  }));
}

/** What the identity services keep of a person. */
async function accountOf(
  db: Database,
  { personId, sessionId }: SignedIn,
  now: Date,
): Promise<Pick<PersonalData, "person" | "sessions" | "passkeys" | "mails">> {
  const { id, name, email, emailVerified, language, twoFactorEnabled, operatorSince, createdAt, updatedAt } = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      ...{ id: true, name: true, email: true, emailVerified: true, language: true, twoFactorEnabled: true },
      ...{ operatorSince: true, createdAt: true, updatedAt: true },
    },
  });
  const sessions = await db.session.findMany({
    where: { userId: personId, expiresAt: { gt: now } },
    orderBy: { createdAt: "asc" },
    select: { id: true, userAgent: true, createdAt: true, expiresAt: true },
  });
  const passkeys = await db.passkey.findMany({
    where: { userId: personId },
    orderBy: { id: "asc" },
    select: { name: true, createdAt: true, deviceType: true },
  });
  // However whoever asked them has written the address.
  const mails = await db.$queryRaw<{ kind: string; createdAt: Date; sentAt: Date | null }[]>`
    SELECT kind, created_at AS "createdAt", sent_at AS "sentAt" FROM "mail" WHERE lower(address) = lower(${email}) ORDER BY created_at`;
  return {
    person: {
      ...{ id, name, address: email, isAddressConfirmed: emailVerified, language, hasSecondFactor: twoFactorEnabled },
      ...{ operatorSince: iso(operatorSince), createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() },
    },
    sessions: sessions.map((session) => ({
      ...{ browser: session.userAgent ?? "", since: session.createdAt.toISOString() },
      ...{ expiresAt: session.expiresAt.toISOString(), isThis: session.id === sessionId },
    })),
    passkeys: passkeys.map((passkey) => ({ name: passkey.name, addedAt: iso(passkey.createdAt), device: passkey.deviceType })),
    mails: mails.map(({ kind, createdAt: queued, sentAt }) => ({ kind, createdAt: queued.toISOString(), sentAt: iso(sentAt) })),
  };
}

/** The organisation that a notification is about; the other names in it are other people's. */
function organizationIn(values: unknown): string | null {
  if (typeof values !== "object" || values === null || !("organization" in values)) return null;
  return typeof values.organization === "string" ? values.organization : null;
}
