import { z } from "zod";
import type { Words } from "../../words/say.ts";
import type { KnownAssessments } from "../assessment/known-assessments.ts";
import { typedNumber } from "../assessment/typed-number.ts";
import { type Pillar, PILLARS } from "../assessment/vocabulary.ts";
import { plainText } from "../kpis/plain-text.ts";
import type { Initiative } from "../roadmap/initiative.ts";
import type { FieldProblems, FormReading } from "../tenancy/organization-form.ts";
import { plainLine } from "../tenancy/plain-line.ts";
import type { OwnInitiative } from "./own-initiative.ts";
import { fieldsOfPromise, promiseIn, raisedIn, reachedField } from "./raise-fields.ts";

export const LONGEST_INITIATIVE_TITLE = 70;
/** Characters of each text about an initiative, and of a line of its checklist. */
export const LONGEST_PROSE = 900;
export const LONGEST_STEP = 200;
/** Person-weeks in one pool. */
const MOST_WEEKS = 200;
/** Euros. */
const MOST_MONEY = 1_000_000;
/** Steps that an initiative can begin with. */
export const MOST_FIRST_STEPS = 12;
const MOST = { requires: 10, kpis: 6, raises: 20 } as const;

const PROSE = ["problem", "done", "effortReason", "chanceReason", "pilot", "byHand", "hypothesis", "refutedBy"] as const;
const RANGE = ["low", "likely", "high"] as const;
/** Fields of which the form has one each. */
const SINGLE = [...PROSE, "title", "pillar", "pillar2", "quarters", "chance", "checklist", "requiresMore", "kpisMore", "raiseMore"];

type Fields = Readonly<Record<string, string>>;
type Range = Record<(typeof RANGE)[number], number>;
/** What there is to choose from: initiatives by what they go by in plans, KPIs of the library, and the assessments of the catalogue. */
export type OwnChoices = { initiatives: ReadonlySet<string>; kpis: ReadonlySet<string>; assessments: KnownAssessments };

/** The ids that a form's fields have chosen of several (`requires.<id>`), and the one that is to be added (`requiresMore`) at the end. */
export function chosenIn(fields: Fields, name: "requires" | "kpis"): string[] {
  const chosen = Object.keys(fields).flatMap((field) => (field.startsWith(`${name}.`) ? [field.slice(name.length + 1)] : []));
  return [...new Set([...chosen, fields[`${name}More`] ?? ""])].filter((id) => id !== "");
}

/** Reads what somebody enters of an initiative of their own. A text may be left empty, a cost too: then it is nothing. */
export function readOwnInitiative(fields: Fields, choices: OwnChoices, words: Words): FormReading<OwnInitiative> {
  const { say } = words;
  const problems: FieldProblems = [];
  const report = (field: string, message: string) => void problems.push({ field, message });
  const title = plainLine(LONGEST_INITIATIVE_TITLE).safeParse(fields["title"] ?? "");
  if (!title.success) report("title", titleProblem(fields["title"] ?? "", words));
  const pillars = pillarsIn(fields);
  if (pillars === null) report("pillar", say("initiatives:choosePillar"));
  const prose = Object.fromEntries(PROSE.map((name) => [name, proseIn(fields, name, report, words)])) as Record<(typeof PROSE)[number], string>;
  const effort = effortIn(fields, report, words);
  const cost = rangeIn(fields, "cost", { most: MOST_MONEY, isWhole: true }, report, words) ?? { low: 0, likely: 0, high: 0 };
  const quarters = z.enum(["1", "2", "3"]).safeParse(fields["quarters"]);
  if (!quarters.success) report("quarters", say("initiatives:chooseQuarters"));
  const chance = typedNumber(fields["chance"] ?? "");
  if (chance === null || !Number.isInteger(chance) || chance < 0 || chance > 100) report("chance", say("initiatives:chanceWanted"));
  const several = severalIn(fields, choices, report, words);
  const checklist = stepsIn(fields["checklist"] ?? "", report, words);
  if (problems.length === 0 && !Object.keys(fields).every(isKnown)) report("title", say("initiatives:formChanged"));
  if (problems.length > 0 || !title.success || !pillars || !quarters.success || chance === null) return { problems: onePerField(problems) };
  const { effortReason, chanceReason, ...texts } = prose;
  return {
    values: {
      ...{ title: title.data, pillars, ...texts, effort: effort as Initiative["effort"], effortReason, cost: { currency: "EUR", ...cost } },
      ...{ quarters: Number(quarters.data), ...several, chance: { value: chance / 100, reason: chanceReason }, checklist, owner: "" },
    },
  };
}

type Report = (field: string, message: string) => void;

function titleProblem(title: string, { say }: Words): string {
  if (title.trim() === "") return say("initiatives:titleMissing");
  return title.trim().length > LONGEST_INITIATIVE_TITLE ? say("initiatives:titleTooLong", { most: LONGEST_INITIATIVE_TITLE }) : say("initiatives:unfit");
}

function pillarsIn(fields: Fields): Pillar[] | null {
  const chosen = z.tuple([z.enum(PILLARS)], z.enum(PILLARS)).safeParse([fields["pillar"], fields["pillar2"] ?? ""].filter((pillar) => pillar !== ""));
  return chosen.success && new Set(chosen.data).size === chosen.data.length ? chosen.data : null;
}

