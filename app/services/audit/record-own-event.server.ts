import type { Transaction } from "../db/pass-door.server.ts";
import type { AuditEntry } from "./record-event.server.ts";

/** Writes into the organisation's audit trail what the product did by itself: nobody is named in it. */
export async function recordOwnEvent(tx: Transaction, { action, object, detail }: AuditEntry): Promise<void> {
  await tx.auditEvent.createMany({
    data: [
      {
        actorName: "",
        action,
        objectKind: object.kind,
        objectId: object.id ?? null,
        objectName: object.name?.slice(0, 254) ?? null,
        ...(detail ? { detail } : {}),
      },
    ],
  });
}
