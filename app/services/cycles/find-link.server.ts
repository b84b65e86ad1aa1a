import type { Database } from "../db/open-database.server.ts";
import { withToken } from "../db/with-token.server.ts";
import { tokenHash } from "../responses/respondent-token.server.ts";

/** What a link to a cycle's questions leads to: somebody who is asked by their address, or nobody in particular. */
export type FoundLink = { kind: "personal" | "open"; id: string; organizationId: string; cycleId: string };

/** Finds a personal link or an open one by its token; null for a token nobody was given. One that has run out is found too. */
export function findLink(db: Database, token: string): Promise<FoundLink | null> {
  const hash = tokenHash(token);
  const select = { id: true, organizationId: true, cycleId: true } as const;
  return withToken(db, { tokenHash: hash }, async (tx) => {
    const respondent = await tx.respondent.findUnique({ where: { linkHash: hash }, select });
    if (respondent) return { kind: "personal", ...respondent };
    const open = await tx.openLink.findUnique({ where: { tokenHash: hash }, select });
    return open && { kind: "open", ...open };
  });
}
