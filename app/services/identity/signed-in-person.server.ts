import { database } from "../db/database-instance.server.ts";
import { publicOrigin } from "../env/public-origin-instance.server.ts";
import { auth } from "./auth-instance.server.ts";
import { browserHeaders } from "./browser-headers.server.ts";
import { sessionCookieName } from "./create-auth.server.ts";

/** Who is signed in in this browser. */
export type SignedIn = {
  personId: string;
  name: string;
  email: string;
  sessionId: string;
  /** Whether they run the installation. */
  isOperator: boolean;
};

/** The signed-in person of a request; null for nobody, and for a session that has ended or was revoked. */
export async function signedInPerson(request: Request): Promise<SignedIn | null> {
  const headers = browserHeaders(request, [sessionCookieName(publicOrigin())]);
  // Whoever never signed in costs no query.
  if (!headers.has("cookie")) return null;
  const found = await auth().api.getSession({ headers });
  if (!found) return null;
  const { user, session } = found;
  const person = await database().person.findUnique({ where: { id: user.id }, select: { operatorSince: true } });
  if (!person) return null;
  return { personId: user.id, name: user.name, email: user.email, sessionId: session.id, isOperator: person.operatorSince !== null };
}
