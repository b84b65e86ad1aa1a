import { z } from "zod";
import { roleSchema, scopeSchema } from "../access/can.ts";
import { declaredWeightsSchema } from "../agreement/declared-weights.ts";
import { EQUAL_WEIGHTS } from "../agreement/role-weights.ts";
import { safeText } from "../assessment/answer.ts";
import { isTimeZone } from "../cycles/local-time.ts";
import { definitionSchema } from "../assessment/definition.ts";
import { CADENCES, LONGEST_DEFINITION, LONGEST_KPI_NAME, LONGEST_NOTE, LONGEST_UNIT, READING_SOURCES } from "../kpis/kpi-terms.ts";
import { readingValueSchema } from "../kpis/reading-value.ts";
import { targetsSchema } from "../kpis/targets-form.ts";
import { LONGEST_NAME } from "../tenancy/organization-form.ts";
import { plainLine } from "../tenancy/plain-line.ts";
import { RETENTION_DAYS } from "../tenancy/retention-form.ts";
import { INDUSTRIES, KINDS, REGIONS, RESPONDENT_ROLES, SIZE_BANDS, WORK_FUNCTIONS } from "../tenancy/profile-choices.ts";
import { changeEntrySchema } from "./change-entries.ts";
import { evidenceEntrySchema } from "./evidence-entry.ts";
import { adoptionEntrySchema, initiativeEntrySchema, scenarioEntrySchema } from "./roadmap-entries.ts";
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
const action = safeText(48).refine((text) => /^[a-z_]+\.[a-z_]+$/.test(text), {
  error: "must be an object and a verb in lower case, such as member.joined",
  params: { fault: "action" },
});
const note = z.union([safeText(2_000), z.number(), z.boolean(), z.null()]);

/** A KPI with its targets and readings; its owner is a member of the file. */
const kpiEntrySchema = z.strictObject({
  ...{
    id,
    library: safeText(64).nullable(),
    name: plainLine(LONGEST_KPI_NAME),
    unit: safeText(LONGEST_UNIT),
    definition: safeText(LONGEST_DEFINITION).nullable(),
  },
  ...{ higherIsBetter: z.boolean(), cadence: z.enum(CADENCES), owner: id.nullable(), baseline: readingValueSchema.nullable(), baselineOn: day.nullable() },
  anchors: z.strictObject({ worst: readingValueSchema, middle: readingValueSchema, best: readingValueSchema }).nullable(),
  targets: targetsSchema,
  ...{ archivedAt: moment.nullable(), createdBy: actor, createdAt: moment },
  readings: z
    .array(
      z.strictObject({
        ...{ on: day, value: readingValueSchema, note: safeText(LONGEST_NOTE).nullable() },
        ...{ source: z.enum(READING_SOURCES), enteredBy: actor, enteredAt: moment },
      }),
    )
    .max(20_000),
});

/** A submitted response, without whose it is. Role and function are there in named cycles only. By itself: a file of thousands is checked one after the other. */
export const responseEntrySchema = z.strictObject({
  id,
  /** The cycle of this file; null: none. */
  cycle: id.nullable(),
  assessment: hash,
  createdAt: moment,
  submittedAt: moment,
  respondentRole: z.enum(RESPONDENT_ROLES).nullable().optional(),
  workFunction: z.enum(WORK_FUNCTIONS).nullable().optional(),
  /** The number of the first team result whose shown figures it is part of. Not in the files of earlier versions of the product. */
  publishedIn: z.number().int().min(1).max(10_000).nullable().default(null),
  answers: z.array(broughtAnswerSchema).max(1_000),
  result: z.strictObject({ method: z.string().max(16), score: scoreSchema, band: bandSchema.nullable(), createdAt: moment }),
});

/** A line of the audit trail; by itself for the same reason. */
export const eventEntrySchema = z.strictObject({
  ...{ at: moment, actor, actorFor: safeText(120).nullable(), action, objectKind: safeText(32).min(1) },
  ...{ objectId: safeText(64).nullable(), objectName: safeText(254).nullable(), detail: z.record(safeText(64), note).nullable() },
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
    timeZone: z.string().max(64).refine(isTimeZone).default("UTC"),
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
        // Not in the files of the first version of the product, in which nobody was named.
        ...{ isAnonymous: z.boolean().default(true), opensAt: moment.nullable().default(null), closesAt: moment.nullable().default(null) },
        // Nor in those of before there was anything to declare.
        roleWeights: declaredWeightsSchema.default(EQUAL_WEIGHTS),
      }),
    )
    .max(10_000),
  /** Those that came later have defaults, so that older files are read on. */
  kpis: z.array(kpiEntrySchema).max(1_000).default([]),
  milestones: z
    .array(z.strictObject({ on: day, title: safeText(80).min(1), initiative: safeText(64).min(1).nullable().default(null), addedBy: actor }))
    .max(10_000)
    .default([]),
  events: z.array(eventEntrySchema).max(1_000_000),
  /** A file of before there was any has none. */
  evidence: z.array(evidenceEntrySchema).max(20_000).default([]),
  responses: z.array(responseEntrySchema).max(1_000_000),
  // None of these is in the files of earlier versions.
  teamResults: z.array(teamResultEntrySchema).max(100_000).default([]),
  consensusAnswers: z.array(consensusEntrySchema).max(100_000).default([]),
  changes: z.array(changeEntrySchema).max(100_000).default([]),
  initiatives: z.array(initiativeEntrySchema).max(1_000_000).default([]),
  scenarios: z.array(scenarioEntrySchema).max(1_000_000).default([]),
  adoptions: z.array(adoptionEntrySchema).max(1_000_000).default([]),
});

/** The same without the lists that can be long. */
export const fileOutlineSchema = organizationFileSchema.omit({ adoptions: true, events: true, initiatives: true, responses: true, scenarios: true });

export type OrganizationFile = z.infer<typeof organizationFileSchema>;
export type FileOutline = z.infer<typeof fileOutlineSchema>;
export type EventEntry = OrganizationFile["events"][number];
export type ResponseEntry = OrganizationFile["responses"][number];
