import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { realmOf } from "../db/realm.server.ts";
import { withToken } from "../db/with-token.server.ts";
import { tokenHash } from "./respondent-token.server.ts";

export type TokenKind = "take" | "result";

/**
 * Finds what a token leads to, and whose it is. Nobody's responses come first: they are the most, and take one statement. Another
 * one's row is opened by its token alone and names its organisation; then `find` looks there.
 * @returns what was found, and its organisation (null: nobody's); null for a token nobody was given
 */
export async function findByToken<T>(
  db: Database,
  kind: TokenKind,
  token: string,
  find: (rows: Transaction) => Promise<T | null>,
): Promise<{ found: T; organizationId: string | null } | null> {
  const found = await realmOf(db, null).read(find);
  if (found !== null) return { found, organizationId: null };
  const organizationId = await organizationOf(db, kind, tokenHash(token));
  if (organizationId === null) return null;
  const held = await realmOf(db, organizationId).read(find);
  return held === null ? null : { found: held, organizationId };
}

async function organizationOf(db: Database, kind: TokenKind, hash: string): Promise<string | null> {
  const where = kind === "take" ? { takeTokenHash: hash } : { resultTokenHash: hash };
  const row = await withToken(db, { tokenHash: hash }, (tx) => tx.response.findUnique({ where, select: { organizationId: true } }));
  return row?.organizationId ?? null;
}
