import type { Database } from "../db/open-database.server.ts";
import type { SignedIn } from "./signed-in-person.server.ts";

/** A browser that is signed in. Never its token. */
export type ListedSession = { id: string; browser: string; since: string; isThis: boolean };

/** Where a person is signed in, this browser first, then the latest. */
export async function listSessions(db: Database, { personId, sessionId }: SignedIn, now: Date): Promise<ListedSession[]> {
  const rows = await db.session.findMany({
    where: { userId: personId, expiresAt: { gt: now } },
    orderBy: { createdAt: "desc" },
    select: { id: true, userAgent: true, createdAt: true },
  });
  return rows
    .map(({ id, userAgent, createdAt }) => ({ id, browser: userAgent ?? "", since: createdAt.toISOString(), isThis: id === sessionId }))
    .sort((a, b) => Number(b.isThis) - Number(a.isThis));
}

/** Ends one of a person's sessions, or with null all but this one; they are out with their next request. */
export async function endSessions(db: Database, { personId, sessionId }: SignedIn, which: string | null): Promise<void> {
  await db.session.deleteMany({ where: { userId: personId, id: which ?? { not: sessionId } } });
}
