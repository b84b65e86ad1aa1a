import { can } from "#app/domain/access/can.ts";
import type { Access } from "../tenancy/find-access.server.ts";

/** What somebody may do with the roadmap that they look at: move and change what is on it, take it as a file, see in that the addresses of owners. */
export function roadmapRights({ organization, actor }: Pick<Access, "organization" | "actor">) {
  return {
    mayEdit: organization.eraseAfter === null && can(actor, "roadmap.edit"),
    mayTake: !organization.isSynthetic && can(actor, "roadmap.export"),
    seesAddresses: can(actor, "members.view"),
  };
}
