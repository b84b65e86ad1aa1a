import { z } from "zod";
import type { Words } from "../../words/say.ts";
import { checkAnswers, isStorable, linkSchema, safeText } from "../assessment/answer.ts";
import { slugSchema } from "../assessment/content-values.ts";
import type { Definition } from "../assessment/definition.ts";
import { PILLARS } from "../assessment/vocabulary.ts";
import { LONGEST_ATTACHMENT_TITLE, LONGEST_BET, LONGEST_NOTE, MOST_ATTACHMENTS, MOST_NOTES, MOST_STEPS, VERDICTS } from "../board/initiative-page-form.ts";
import { INITIATIVE_STATES } from "../board/initiative-state.ts";
import { LONGEST_STEP } from "../board/own-initiative-form.ts";
import { ownInitiativeSchema } from "../board/own-initiative.ts";
import { QUARTER } from "../cycles/period.ts";
import { promiseSchema } from "../ledger/promise.ts";
import { checkPlan } from "../roadmap/check-plan.ts";
import type { Initiative } from "../roadmap/initiative.ts";
import type { PlanResult } from "../roadmap/plan.ts";
import { planOutcomeSchema } from "../roadmap/plan-outcome-schema.ts";
import { MAX_QUARTERS } from "../roadmap/plan-settings.ts";
import { type PlanInputs, planInputsSchema } from "../scenarios/plan-inputs.ts";
import { LONGEST_ADOPTION_NOTE, LONGEST_NAME, type Wishes, wishesSchema } from "../scenarios/wishes.ts";
import { plainLine } from "../tenancy/plain-line.ts";
import type { FileProblem } from "./check-organization-file.ts";
import { fileEntrySchema } from "./evidence-entry.ts";
import { id, moment } from "./stored-answer-schema.ts";

/** What stands on the roadmap of an organisation, in its file: the initiatives on its board, its scenarios, and what was adopted. */

const actor = safeText(100);
const quarter = z.string().regex(QUARTER);
/** A day that a calendar would show. */
const day = z.iso.date().refine((text) => text >= "1970" && text < "2200", { error: "must be a date from 1970 to 2199", params: { fault: "year" } });
const bet = safeText(LONGEST_BET).nullable();

/** A score of 100 in each of twelve quarters, with the largest importance. */
const MOST_OBJECTIVE = 4 * 100 * MAX_QUARTERS;
const ROUNDING = 1e-6;

/** What is stored as one value, with texts of any depth in it: none of them has anything that cannot be stored. */
function storable<Schema extends z.ZodType>(schema: Schema) {
  return schema.refine(holdsStorable, { error: "has characters that cannot be stored", params: { fault: "characters" } });
}

function holdsStorable(value: unknown): boolean {
  if (typeof value === "string") return isStorable(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([key, member]) => isStorable(key) && holdsStorable(member));
}

/** An initiative on the board with everything that hangs on it: of the library, or their own. What was done to it is in the audit trail. */
export const initiativeEntrySchema = z
  .strictObject({
    ...{ id, library: slugSchema.max(64).nullable(), own: storable(ownInitiativeSchema).nullable(), state: z.enum(INITIATIVE_STATES) },
    startQuarter: quarter.nullable(),
    /** Of the members of the file; null: nobody. */
    owner: id.nullable(),
    ...{ due: day.nullable(), startedOn: day.nullable(), endedOn: day.nullable() },
    ...{ analog: bet, antilog: bet, leapOfFaith: bet, hypothesis: bet, refutedBy: bet, measureOn: day.nullable() },
    ...{ verdict: z.enum(VERDICTS).nullable(), measured: bet, decidedOn: day.nullable() },
    promise: storable(promiseSchema).nullable(),
    ...{ createdBy: actor, createdAt: moment },
    /** In their order. */
    steps: z.array(z.strictObject({ text: plainLine(LONGEST_STEP), doneBy: actor.nullable(), doneAt: moment.nullable() })).max(MOST_STEPS),
    notes: z.array(z.strictObject({ text: safeText(LONGEST_NOTE).min(1), writtenBy: actor, writtenAt: moment })).max(MOST_NOTES),
    attachments: z
      .array(
        z
          .strictObject({
            title: plainLine(LONGEST_ATTACHMENT_TITLE),
            ...{ link: linkSchema.nullable(), file: fileEntrySchema.nullable(), addedBy: actor, addedAt: moment },
          })
          .refine(({ link, file }) => (link === null) !== (file === null), "is a link or a file"),
      )
      .max(MOST_ATTACHMENTS),
  })
  // Of the library or their own; decided on a day, or open.
  .refine(({ library, own }) => (library === null) !== (own === null))
  .refine(({ verdict, decidedOn }) => (verdict === null) === (decidedOn === null));

const planned = {
  ...{ name: safeText(LONGEST_NAME).min(1), firstQuarter: quarter },
  wishes: storable(wishesSchema),
};

