import { browserHeaders, cookiesFrom } from "./browser-headers.server.ts";
import { sessionCookieName } from "./create-auth.server.ts";
import type { Identity } from "./identity-instance.server.ts";

/** Ends the session of this browser, if it has one, and gives the headers that take its cookies. */
export async function signOut({ auth, origin }: Identity, request: Request): Promise<Headers> {
  const { headers } = await auth.api.signOut({ headers: browserHeaders(request, [sessionCookieName(origin)]), returnHeaders: true });
  return cookiesFrom(headers);
}
