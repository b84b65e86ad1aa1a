import type { Industry, Kind, Region, SizeBand } from "#app/domain/tenancy/profile-choices.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "./find-access.server.ts";

/** What an organisation says of itself; null: not said. `revision` counts its changes. */
export type Profile = {
  name: string;
  kind: Kind;
  industry: Industry | null;
  sizeBand: SizeBand | null;
  region: Region | null;
  /** By whose clock cycles open and close. */
  timeZone: string;
  revision: number;
};

export function readProfile(db: Database, { organization }: Access): Promise<Profile> {
  return withTenant(db, { organizationId: organization.id }, (tx) => profileIn(tx, organization.id));
}

/** The same inside a door. */
export async function profileIn(tx: Transaction, id: string): Promise<Profile> {
  const select = { name: true, kind: true, industry: true, sizeBand: true, region: true, timeZone: true, revision: true };
  return (await tx.organization.findUniqueOrThrow({ where: { id }, select })) as Profile;
}
