import { type Action, can, goesOnWhileLeaving } from "#app/domain/access/can.ts";
import type { Access } from "./find-access.server.ts";

/**
 * For what turns out only once a form is read.
 * @throws Response 403 where the role or the engagement does not allow it, and for every change while the organisation waits to be erased
 */
export function requireAction({ actor, organization }: Access, action: Action): void {
  const isHeld = organization.eraseAfter !== null && !goesOnWhileLeaving(action);
  if (isHeld || !can(actor, action)) throw new Response("Forbidden", { status: 403 });
}
