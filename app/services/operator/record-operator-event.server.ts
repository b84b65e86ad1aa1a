import type { OperatorAction } from "#app/domain/operator/operator-actions.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import type { SignedIn } from "../identity/signed-in-person.server.ts";

export type OperatorEntry = {
  action: OperatorAction;
  /** What it was done to. Never an address: that of a mail is somebody's who may have no account to erase. */
  object?: { id: string; name: string };
};

/**
 * Writes down what an operator does, in the transaction of what is recorded: neither stands without the other.
 * @param by null: it was done on the machine itself, by nobody who is known
 */
export async function recordOperatorEvent(
  tx: Transaction,
  by: Pick<SignedIn, "personId" | "name" | "sessionId"> | null,
  { action, object }: OperatorEntry,
): Promise<void> {
  await tx.operatorEvent.createMany({
    data: [
      {
        ...{ personId: by?.personId ?? null, actorName: by?.name ?? "", sessionId: by?.sessionId ?? null },
        ...{ action, objectId: object?.id ?? null, objectName: object?.name ?? null },
      },
    ],
  });
}
