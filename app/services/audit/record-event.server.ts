import type { AuditAction } from "#app/domain/tenancy/audit-actions.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";

export type AuditEntry = {
  /** What was done, as object and verb: "member.removed". */
  action: AuditAction;
  object: { kind: string; id?: string; name?: string };
  /** Before and after, where that is what matters. No answers, no secrets. */
  detail?: Record<string, string | number | boolean | null>;
};

/** Writes into the organisation's audit trail, in the transaction of what is recorded: neither stands without the other. */
export async function recordEvent(
  tx: Transaction,
  { person, actsFor }: Pick<Access, "person"> & { actsFor: { consultancy: string } | null },
  { action, object, detail }: AuditEntry,
): Promise<void> {
  await tx.auditEvent.createMany({
    data: [
      {
        personId: person.personId,
        actorName: person.name,
        actorFor: actsFor?.consultancy ?? null,
        sessionId: person.sessionId,
        action,
        objectKind: object.kind,
        objectId: object.id ?? null,
        objectName: object.name?.slice(0, 254) ?? null,
        ...(detail ? { detail } : {}),
      },
    ],
  });
}

/** The same of what happened by itself, when its time had come: nobody stands beside it. */
export async function recordByItself(tx: Transaction, { action, object, detail }: AuditEntry): Promise<void> {
  await tx.auditEvent.createMany({
    data: [
      {
        ...{ actorName: "", action, objectKind: object.kind, objectId: object.id ?? null, objectName: object.name?.slice(0, 254) ?? null },
        ...(detail ? { detail } : {}),
      },
    ],
  });
}
