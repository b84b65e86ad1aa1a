import type { Kind } from "#app/domain/tenancy/profile-choices.ts";
import type { Access } from "./find-access.server.ts";

/** For pages that only one kind of organisation has. @throws Response 404 in the other */
export function requireKind({ organization }: Access, kind: Kind): void {
  if (organization.kind !== kind) throw new Response("Not found", { status: 404 });
}
