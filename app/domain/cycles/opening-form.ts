import { z } from "zod";
import { type Language, LANGUAGES } from "../../words/language.ts";
import type { Words } from "../../words/say.ts";
import type { FormEntries } from "../assessment/answers-form.ts";
import { HEAVIEST, type RoleWeights } from "../agreement/role-weights.ts";
import { inWords } from "../report/display.ts";
import { LONGEST_LIST, readAddresses } from "../tenancy/invitation-form.ts";
import type { FieldProblems, FormReading } from "../tenancy/organization-form.ts";
import { RESPONDENT_ROLES, type RespondentRole, WORK_FUNCTIONS, type WorkFunction } from "../tenancy/profile-choices.ts";
import { momentOf } from "./local-time.ts";

/** Days between reminders to choose from. */
export const REMINDER_DAYS = [3, 5, 7] as const;
/** Addresses in one go. */
export const MOST_ADDRESSES = 200;
/** What the weight of each role group is called in the form, and what it can be. */
export const WEIGHT_FIELDS = { executive: "weightExecutive", manager: "weightManager", frontline: "weightFrontline" } as const satisfies Record<
  RespondentRole,
  string
>;
const WEIGHTS: readonly string[] = Array.from({ length: HEAVIEST + 1 }, (_, weight) => String(weight));
/** Assessments in one go. */
const MOST_ASSESSMENTS = 24;
/** A cycle is opened or closed, and a link ends, within this many days. */
const FURTHEST_DAYS = 400;
const DAY_MS = 24 * 3600 * 1000;

/** What is opened: for whom, how and when. */
export type Opening = {
  /** Slugs, each once. */
  assessments: string[];
  period: string;
  asksEverybody: boolean;
  /** Whose members are asked where not everybody is. */
  functions: WorkFunction[];
  /** In lower case, each once; asked whoever else is. */
  addresses: string[];
  /** What the addresses answer as, and where they work; null: they say it themselves. */
  respondentRole: RespondentRole | null;
  workFunction: WorkFunction | null;
  /** Until when an open link is good; null: there is none. */
  openLinkUntil: Date | null;
  isAnonymous: boolean;
  /** Null: at once. */
  opensAt: Date | null;
  /** Null: when somebody closes it. */
  closesAt: Date | null;
  remindEveryDays: number | null;
  /** How much each role group counts in the weighted mean. */
  roleWeights: RoleWeights;
  /** Of the mails to addresses. */
  language: Language;
  isQuarterly: boolean;
};

const optional = <Values extends readonly [string, ...string[]]>(values: Values) => z.union([z.literal("").transform(() => null), z.enum(values)]);
const local = z.string().max(16).default("");
const weight = z.string().max(16).default("1");
const openingSchema = z.strictObject({
  assessment: z.array(z.string().max(64)).max(MOST_ASSESSMENTS),
  function: z.array(z.enum(WORK_FUNCTIONS)).max(WORK_FUNCTIONS.length),
  period: z.string().max(16),
  who: z.enum(["everybody", "functions", "listed"]),
  addresses: z.string().max(LONGEST_LIST).default(""),
  respondentRole: optional(RESPONDENT_ROLES).default(null),
  workFunction: optional(WORK_FUNCTIONS).default(null),
  openLink: z.literal("yes").optional(),
  openLinkUntil: local,
  names: z.enum(["anonymous", "named"]),
  opens: z.enum(["now", "later"]),
  opensAt: local,
  closesAt: local,
  remind: z.enum(["", "3", "5", "7"]).default(""),
  language: z.enum(LANGUAGES),
  repeat: z.literal("quarter").optional(),
  ...{ weightExecutive: weight, weightManager: weight, weightFrontline: weight },
});
const LISTS = new Set(["assessment", "function"]);

/**
 * Reads what is to be opened.
 * @param choices the slugs and periods there are to choose from
 * @param clock the organisation's time zone, in which times are entered, and the present moment
 */
