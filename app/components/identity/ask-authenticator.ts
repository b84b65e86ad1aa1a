import { paths } from "#app/paths.ts";

/** What the server says to a step of a passkey; null for a refusal, with its code. */
type Answered = { body: unknown; refused: null } | { body: null; refused: string };

/** Signs in by a passkey of this device. @returns whether it worked; a step that was cancelled did not */
export async function signInByPasskey(): Promise<boolean> {
  const options = await ask("sign-in-options", {});
  if (options.refused !== null) return false;
  try {
    const { startAuthentication } = await import("@simplewebauthn/browser");
    const response = await startAuthentication({ optionsJSON: options.body as Parameters<typeof startAuthentication>[0]["optionsJSON"] });
    return (await ask("sign-in", { response })).refused === null;
  } catch {
    return false;
  }
}

/** Adds a passkey of this device. @returns null when it is added; "refused" or "wait" for what the password was answered; else "failed" */
export async function addPasskey({ name, password }: { name: string; password: string }): Promise<null | "refused" | "wait" | "failed"> {
  const options = await ask("register-options", { password });
  if (options.refused !== null) return options.refused === "refused" || options.refused === "wait" ? options.refused : "failed";
  try {
    const { startRegistration } = await import("@simplewebauthn/browser");
    const response = await startRegistration({ optionsJSON: options.body as Parameters<typeof startRegistration>[0]["optionsJSON"] });
    return (await ask("register", { response, name })).refused === null ? null : "failed";
  } catch {
    return "failed";
  }
}

async function ask(step: string, body: object): Promise<Answered> {
  const response = await fetch(paths.passkeyStep(step), { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  const said = (await response.json()) as { code?: unknown };
  return response.ok ? { body: said, refused: null } : { body: null, refused: String(said.code) };
}
