import type { Database } from "../db/open-database.server.ts";

/** Lets somebody run the installation from now on. */
export async function grantOperator(db: Database, address: string, now: Date): Promise<"granted" | "already" | "unverified" | "unknown"> {
  const { count } = await db.person.updateMany({ where: { email: address, emailVerified: true, operatorSince: null }, data: { operatorSince: now } });
  if (count === 1) return "granted";
  const person = await db.person.findUnique({ where: { email: address }, select: { operatorSince: true } });
  if (!person) return "unknown";
  return person.operatorSince ? "already" : "unverified";
}
