import type { Database } from "../db/open-database.server.ts";
import { recordOperatorEvent } from "../operator/record-operator-event.server.ts";

/** Lets somebody run the installation from now on, and writes that down. */
export function grantOperator(db: Database, address: string, now: Date): Promise<"granted" | "already" | "unverified" | "unknown"> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.person.updateMany({ where: { email: address, emailVerified: true, operatorSince: null }, data: { operatorSince: now } });
    const person = await tx.person.findUnique({ where: { email: address }, select: { id: true, name: true, operatorSince: true } });
    if (!person) return "unknown";
    if (count === 0) return person.operatorSince ? "already" : "unverified";
    await recordOperatorEvent(tx, null, { action: "operator.granted", object: person });
    return "granted";
  });
}
