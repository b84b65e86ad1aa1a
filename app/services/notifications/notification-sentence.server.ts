import { displayDate } from "#app/domain/report/display.ts";
import type { Words } from "#app/words/say.ts";
import { plainName } from "../email/plain-name.server.ts";
import { type NotificationKind, type NotificationOf, NOTIFICATIONS, type NotificationValues } from "./notification-kinds.server.ts";

const SENTENCES: { [Kind in NotificationKind]: (words: Words, values: NotificationValues[Kind]) => string } = {
  member_joined: ({ say }, values) => say("notifications:memberJoined", values),
  role_changed: ({ say }, { organization, role }) => say("notifications:roleChanged", { organization, role: say(`notifications:role_${role}`) }),
  engagement_started: ({ say }, values) => say("notifications:engagementStarted", values),
  engagement_ended: ({ say }, values) => say("notifications:engagementEnded", values),
  organization_deletion_planned: ({ say, language }, { date, ...values }) =>
    say("notifications:organizationDeletionPlanned", {
      ...values,
      date: displayDate(date, language),
    }),
  cycle_opened: ({ say }, values) => say("notifications:cycleOpened", values),
  cycle_reminder: ({ say }, values) => say("notifications:cycleReminder", values),
  cycle_closed: ({ say }, values) => say("notifications:cycleClosed", values),
  result_published: ({ say }, values) => say("notifications:resultPublished", values),
  scenario_planned: ({ say }, values) => say("notifications:scenarioPlanned", values),
  kpi_owner: ({ say }, values) => say("notifications:kpiOwner", values),
  kpi_reading_due: ({ say, language }, { date, ...values }) => say("notifications:kpiReadingDue", { ...values, date: displayDate(date, language) }),
  evidence_expires: ({ say, language }, { organization, title, date, expired }) =>
    say(expired ? "notifications:evidenceExpired" : "notifications:evidenceExpires", { organization, title, date: displayDate(date, language) }),
  initiative_owner: ({ say }, values) => say("notifications:initiativeOwner", values),
  initiative_due: ({ say, language }, { date, ...values }) => say("notifications:initiativeDue", { ...values, date: displayDate(date, language) }),
  leap_due: ({ say, language }, { date, ...values }) => say("notifications:leapDue", { ...values, date: displayDate(date, language) }),
  data_exported: ({ say }, values) => say("notifications:dataExported", values),
  support_access_used: ({ say }, values) => say("notifications:supportAccessUsed", values),
};

/** What happened, in one sentence; the names in it are made plain, for the same sentence goes out by mail. */
export function notificationSentence<Kind extends NotificationKind>({ kind, values }: NotificationOf<Kind>, words: Words): string {
  const plain = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? plainName(value) : value]),
  ) as NotificationValues[Kind];
  return SENTENCES[kind as Kind](words, plain);
}

/** The sentence of a stored notification; null for one that only a newer version can read. */
export function storedSentence(kind: string, values: unknown, words: Words): string | null {
  if (!Object.hasOwn(NOTIFICATIONS, kind)) return null;
  const known = kind as NotificationKind;
  const parsed = NOTIFICATIONS[known].values.safeParse(values);
  return parsed.success ? notificationSentence({ kind: known, values: parsed.data } as NotificationOf, words) : null;
}
