import { requirePerson } from "../identity/require-person.server.ts";
import type { SignedIn } from "../identity/signed-in-person.server.ts";

/**
 * The signed-in person, who runs the installation at this moment.
 * @throws Response the way to sign in for nobody; 404 for everybody else, as if there were no such page
 */
export async function requireOperator(request: Request): Promise<SignedIn> {
  const person = await requirePerson(request);
  if (!person.isOperator) throw new Response("Not found", { status: 404 });
  return person;
}
