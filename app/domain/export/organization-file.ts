import { z } from "zod";
import { roleSchema, scopeSchema } from "../access/can.ts";
import { safeText } from "../assessment/answer.ts";
import { definitionSchema } from "../assessment/definition.ts";
import { LONGEST_NAME } from "../tenancy/organization-form.ts";
import { plainLine } from "../tenancy/plain-line.ts";
import { RETENTION_DAYS } from "../tenancy/retention-form.ts";
import { INDUSTRIES, KINDS, REGIONS, RESPONDENT_ROLES, SIZE_BANDS, WORK_FUNCTIONS } from "../tenancy/profile-choices.ts";
import { bandSchema, scoreSchema } from "./score-schema.ts";
import { consensusEntrySchema, teamResultEntrySchema } from "./team-entries.ts";
import { broughtAnswerSchema, day, id, moment } from "./stored-answer-schema.ts";

/** Changes when a file of an earlier one could not be read any more. */
export const ORGANIZATION_FILE_VERSION = 1;
export const ORGANIZATION_FILE_FORMAT = "pinhigh-organization";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const address = z.email().max(254);
const actor = safeText(100);
const asked = { role: roleSchema, respondentRole: z.enum(RESPONDENT_ROLES).nullable(), workFunction: z.enum(WORK_FUNCTIONS).nullable() };
/** Object and verb, such as member.joined. */
const action = safeText(48).regex(/^[a-z_]+\.[a-z_]+$/, "must be an object and a verb in lower case, such as member.joined");
const note = z.union([safeText(2_000), z.number(), z.boolean(), z.null()]);

/** A submitted response, without whose it is. By itself: a file of thousands is checked one after the other. */
export const responseEntrySchema = z.strictObject({
  id,
  /** The cycle of this file; null: none. */
  cycle: id.nullable(),
  assessment: hash,
  createdAt: moment,
  submittedAt: moment,
  /** The number of the first team result whose shown figures it is part of. Not in the files of earlier versions of the product. */
  publishedIn: z.number().int().min(1).max(10_000).nullable().default(null),
  answers: z.array(broughtAnswerSchema).max(1_000),
  result: z.strictObject({ method: z.string().max(16), score: scoreSchema, band: bandSchema.nullable(), createdAt: moment }),
});

/** Everything of an organisation in one file, without what opens something: no tokens, no secrets. Keys stand in the order of their names. */
export const organizationFileSchema = z.strictObject({
  format: z.literal(ORGANIZATION_FILE_FORMAT),
  schemaVersion: z.literal(ORGANIZATION_FILE_VERSION),
  exportedAt: moment,
  organization: z.strictObject({
    name: plainLine(LONGEST_NAME),
    kind: z.enum(KINDS),
    industry: z.enum(INDUSTRIES).nullable(),
    sizeBand: z.enum(SIZE_BANDS).nullable(),
    region: z.enum(REGIONS).nullable(),
    isSynthetic: z.boolean(),
    retentionDays: z.literal(RETENTION_DAYS).nullable(),
    createdAt: moment,
  }),
  /** Every version that a cycle or a response of the file refers to, whole. */
  assessments: z.array(z.strictObject({ hash, definition: definitionSchema })).max(1_000),
  members: z.array(z.strictObject({ id, name: safeText(100), address, ...asked, joinedAt: moment })).max(100_000),
  invitations: z
    .array(
      z.strictObject({
        ...{ address, ...asked, invitedBy: actor, sentAt: moment, sentCount: z.number().int().min(0) },
        ...{ expiresAt: moment, acceptedAt: moment.nullable(), withdrawnAt: moment.nullable(), createdAt: moment },
      }),
    )
    .max(100_000),
  engagementOffers: z
    .array(
      z.strictObject({
        ...{ address, scopes: z.array(scopeSchema), endsOn: day.nullable(), offeredBy: actor, sentAt: moment, expiresAt: moment },
        ...{ acceptedAt: moment.nullable(), declinedAt: moment.nullable(), withdrawnAt: moment.nullable() },
      }),
    )
    .max(100_000),
  engagements: z
    .array(
      z.strictObject({
        ...{ client: safeText(LONGEST_NAME), consultancy: safeText(LONGEST_NAME), scopes: z.array(scopeSchema) },
        ...{ startedAt: moment, endsOn: day.nullable(), endedAt: moment.nullable(), endedBy: actor.nullable() },
      }),
    )
    .max(100_000),
  cycles: z
    .array(
      z.strictObject({
        ...{ id, assessment: hash, slug: safeText(64).min(1), period: safeText(16).min(1) },
        ...{ openedAt: moment, openedBy: actor, closedAt: moment.nullable() },
      }),
    )
    .max(10_000),
  events: z
    .array(
      z.strictObject({
        ...{ at: moment, actor, actorFor: safeText(120).nullable(), action, objectKind: safeText(32).min(1) },
        ...{ objectId: safeText(64).nullable(), objectName: safeText(254).nullable(), detail: z.record(safeText(64), note).nullable() },
      }),
    )
    .max(1_000_000),
  responses: z.array(responseEntrySchema).max(1_000_000),
  // Neither is in the files of earlier versions.
  teamResults: z.array(teamResultEntrySchema).max(100_000).default([]),
  consensusAnswers: z.array(consensusEntrySchema).max(100_000).default([]),
});

/** The same before its responses are looked at. */
export const fileOutlineSchema = organizationFileSchema.extend({ responses: z.array(z.unknown()).max(1_000_000) });

export type OrganizationFile = z.infer<typeof organizationFileSchema>;
export type ResponseEntry = OrganizationFile["responses"][number];
