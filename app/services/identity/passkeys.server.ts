import type { Database } from "../db/open-database.server.ts";
import type { SignedIn } from "./signed-in-person.server.ts";

export type ListedPasskey = { id: string; name: string | null; since: string | null };

/** A person's passkeys, the oldest first. */
export async function listPasskeys(db: Database, { personId }: { personId: string }): Promise<ListedPasskey[]> {
  const rows = await db.passkey.findMany({ where: { userId: personId }, orderBy: { createdAt: "asc" }, select: { id: true, name: true, createdAt: true } });
  return rows.map(({ id, name, createdAt }) => ({ id, name, since: createdAt?.toISOString() ?? null }));
}

/** Gives one of a person's passkeys another name. */
export async function renamePasskey(db: Database, { personId }: { personId: string }, { passkey, name }: { passkey: string; name: string }): Promise<void> {
  await db.passkey.updateMany({ where: { id: passkey, userId: personId }, data: { name } });
}

/** Removes one of a person's passkeys: it signs nobody in from then on, and every other session ends. */
export async function removePasskey(db: Database, { personId, sessionId }: Pick<SignedIn, "personId" | "sessionId">, passkey: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.passkey.deleteMany({ where: { id: passkey, userId: personId } });
    if (count > 0) await tx.session.deleteMany({ where: { userId: personId, id: { not: sessionId } } });
  });
}
