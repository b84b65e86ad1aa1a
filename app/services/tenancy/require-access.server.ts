import type { Action } from "#app/domain/access/can.ts";
import { database } from "../db/database-instance.server.ts";
import { requirePerson } from "../identity/require-person.server.ts";
import { type Access, findAccess } from "./find-access.server.ts";
import { noteSupportVisit } from "./note-support-visit.server.ts";
import { requireAction } from "./require-action.server.ts";

/**
 * The signed-in person in the organisation of an address, allowed to do something there.
 * @throws Response the way to sign in for nobody; 404, the same for a foreign organisation and one that is not; 403 where the role or the engagement does not allow it,
 *   for every change while the organisation waits to be erased, and for whatever is sent by an operator, who only looks
 */
export async function requireAccess(request: Request, slug: string | undefined, action: Action): Promise<Access> {
  const person = await requirePerson(request);
  const access = slug ? await findAccess(person, slug, new Date()) : null;
  if (!access) throw new Response("Not found", { status: 404 });
  requireAction(access, action);
  if (access.actor.kind === "operator") {
    if (!["GET", "HEAD"].includes(request.method)) throw new Response("Forbidden", { status: 403 });
    await noteSupportVisit(database(), access, new Date());
  }
  return access;
}
