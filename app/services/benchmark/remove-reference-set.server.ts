import type { Database } from "../db/open-database.server.ts";
import { withOperator } from "../db/with-operator.server.ts";
import type { SignedIn } from "../identity/signed-in-person.server.ts";
import { recordOperatorEvent } from "../operator/record-operator-event.server.ts";

/** Removes a reference set with its figures, and writes down who wanted it. @returns false for one that is not there */
export function removeReferenceSet(db: Database, operator: SignedIn, id: string): Promise<boolean> {
  return withOperator(db, async (tx) => {
    const set = await tx.referenceSet.findUnique({ where: { id }, select: { name: true } });
    if (!set) return false;
    const { count } = await tx.referenceSet.deleteMany({ where: { id } });
    if (count === 0) return false;
    await recordOperatorEvent(tx, operator, { action: "reference_set.removed", object: { id, name: set.name } });
    return true;
  });
}