/** A scenario. One that waits for its plan has none here either: it is planned where it is brought. */
export const scenarioEntrySchema = z
  .strictObject({
    ...{ id, ...planned, state: z.enum(["waiting", "planned", "impossible"]) },
    ...{ inputs: storable(planInputsSchema).nullable(), outcome: storable(planOutcomeSchema).nullable(), plannedAt: moment.nullable() },
    ...{ createdBy: actor, createdAt: moment },
  })
  // Each has the plan of its state.
  .refine(({ state, inputs, outcome, plannedAt }) => {
    if (state === "waiting") return inputs === null && outcome === null && plannedAt === null;
    if (outcome === null || plannedAt === null) return false;
    return state === "impossible" ? outcome.status === "impossible" : outcome.status !== "impossible" && inputs !== null;
  });

/** A scenario that became the roadmap, as it was then. `scenario` may be gone since. */
export const adoptionEntrySchema = z.strictObject({
  ...{ id, scenario: id, ...planned, inputs: storable(planInputsSchema), outcome: storable(planOutcomeSchema) },
  ...{ note: safeText(LONGEST_ADOPTION_NOTE), adoptedBy: actor, adoptedAt: moment },
});

export type InitiativeEntry = z.infer<typeof initiativeEntrySchema>;
export type ScenarioEntry = z.infer<typeof scenarioEntrySchema>;
export type AdoptionEntry = z.infer<typeof adoptionEntrySchema>;

type Outline = {
  assessments: readonly { hash: string; definition: Definition }[];
  cycles: readonly { id: string; assessment: string; slug: string }[];
  members: readonly { id: string }[];
};
type Check<Entry> = (entry: Entry, place: string) => FileProblem[];

/** Checks one initiative after the other: that each stands once, is kept by a member of the file, promises from its cycles, and that nothing was done after `now`. */
export function initiativeChecker({ cycles, members }: Outline, { say }: Words, now: Date): Check<InitiativeEntry> {
  const cycleIds = new Set(cycles.map((cycle) => cycle.id));
  const memberIds = new Set(members.map((member) => member.id));
  const seen = new Set<string>();
  return ({ id: own, library, owner, promise, createdAt, steps, notes, attachments }, place) => {
    const problems: FileProblem[] = [];
    const report = (field: string, message: string) => problems.push({ place: `${place}.${field}`, message });
    if (seen.has(own)) report("id", say("imports:twice"));
    seen.add(own);
    if (library !== null && seen.has(library)) report("library", say("imports:twice"));
    if (library !== null) seen.add(library);
    if (owner !== null && !memberIds.has(owner)) report("owner", say("imports:noMember"));
    promise?.basis.forEach(({ cycle }, at) => {
      if (!cycleIds.has(cycle)) report(`promise.basis.${at}.cycle`, say("imports:noCycle"));
    });
    const moments: [string, string | null][] = [
      ["createdAt", createdAt],
      ...steps.map(({ doneAt }, at): [string, string | null] => [`steps.${at}.doneAt`, doneAt]),
      ...notes.map(({ writtenAt }, at): [string, string] => [`notes.${at}.writtenAt`, writtenAt]),
      ...attachments.map(({ addedAt }, at): [string, string] => [`attachments.${at}.addedAt`, addedAt]),
    ];
    for (const [field, at] of moments) if (at !== null && new Date(at) > now) report(field, say("imports:laterThanNow"));
    return problems;
  };
}

/**
 * Checks one scenario, or one that was adopted, after the other: that each stands once, that what it starts from is of the file, that the answers
 * it starts from are answers to its questions, and that its plan keeps what was asked of it. What a plan gains is as it was computed: a later
 * version of the product plans otherwise.
 */
export function planChecker({ assessments, cycles }: Outline, { say }: Words, now: Date): Check<ScenarioEntry | AdoptionEntry> {
  const definitions = new Map(assessments.map(({ hash, definition }) => [hash, definition]));
  const cycleOf = new Map(cycles.map((cycle) => [cycle.id, cycle]));
  const seen = new Set<string>();
  return (entry, place) => {
    const { wishes, inputs, outcome } = entry;
    const problems: FileProblem[] = [];
    const report = (field: string, message: string) => problems.push({ place: `${place}.${field}`, message });
    if (seen.has(entry.id)) report("id", say("imports:twice"));
    seen.add(entry.id);
    const moments = "adoptedAt" in entry ? { adoptedAt: entry.adoptedAt } : { createdAt: entry.createdAt, plannedAt: entry.plannedAt };
    for (const [field, at] of Object.entries(moments)) if (at !== null && new Date(at) > now) report(field, say("imports:laterThanNow"));
    wishes.basis.forEach(({ assessment, cycle }, at) => {
      if (cycleOf.get(cycle)?.slug !== assessment) report(`wishes.basis.${at}.cycle`, say("imports:noCycle"));
    });
    if (!holdTogether(wishes)) report("wishes", say("imports:wishesLoose"));
    if (inputs === null || problems.length > 0) return problems;
    inputs.assessments.forEach(({ hash, cycle, slug, version, answers }, at) => {
      const definition = definitions.get(hash);
      if (!definition || cycleOf.get(cycle)?.assessment !== hash) report(`inputs.assessments.${at}.cycle`, say("imports:noCycle"));
      else if (definition.slug !== slug || definition.version !== version) report(`inputs.assessments.${at}.slug`, say("imports:otherSlug"));
      else if (checkAnswers(definition, answers).length > 0) report(`inputs.assessments.${at}.answers`, say("imports:startsFromNoAnswer"));
    });
    if (problems.length > 0 || outcome === null || outcome.status === "impossible") return problems;
    const asked = inputs.assessments.map(({ hash, answers }) => ({ definition: definitions.get(hash)!, answers }));
    if (!isPlausible(outcome) || !isPlanOf(outcome, inputs, asked)) report("outcome", say("imports:otherPlan"));
    return problems;
  };
}