function proseIn(fields: Fields, name: string, report: Report, { say }: Words): string {
  const text = plainText(LONGEST_PROSE).safeParse(fields[name] ?? "");
  if (!text.success) report(name, say("initiatives:textUnfit", { most: LONGEST_PROSE }));
  return text.data ?? "";
}

function effortIn(fields: Fields, report: Report, words: Words): Partial<Record<Pillar, Range>> {
  const pools = PILLARS.map((pool) => [pool, rangeIn(fields, `effort.${pool}`, { most: MOST_WEEKS, isWhole: false }, report, words)] as const);
  const isEmpty = PILLARS.every((pool) => RANGE.every((end) => (fields[`effort.${pool}.${end}`] ?? "").trim() === ""));
  if (isEmpty) report(`effort.${PILLARS[0]}.low`, words.say("initiatives:effortMissing"));
  return Object.fromEntries(pools.filter(([, range]) => range !== null));
}

/** Low, likely and high together; null where none is given. Money is whole euros, weeks come in halves and are never none. */
function rangeIn(fields: Fields, name: string, { most, isWhole }: { most: number; isWhole: boolean }, report: Report, { say }: Words): Range | null {
  const typed = RANGE.map((end) => ({ field: `${name}.${end}`, text: (fields[`${name}.${end}`] ?? "").trim() }));
  if (typed.every(({ text }) => text === "")) return null;
  const values = typed.map(({ field, text }) => {
    const value = typedNumber(text);
    const fits = value !== null && value <= most && (isWhole ? value >= 0 && Number.isInteger(value) : value > 0 && Number.isInteger(value * 2));
    if (!fits) report(field, text === "" ? say("initiatives:allThree") : say(isWhole ? "initiatives:eurosWanted" : "initiatives:weeksWanted", { most }));
    return fits ? value : null;
  });
  const [low, likely, high] = values;
  if (low == null || likely == null || high == null) return null;
  if (low > likely || likely > high) report(`${name}.likely`, say("initiatives:notInOrder"));
  return { low, likely, high };
}

function severalIn(fields: Fields, { initiatives, kpis, assessments }: OwnChoices, report: Report, { say }: Words) {
  const chosen = (name: "requires" | "kpis", known: ReadonlySet<string>) => {
    const ids = chosenIn(fields, name);
    if (ids.some((id) => !known.has(id))) report(`${name}More`, say("initiatives:chooseFromList"));
    if (ids.length > MOST[name]) report(`${name}More`, say("initiatives:tooMany", { most: MOST[name] }));
    return ids;
  };
  const raised = raisedIn(fields);
  if (raised.length > MOST.raises) report("raiseMore", say("initiatives:tooMany", { most: MOST.raises }));
  const raises = raised.flatMap((one) => {
    const promise = promiseIn(fields, one, assessments);
    if (promise === null) report(reachedField(one), say("initiatives:chooseReached"));
    return promise ?? [];
  });
  return { requires: chosen("requires", initiatives), kpis: chosen("kpis", kpis), raises };
}

/** A line is a step; empty ones are left out. */
function stepsIn(text: string, report: Report, { say }: Words): string[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (lines.length > MOST_FIRST_STEPS) report("checklist", say("initiatives:tooManySteps", { most: MOST_FIRST_STEPS }));
  else if (lines.some((line) => !plainLine(LONGEST_STEP).safeParse(line).success)) report("checklist", say("initiatives:stepUnfit", { most: LONGEST_STEP }));
  return lines;
}

/** What is left of a question that was taken out again stands in the form too. */
function isKnown(name: string): boolean {
  if (SINGLE.includes(name) || /^(requires|kpis|raise|to)\./.test(name)) return true;
  return RANGE.some((end) => name === `cost.${end}` || PILLARS.some((pool) => name === `effort.${pool}.${end}`));
}

function onePerField(problems: FieldProblems): FieldProblems {
  return problems.filter(({ field }, at) => problems.findIndex((other) => other.field === field) === at);
}

/** The fields that show an initiative as it is saved. */
export function fieldsOfOwn(own: OwnInitiative, assessments: KnownAssessments): Record<string, string> {
  const range = (name: string, of: Range | undefined) => Object.fromEntries(of ? RANGE.map((end) => [`${name}.${end}`, String(of[end])]) : []);
  const { title, problem, done, effortReason, pilot, byHand, hypothesis, refutedBy } = own;
  const itemOf = (assessment: string, item: string) => assessments.get(assessment)?.items.find(({ id }) => id === item);
  return {
    ...{ title, problem, done, effortReason, pilot, byHand, hypothesis, refutedBy, chanceReason: own.chance.reason, checklist: own.checklist.join("\n") },
    ...{ pillar: own.pillars[0]!, pillar2: own.pillars[1] ?? "", quarters: String(own.quarters), chance: String(Math.round(own.chance.value * 100)) },
    ...range("cost", own.cost),
    ...Object.assign({}, ...PILLARS.map((pool) => range(`effort.${pool}`, own.effort[pool]))),
    ...Object.fromEntries([...own.requires.map((id) => [`requires.${id}`, "yes"]), ...own.kpis.map((id) => [`kpis.${id}`, "yes"])]),
    ...Object.assign({}, ...own.raises.map((promise) => fieldsOfPromise(promise, itemOf(promise.assessment, promise.item)))),
  };
}