export function readOpening(
  entries: FormEntries,
  { assessments, periods }: { assessments: readonly string[]; periods: readonly string[] },
  { timeZone, now }: { timeZone: string; now: Date },
  words: Words,
): FormReading<Opening> {
  const { say } = words;
  const parsed = openingSchema.safeParse(grouped(entries));
  if (!parsed.success) return { problems: shapeProblems(parsed.error, words) };
  const fields = parsed.data;
  const problems: FieldProblems = [];
  const report = (field: string, message: string) => problems.push({ field, message });
  const slugs = [...new Set(fields.assessment)];
  if (slugs.length === 0 || slugs.some((slug) => !assessments.includes(slug))) report("assessment", say("cycles:chooseAssessment"));
  if (!periods.includes(fields.period)) report("period", say("cycles:choosePeriod"));
  if (fields.who === "functions" && fields.function.length === 0) report("function", say("cycles:chooseFunction"));
  const { addresses, problem } = readAsked(fields.addresses, words);
  if (problem) report("addresses", problem);
  else if (fields.who === "listed" && addresses.length === 0 && !fields.openLink) report("addresses", say("cycles:nobodyListed"));
  const time = (field: "openLinkUntil" | "opensAt" | "closesAt", after: Date | null): Date | null => {
    const read = readLater(fields[field], after ?? now, { timeZone, now });
    if (read === "none" || read === "early" || read === "far") report(field, say(`cycles:time_${read}`));
    return read instanceof Date ? read : null;
  };
  const opensAt = fields.opens === "later" ? time("opensAt", null) : null;
  const closesAt = fields.closesAt === "" ? null : time("closesAt", opensAt);
  const openLinkUntil = fields.openLink ? time("openLinkUntil", opensAt) : null;
  const roleWeights = readWeights({ executive: fields.weightExecutive, manager: fields.weightManager, frontline: fields.weightFrontline }, report, words);
  const isQuarterly = fields.repeat !== undefined;
  if (isQuarterly && fields.closesAt === "") report("closesAt", say("cycles:repeatCloses"));
  if (problems.length > 0) return { problems };
  const remindEveryDays = fields.remind === "" ? null : Number(fields.remind);
  return {
    values: {
      ...{ assessments: slugs, period: fields.period, asksEverybody: fields.who === "everybody", addresses },
      functions: fields.who === "functions" ? [...new Set(fields.function)] : [],
      ...{ respondentRole: fields.respondentRole, workFunction: fields.workFunction, openLinkUntil },
      ...{ isAnonymous: fields.names === "anonymous", opensAt, closesAt, remindEveryDays, roleWeights, language: fields.language, isQuarterly },
    },
  };
}

/** The weights of the role groups; what is wrong with one is reported under its field. */
function readWeights(texts: Record<RespondentRole, string>, report: (field: string, message: string) => void, { say }: Words): RoleWeights {
  for (const role of RESPONDENT_ROLES) if (!WEIGHTS.includes(texts[role].trim())) report(WEIGHT_FIELDS[role], say("cycles:weightRange", { most: HEAVIEST }));
  const weights = { executive: Number(texts.executive), manager: Number(texts.manager), frontline: Number(texts.frontline) };
  if (RESPONDENT_ROLES.every((role) => weights[role] === 0)) report(WEIGHT_FIELDS.executive, say("cycles:weightsAllZero"));
  return weights;
}

/** The addresses that are to be asked, or what is wrong with them. */
export function readAsked(text: string, { say, language }: Words): { addresses: string[]; problem?: string } {
  const { addresses, unreadable } = readAddresses(text);
  if (unreadable.length > 0)
    return { addresses, problem: say("people:notAddresses", { count: unreadable.length, list: inWords(unreadable.slice(0, 5), language) }) };
  return addresses.length > MOST_ADDRESSES ? { addresses, problem: say("people:tooManyAddresses", { most: MOST_ADDRESSES }) } : { addresses };
}

/** A local time that has to come after another. `early`: it does not, or is over; `far`: more than a year away; `none`: it is no time. */
export function readLater(text: string, after: Date, { timeZone, now }: { timeZone: string; now: Date }): Date | "none" | "early" | "far" {
  const moment = momentOf(text, timeZone);
  if (!moment) return "none";
  if (moment <= after || moment <= now) return "early";
  return moment.getTime() > now.getTime() + FURTHEST_DAYS * DAY_MS ? "far" : moment;
}

/** Fields by name; those that may come several times as lists. A field that comes twice and is none of these is refused with the rest. */
function grouped(entries: FormEntries): Record<string, unknown> {
  const fields: Record<string, unknown> = { assessment: [], function: [] };
  for (const [name, value] of entries) {
    const before = Object.hasOwn(fields, name) ? fields[name] : undefined;
    fields[name === "__proto__" ? "other" : name] = LISTS.has(name) ? [...(Array.isArray(before) ? before : []), value] : before === undefined ? value : null;
  }
  return fields;
}

function shapeProblems(error: z.ZodError, { say }: Words): FieldProblems {
  const wrong = new Set(error.issues.map(({ path: [field] }) => field));
  if (wrong.has("addresses")) return [{ field: "addresses", message: say("people:tooManyAddresses", { most: MOST_ADDRESSES }) }];
  const problems: FieldProblems = [];
  if (wrong.has("who")) problems.push({ field: "who", message: say("cycles:chooseWho") });
  if (wrong.has("names")) problems.push({ field: "names", message: say("cycles:chooseNames") });
  if (wrong.has("opens")) problems.push({ field: "opens", message: say("cycles:chooseOpens") });
  for (const field of Object.values(WEIGHT_FIELDS)) if (wrong.has(field)) problems.push({ field, message: say("cycles:weightRange", { most: HEAVIEST }) });
  return problems.length > 0 ? problems : [{ field: "assessment", message: say("cycles:formChanged") }];
}
