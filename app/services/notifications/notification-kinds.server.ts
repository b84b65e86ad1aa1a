import { z } from "zod";
import { roleSchema } from "#app/domain/access/can.ts";

const name = z.string().max(254);
const organization = { organization: name };
const cycle = { ...organization, assessment: name, period: z.string().max(16) };

/**
 * Every notification there is: what its sentence names (of an organisation its name, for who is told may be out of it by the
 * time they read), and whether it comes by mail too as long as nobody has chosen. Quiet by default.
 */
export const NOTIFICATIONS = {
  member_joined: { byMail: false, values: z.object({ ...organization, person: name }) },
  role_changed: { byMail: false, values: z.object({ ...organization, role: roleSchema }) },
  /** `organization` is the client. */
  engagement_started: { byMail: true, values: z.object({ ...organization, consultancy: name }) },
  engagement_ended: { byMail: false, values: z.object({ ...organization, consultancy: name }) },
  /** `date`: the first day on which it may be erased, as in 2027-02-28. */
  organization_deletion_planned: { byMail: true, values: z.object({ ...organization, person: name, date: z.iso.date() }) },
  cycle_opened: { byMail: false, values: z.object(cycle) },
  /** Somebody is waited for, and would not see it on a page. */
  cycle_reminder: { byMail: true, values: z.object(cycle) },
  cycle_closed: { byMail: false, values: z.object(cycle) },
  /** What a team scored in a closed cycle. */
  result_published: { byMail: false, values: z.object(cycle) },
  /** To who keeps it up to date from now on; `person` has said so. */
  kpi_owner: { byMail: false, values: z.object({ ...organization, kpi: name, person: name }) },
  /** `date`: the day on which the reading is due, as in 2027-04-10. */
  kpi_reading_due: { byMail: true, values: z.object({ ...organization, kpi: name, date: z.iso.date() }) },
  /** To who asked for it. */
  scenario_planned: { byMail: false, values: z.object({ ...organization, scenario: name }) },
  /** To who keeps it up to date; `date` is the last day on which it holds, which is over where `expired` says so. */
  evidence_expires: { byMail: true, values: z.object({ ...organization, title: name, date: z.iso.date(), expired: z.boolean() }) },
  /** To who looks after it from now on; `person` has said so. */
  initiative_owner: { byMail: false, values: z.object({ ...organization, initiative: name, person: name }) },
  /** To who looks after it; `date`: the day on which it was to be done, as in 2027-04-10. */
  initiative_due: { byMail: true, values: z.object({ ...organization, initiative: name, date: z.iso.date() }) },
  /** To who looks after its initiative; `date`: the day on which the leap of faith was to be measured, as in 2027-04-10. */
  leap_due: { byMail: true, values: z.object({ ...organization, initiative: name, date: z.iso.date() }) },
  data_exported: { byMail: false, values: z.object({ ...organization, person: name }) },
  /** `person` runs the installation. */
  support_access_used: { byMail: false, values: z.object({ ...organization, person: name }) },
} as const;

export type NotificationKind = keyof typeof NOTIFICATIONS;
/** What the sentence of a kind is filled with. */
export type NotificationValues = { [Kind in NotificationKind]: z.output<(typeof NOTIFICATIONS)[Kind]["values"]> };
/** A kind and the values that belong to it. */
export type NotificationOf<Kind extends NotificationKind = NotificationKind> = { [K in Kind]: { kind: K; values: NotificationValues[K] } }[Kind];

/** What comes by mail whatever somebody has chosen: it would be too late to learn of it from a page. */
export const ALWAYS_BY_MAIL: ReadonlySet<NotificationKind> = new Set<NotificationKind>(["organization_deletion_planned"]);

export const NOTIFICATION_KINDS = Object.keys(NOTIFICATIONS) as NotificationKind[];
export const notificationKindSchema = z.enum(NOTIFICATION_KINDS as [NotificationKind, ...NotificationKind[]]);
