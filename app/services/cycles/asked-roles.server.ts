import { can, ROLES } from "#app/domain/access/can.ts";

/** The roles whose members are asked to answer. */
export const ASKED_ROLES = ROLES.filter((role) => can({ kind: "member", role }, "cycles.respond"));