/** Whether there is a figure for each quarter, and a level is one of the only assessment. */
function holdTogether({ quarters, capacity, budget, target, basis }: Wishes): boolean {
  const lists = [...PILLARS.map((pool) => capacity[pool]), ...(budget ? [budget] : [])];
  return lists.every(({ length }) => length === quarters) && (target.kind !== "level" || basis.length === 1);
}

/** Whether the figures of a plan can be those of one: scores of 0..100, gains between them, nothing below nothing, and no more than was proven. */
function isPlausible({ objective, bound, idle, gap, today, projected, valuedToday, valued, items, robustness, margins }: PlanResult): boolean {
  const isScore = (score: number) => score >= 0 && score <= 100;
  return (
    [today, valuedToday, ...projected].every(isScore) &&
    [...valued, objective, bound, idle].every((figure) => figure >= 0 && figure <= MOST_OBJECTIVE) &&
    objective <= bound + ROUNDING &&
    idle <= objective + ROUNDING &&
    gap >= 0 &&
    gap <= 1 &&
    items.every(({ gain, cost, effort }) => Math.abs(gain) <= 100 && [cost, ...Object.values(effort)].every((figure) => figure >= 0)) &&
    Object.values(robustness?.shares ?? {}).every((share) => share >= 0 && share <= 1) &&
    (margins ?? []).every(({ raises }) => raises >= 0 && raises <= MOST_OBJECTIVE)
  );
}

/** Whether a plan names what it was planned from, has a figure for each quarter, and keeps everything that was asked of it. */
function isPlanOf(plan: PlanResult, inputs: PlanInputs, assessments: readonly { definition: Definition; answers: object }[]): boolean {
  const { settings } = inputs;
  const known = new Map(inputs.initiatives.map((initiative) => [initiative.id, initiative]));
  const items = new Set(assessments.flatMap(({ definition }) => definition.items.map((item) => `${definition.slug} ${item.id}`)));
  const named = [...plan.items, ...plan.notPlanned].map(({ initiative }) => initiative);
  const perQuarter = [plan.projected, plan.valued, plan.projectedLevels ?? plan.projected, ...PILLARS.map((pool) => plan.used.pools[pool])];
  const asked = [...plan.findOut, ...plan.notPlanned.flatMap(({ needs }) => needs.items)];
  const request = {
    assessments: assessments.map(({ definition }) => ({ definition, answers: {} })),
    // Of one that is under way what is left is planned, which need not come in half weeks.
    initiatives: inputs.initiatives as Initiative[],
    settings,
  };
  return (
    new Set(named).size === named.length &&
    named.every((one) => known.get(one)?.requires.every((required) => known.has(required)) === true) &&
    perQuarter.every(({ length }) => length === settings.quarters) &&
    asked.every(({ assessment, item }) => items.has(`${assessment} ${item}`)) &&
    plan.items.every(({ initiative, startQuarter, endQuarter }) => endQuarter === startQuarter + known.get(initiative)!.quarters - 1) &&
    checkPlan(request, Object.fromEntries(plan.items.map(({ initiative, startQuarter }) => [initiative, startQuarter]))).length === 0
  );
}

export type NewNames = {
  /** Ids of cycles, which stand under `cycle` alone. */
  readonly cycles: ReadonlyMap<string, string>;
  /** By which plans name initiatives of their own, as strings or as keys anywhere. */
  readonly initiatives: ReadonlyMap<string, string>;
};

/** A value in which names stand, with the new ones in their place. What is no whole name stays, and so does an id where no id belongs. */
export function renamed<Value>(value: Value, names: NewNames): Value {
  return rename(value, names) as Value;
}

function rename(value: unknown, names: NewNames, under = ""): unknown {
  if (typeof value === "string") return (under === "cycle" ? names.cycles : names.initiatives).get(value) ?? value;
  if (Array.isArray(value)) return value.map((member) => rename(member, names));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [names.initiatives.get(key) ?? key, rename(member, names, key)]));
}
