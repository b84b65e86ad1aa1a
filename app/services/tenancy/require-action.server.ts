import { type Action, can, goesOnWhileLeaving } from "#app/domain/access/can.ts";
import type { Access } from "./find-access.server.ts";

/**
 * Refuses what a role or an engagement does not allow.
 * @throws Response 403; for every change also while the organisation waits to be erased
 */
export function requireAction({ organization, actor }: Access, action: Action): void {
  const isHeld = organization.eraseAfter !== null && !goesOnWhileLeaving(action);
  if (isHeld || !can(actor, action)) throw new Response("Forbidden", { status: 403 });
}
