/** Everything the audit trail can say, as object and verb. Each has its words in the namespace `audit`, and the rest its own in `organizations` and `people`. */
export const AUDIT_ACTIONS = [
  "organization.created",
  "organization.changed",
  "organization.deletion_planned",
  "organization.deletion_undone",
  "organization.ownership_transferred",
  "organization.retention_changed",
  "organization.exported",
  "organization.imported",
  "member.joined",
  "member.changed",
  "member.removed",
  "member.left",
  "member.erased",
  "invitation.sent",
  "invitation.resent",
  "invitation.withdrawn",
  "engagement_offer.sent",
  "engagement_offer.withdrawn",
  "engagement_offer.declined",
  "engagement.started",
  "engagement.ended",
  "engagement.consultant_assigned",
  "engagement.consultant_unassigned",
  "cycle.opened",
  "cycle.closed",
  "milestone.added",
  "milestone.changed",
  "milestone.taken_off",
  "milestone.restored",
  "result.published",
  "result.claimed",
  "consensus.set",
  "consensus.withdrawn",
  "members.exported",
  "audit.exported",
  "support_access.granted",
  "support_access.revoked",
  "support_access.used",
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Before and after, by field, of what was changed; for the detail of an audit event. */
export function changesOf<Field extends string>(before: Record<Field, string | null>, after: Record<Field, string | null>): Record<string, string | null> {
  const changed = (Object.keys(after) as Field[]).filter((field) => before[field] !== after[field]);
  return Object.fromEntries(
    changed.flatMap((field) => [
      [`${field}Before`, before[field]],
      [`${field}After`, after[field]],
    ]),
  );
}
