import { z } from "zod";
import { nameSchema, passwordSchema } from "#app/domain/access/person-fields.ts";
import { problem } from "../api/problem.server.ts";
import { readJson } from "../api/read-json.server.ts";
import { browserHeaders, cookiesFrom } from "./browser-headers.server.ts";
import { confirmPassword } from "./confirm-password.server.ts";
import { sessionCookieName } from "./create-auth.server.ts";
import type { Identity } from "./identity-instance.server.ts";
import { rememberBrowser } from "./known-browser.server.ts";
import { refusalCode } from "./library-refusal.server.ts";
import { endSessions } from "./list-sessions.server.ts";
import { signOut } from "./sign-out.server.ts";
import { signedInPerson } from "./signed-in-person.server.ts";

const bytes = z.string().max(20_000);
/** What the browser's authenticator says. Its id goes into a query: a text, never an object. */
const spoken = {
  id: z.string().max(1_400),
  rawId: z.string().max(1_400),
  type: z.literal("public-key"),
  authenticatorAttachment: z.enum(["platform", "cross-platform"]).optional(),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
};
const signInSchema = z.strictObject({
  response: z.strictObject({
    ...spoken,
    response: z.strictObject({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes, userHandle: bytes.optional() }),
  }),
});
const registerSchema = z.strictObject({
  name: nameSchema,
  response: z.strictObject({
    ...spoken,
    response: z.strictObject({
      clientDataJSON: bytes,
      attestationObject: bytes,
      authenticatorData: bytes.optional(),
      publicKey: bytes.optional(),
      publicKeyAlgorithm: z.int().optional(),
      transports: z.array(z.string().max(40)).max(10).optional(),
    }),
  }),
});

type Step = (identity: Identity, request: Request) => Promise<Response>;

/**
 * The four things that a passkey's script asks for. The library's own answers hold the session and its token, so none of them
 * leaves the server.
 */
export const PASSKEY_STEPS: Record<string, Step> = {
  "sign-in-options": async ({ auth }, request) => {
    await readJson(request, z.strictObject({}));
    const { response, headers } = await auth.api.generatePasskeyAuthenticationOptions({ headers: browserHeaders(request), returnHeaders: true });
    return answer({ ...response, userVerification: "required" }, headers);
  },
  "sign-in": async (identity, request) => {
    const { response } = await readJson(request, signInSchema);
    const { response: found, headers } = await tried(async () =>
      identity.auth.api.verifyPasskeyAuthentication({
        body: { response },
        headers: browserHeaders(request, [await challengeCookie(identity)]),
        returnHeaders: true,
      }),
    );
    // Whoever was signed in here before is not any more.
    await signOut(identity, request);
    const signedIn = answer({}, headers);
    signedIn.headers.append("Set-Cookie", await rememberBrowser(identity, found.user.email, request));
    return signedIn;
  },
  "register-options": async (identity, request) => {
    const { password } = await readJson(request, z.strictObject({ password: passwordSchema }));
    const outcome = await confirmPassword(identity, await requireSomebody(request), password, request);
    if (outcome.kind === "wait") throw problem(429, "wait", "There were too many wrong passwords.", undefined, { "Retry-After": String(outcome.seconds) });
    if (outcome.kind === "refused") throw problem(403, "refused", "The password was not accepted.");
    const asked = { query: {}, headers: browserHeaders(request, [sessionCookieName(identity.origin)]), returnHeaders: true } as const;
    const { response, headers } = await identity.auth.api.generatePasskeyRegistrationOptions(asked);
    return answer(response, headers);
  },
  register: async (identity, request) => {
    const { response, name } = await readJson(request, registerSchema);
    const person = await requireSomebody(request);
    const cookies = [sessionCookieName(identity.origin), await challengeCookie(identity)];
    await tried(() => identity.auth.api.verifyPasskeyRegistration({ body: { response, name }, headers: browserHeaders(request, cookies) }));
    await endSessions(identity.db, person, null);
    return answer({}, null);
  },
};

async function requireSomebody(request: Request) {
  const person = await signedInPerson(request);
  if (!person) throw problem(401, "signed-out", "Sign in first.");
  return person;
}

/** Whatever the library refuses is refused the same way. */
async function tried<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error && "statusCode" in error && error.statusCode === 500)) refusalCode(error);
    throw problem(403, "refused", "The passkey was not accepted.");
  }
}

async function challengeCookie({ auth }: Identity): Promise<string> {
  return (await auth.$context).createAuthCookie("passkey").name;
}

function answer(body: object, answered: Headers | null): Response {
  const headers = cookiesFrom(answered);
  headers.set("Content-Type", "application/json; charset=utf-8");
  return new Response(JSON.stringify(body), { headers });
}
