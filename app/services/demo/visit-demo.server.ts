import { DEMO_VISITOR } from "#app/domain/demo/demo-cast.ts";
import { browserHeaders, cookiesFrom } from "../identity/browser-headers.server.ts";
import type { Identity } from "../identity/identity-instance.server.ts";
import { signOut } from "../identity/sign-out.server.ts";

/** Signs this browser in as the visitor of the demonstration; whoever was signed in here before is not any more. */
export async function visitDemo(identity: Identity, request: Request): Promise<Headers> {
  await signOut(identity, request);
  const { headers } = await identity.auth.api.beginSession({ body: { personId: DEMO_VISITOR.id }, headers: browserHeaders(request), returnHeaders: true });
  return cookiesFrom(headers);
}
