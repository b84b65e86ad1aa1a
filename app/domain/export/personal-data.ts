import { z } from "zod";
import { roleSchema, scopeSchema } from "../access/can.ts";
import { INITIATIVE_STATES } from "../board/initiative-state.ts";
import { RESPONDENT_ROLES, WORK_FUNCTIONS } from "../tenancy/profile-choices.ts";
import { answerEntrySchema, day, id, moment } from "./stored-answer-schema.ts";

export const PERSONAL_DATA_VERSION = 1;
export const PERSONAL_DATA_FORMAT = "pinhigh-personal-data";

const responseSchema = z.strictObject({
  assessment: z.strictObject({ slug: z.string(), version: z.number().int(), title: z.string() }),
  /** Of the cycle it was asked for in, such as 2027-Q1; null: none. */
  period: z.string().nullable(),
  startedAt: moment,
  submittedAt: moment.nullable(),
  answers: z.array(answerEntrySchema),
  /** The overall figures of what was submitted; null until then. */
  result: z
    .strictObject({ method: z.string(), score: z.number().nullable(), level: z.number().int().nullable(), gatedLevel: z.number().int().nullable() })
    .nullable(),
});

/** Everything that is kept about one person. No tokens, hashes or secrets, and nothing that is about others. */
export const personalDataSchema = z.strictObject({
  format: z.literal(PERSONAL_DATA_FORMAT),
  schemaVersion: z.literal(PERSONAL_DATA_VERSION),
  exportedAt: moment,
  person: z.strictObject({
    ...{ id, name: z.string(), address: z.string(), isAddressConfirmed: z.boolean(), language: z.string().nullable(), hasSecondFactor: z.boolean() },
    ...{ operatorSince: moment.nullable(), createdAt: moment, updatedAt: moment },
  }),
  sessions: z.array(z.strictObject({ browser: z.string(), since: moment, expiresAt: moment, isThis: z.boolean() })),
  passkeys: z.array(z.strictObject({ name: z.string().nullable(), addedAt: moment.nullable(), device: z.string() })),
  notificationPreferences: z.array(z.strictObject({ kind: z.string(), byMail: z.boolean() })),
  notifications: z.array(z.strictObject({ kind: z.string(), organization: z.string().nullable(), createdAt: moment, readAt: moment.nullable() })),
  /** What was mailed to the address in the last 30 days. */
  mails: z.array(z.strictObject({ kind: z.string(), createdAt: moment, sentAt: moment.nullable() })),
  memberships: z.array(
    z.strictObject({
      ...{ organization: z.string(), role: roleSchema, since: moment },
      ...{ respondentRole: z.enum(RESPONDENT_ROLES).nullable(), workFunction: z.enum(WORK_FUNCTIONS).nullable() },
      responses: z.array(responseSchema),
      /** The initiatives that they look after. `due` and `measureOn` are days. */
      initiatives: z.array(z.strictObject({ title: z.string(), state: z.enum(INITIATIVE_STATES), due: day.nullable(), measureOn: day.nullable() })),
    }),
  ),
  /** What was asked of their confirmed address, by a link of its own, also where they do not belong; with what was answered by it. */
  askedAtAddress: z.array(
    z.strictObject({
      ...{ organization: z.string(), assessment: z.string(), period: z.string(), isAnonymous: z.boolean(), language: z.string().nullable() },
      ...{ respondentRole: z.enum(RESPONDENT_ROLES).nullable(), workFunction: z.enum(WORK_FUNCTIONS).nullable() },
      ...{ hasAnswered: z.boolean(), invitedAt: moment.nullable(), remindedAt: moment.nullable() },
      responses: z.array(responseSchema),
    }),
  ),
  /** For which clients the person works, or has worked, in the name of a firm they belong to; a client whose engagement is over is not named (null). */
  consultantAssignments: z.array(
    z.strictObject({
      ...{ consultancy: z.string(), client: z.string().nullable(), since: moment },
      ...{ scopes: z.array(scopeSchema), endsOn: day.nullable(), endedAt: moment.nullable() },
    }),
  ),
  /** The notes they have written on roadmaps, wherever they have (null: in an organisation they do not belong to any more, or for a client of theirs). */
  roadmapNotes: z.array(z.strictObject({ organization: z.string().nullable(), initiative: z.string(), text: z.string(), writtenAt: moment })),
  /** What the person did, in any organisation (null: one they do not belong to any more, or as an operator for the whole installation), and what others did to their membership or address. */
  auditEvents: z.array(
    z.strictObject({
      ...{ at: moment, organization: z.string().nullable(), action: z.string(), objectKind: z.string(), byYou: z.boolean() },
      /** What they are called there, where the event names them. */
      calledAs: z.string().nullable(),
    }),
  ),
});

export type PersonalData = z.infer<typeof personalDataSchema>;
