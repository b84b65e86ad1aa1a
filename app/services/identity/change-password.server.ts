import { cookiesFrom } from "./browser-headers.server.ts";
import { countedPassword, type PasswordOutcome, sessionHeaders } from "./confirm-password.server.ts";
import type { Identity } from "./identity-instance.server.ts";
import { settleNewPassword } from "./settle-new-password.server.ts";
import type { SignedIn } from "./signed-in-person.server.ts";

type ChangeOutcome = Exclude<PasswordOutcome, { kind: "right" }> | { kind: "changed"; cookies: Headers };

/** Changes the password of a signed-in person. Every other session ends, and this one goes on under a new token. */
export async function changePassword(
  identity: Identity,
  person: SignedIn,
  { current, password }: { current: string; password: string },
  request: Request,
): Promise<ChangeOutcome> {
  let cookies = new Headers();
  const outcome = await countedPassword(identity.limits, person, async () => {
    const { headers } = await identity.auth.api.changePassword({
      body: { currentPassword: current, newPassword: password, revokeOtherSessions: true },
      headers: sessionHeaders(identity, request),
      returnHeaders: true,
    });
    cookies = cookiesFrom(headers);
  });
  if (outcome.kind !== "right") return outcome;
  await settleNewPassword(identity.db, person.personId, { provesAddress: false });
  return { kind: "changed", cookies };
}
