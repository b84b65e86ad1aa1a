import { randomUUID } from "node:crypto";
import { type Scope, SCOPES } from "#app/domain/access/can.ts";
import type { Database } from "#app/services/db/open-database.server.ts";
import { createOrganization } from "#app/services/tenancy/create-organization.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { offerEngagement } from "#app/services/tenancy/offer-engagement.server.ts";
import type { PersonSettings } from "./session-cookie.ts";
import { accessTo, makeSignedIn } from "./tenants.ts";

/** A consultancy with its owner, as that one comes into it. */
export async function makeConsultancy(db: Database, name: string, settings: PersonSettings = {}): Promise<Access> {
  const person = await makeSignedIn(db, settings);
  const slug = (await createOrganization(db, person, { name, kind: "consultancy", industry: null, sizeBand: null, region: null, once: randomUUID() }))!;
  return accessTo(db, person, slug);
}

/** An offer by one side, whose token nobody but its mail knows; here it is given back. */
export async function offerTo(
  db: Database,
  by: Access,
  { scopes = SCOPES, endsOn = null }: { scopes?: readonly Scope[]; endsOn?: string | null },
  now: Date,
): Promise<string> {
  const address = `${randomUUID()}@example.com`;
  const outcome = await offerEngagement(db, by, { address, scopes: [...scopes], endsOn }, { now, language: "en", origin: "https://assess.example.com" });
  if (outcome !== "sent") throw new Error(outcome);
  const { values } = await db.mail.findFirstOrThrow({ where: { address }, select: { values: true } });
  return /\/engagements\/([\w-]{30})$/.exec((values as { link: string }).link)![1]!;
}
