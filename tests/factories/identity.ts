import type { Database } from "#app/services/db/open-database.server.ts";
import { createAccountLimits } from "#app/services/identity/account-limits.server.ts";
import { createAuth } from "#app/services/identity/create-auth.server.ts";
import { hashPassword, verifyPassword } from "#app/services/identity/hash-password.server.ts";
import type { Identity } from "#app/services/identity/identity-instance.server.ts";
import { bindPublicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import type pg from "pg";
import { TEST_SECRET } from "../setup/start-product.ts";

export type CountedIdentity = Identity & { hashed: () => number };

/** Identity on a test's database, with its passwords' hashes counted. */
export function identityOn({ client: db, pool }: { client: Database; pool: pg.Pool | null }, origin = "http://localhost:3000"): CountedIdentity {
  let hashed = 0;
  const passwords = {
    hash: (password: string) => (hashed++, hashPassword(password)),
    verify: (given: { hash: string; password: string }) => (hashed++, verifyPassword(given)),
  };
  bindPublicOrigin(origin);
  return {
    auth: createAuth({ db, origin, secret: TEST_SECRET, passwords }),
    db,
    limits: createAccountLimits({ pool, secret: TEST_SECRET }),
    origin,
    hashed: () => hashed,
  };
}

/** A request of a browser with these cookies. */
export function browserRequest(cookie = "", path = "/"): Request {
  return new Request(`http://localhost:3000${path}`, { headers: { "User-Agent": "Test/1.0", ...(cookie ? { Cookie: cookie } : {}) } });
}

/** What a browser sends back of the cookies it was given; an emptied one is gone. */
export function cookieOf(headers: Headers): string {
  return headers
    .getSetCookie()
    .filter((cookie) => !/max-age=0/i.test(cookie))
    .map((cookie) => cookie.split(";")[0]!)
    .join("; ");
}

/** The mails that wait for an address, oldest first, with the token of each one's link. */
export async function mailsTo(db: Database, address: string): Promise<{ kind: string; link: string | undefined; token: string | undefined }[]> {
  const rows = await db.mail.findMany({ where: { address }, orderBy: { id: "asc" }, select: { kind: true, values: true } });
  return rows.map(({ kind, values }) => {
    const { link } = values as { link?: string };
    return { kind, link, token: link ? (new URL(link).searchParams.get("token") ?? undefined) : undefined };
  });
}
