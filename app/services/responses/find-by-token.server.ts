import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { realmOf } from "../db/realm.server.ts";
import { withToken } from "../db/with-token.server.ts";
import { type Asked, askedIn } from "./asked-response.server.ts";
import { tokenHash } from "./respondent-token.server.ts";

export type TokenKind = "take" | "result";
type Located<T> = { found: T; organizationId: string | null; asked: Exclude<Asked, "gone"> };

/**
 * Finds what a token leads to, and whose it is. Nobody's responses come first: they are the most, and take one statement. Another
 * one's row is opened by its token alone and names its organisation; then `find` looks there.
 * @returns what was found, its organisation (null: nobody's), and whether it still is to be answered; null for a token nobody was given, and
 *   for one whose member is none any more
 */
export async function findByToken<T>(db: Database, kind: TokenKind, token: string, find: (rows: Transaction) => Promise<T | null>): Promise<Located<T> | null> {
  const found = await realmOf(db, null).read(find);
  if (found !== null) return { found, organizationId: null, asked: "open" };
  const hash = tokenHash(token);
  const where = kind === "take" ? { takeTokenHash: hash } : { resultTokenHash: hash };
  const response = await withToken(db, { tokenHash: hash }, (tx) => tx.response.findUnique({ where, select: { id: true, organizationId: true } }));
  if (!response) return null;
  const { id, organizationId } = response;
  return realmOf(db, organizationId).read(async (rows) => {
    const asked = await askedIn(rows, id, { kind, token });
    const held = asked === "gone" ? null : await find(rows);
    return held === null || asked === "gone" ? null : { found: held, organizationId, asked };
  });
}
