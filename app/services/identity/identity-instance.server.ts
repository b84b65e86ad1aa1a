import { database } from "../db/database-instance.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { publicOrigin } from "../env/public-origin-instance.server.ts";
import type { AccountLimits } from "./account-limits.server.ts";
import { auth } from "./auth-instance.server.ts";
import type { Auth } from "./create-auth.server.ts";

/** What the use cases of identity work with. `origin` is what links in mails begin with. */
export type Identity = { auth: Auth; db: Database; limits: AccountLimits; origin: string };

let bound: AccountLimits | undefined;

/** Binds the limits by account; the server calls it once, before it listens. */
export function bindAccountLimits(limits: AccountLimits): void {
  bound = limits;
}

export function identity(): Identity {
  if (!bound) throw new Error("identity is used before its limits were bound");
  return { auth: auth(), db: database(), limits: bound, origin: publicOrigin() };
}
