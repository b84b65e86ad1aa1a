import type { Auth } from "./create-auth.server.ts";

let bound: Auth | undefined;

/** Binds the identity library; the server calls it once it knows its public origin. */
export function bindAuth(auth: Auth): void {
  bound = auth;
}

export function auth(): Auth {
  if (!bound) throw new Error("identity is used before it was bound");
  return bound;
}
