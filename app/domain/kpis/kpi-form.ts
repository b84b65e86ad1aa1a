import { z } from "zod";
import type { Words } from "../../words/say.ts";
import type { FieldProblems, FormReading } from "../tenancy/organization-form.ts";
import { plainLine } from "../tenancy/plain-line.ts";
import { type Anchors, CADENCES, type KpiTerms, LONGEST_DEFINITION, LONGEST_KPI_NAME, LONGEST_UNIT } from "./kpi-terms.ts";
import { areInOrder } from "./kpi-value.ts";
import { plainText } from "./plain-text.ts";
import { typedReading } from "./reading-value.ts";

/** More than this in a field is looked at no further. */
const field = z.string().max(4_000).default("");
const termsShape = {
  ...{ name: field, unit: field, definition: field, better: field, cadence: field, owner: field, baseline: field, baselineOn: field },
  ...{ worst: field, middle: field, best: field },
};
const newSchema = z.strictObject({ ...termsShape, once: z.uuid(), library: z.string().max(64).default("") });
export const revisionSchema = z.coerce
  .number()
  .int()
  .min(1)
  .max(2 ** 31 - 1);
const changeSchema = z.strictObject({ ...termsShape, revision: revisionSchema });
type TermsFields = Record<keyof typeof termsShape, string>;

/** `once` is the id it gets, so that a form that is sent twice makes one. */
export type NewKpi = KpiTerms & { once: string; libraryId: string | null };
export type KpiChange = KpiTerms & { revision: number };
/** What there is to choose from. */
export type KpiChoices = { ownerIds: readonly string[]; libraryIds: readonly string[] };

/** Reads what somebody enters to follow a KPI. @param today in the organisation's time zone */
export function readNewKpi(fields: Record<string, string>, choices: KpiChoices, today: string, words: Words): FormReading<NewKpi> {
  const parsed = newSchema.safeParse(fields);
  if (!parsed.success || !["", ...choices.libraryIds].includes(parsed.data.library)) return formChanged(words);
  const { once, library, ...entered } = parsed.data;
  const { values, problems } = readTerms(entered, choices.ownerIds, today, words);
  return problems ? { problems } : { values: { ...values, once, libraryId: library || null } };
}

/** Reads a change of what a KPI is; `revision` is the one that was looked at. */
export function readKpiChange(fields: Record<string, string>, ownerIds: readonly string[], today: string, words: Words): FormReading<KpiChange> {
  const parsed = changeSchema.safeParse(fields);
  if (!parsed.success) return formChanged(words);
  const { revision, ...entered } = parsed.data;
  const { values, problems } = readTerms(entered, ownerIds, today, words);
  return problems ? { problems } : { values: { ...values, revision } };
}

function formChanged({ say }: Words): { problems: FieldProblems } {
  return { problems: [{ field: "name", message: say("kpis:formChanged") }] };
}

function readTerms(entered: TermsFields, ownerIds: readonly string[], today: string, { say }: Words): FormReading<KpiTerms> {
  const problems: FieldProblems = [];
  const report = (at: string, message: string) => void problems.push({ field: at, message });
  const number = (at: "baseline" | "worst" | "middle" | "best") => {
    const text = entered[at].trim();
    const value = text === "" ? null : typedReading(text);
    if (text !== "" && value === null) report(at, say("kpis:notANumber"));
    return value;
  };
  const name = plainLine(LONGEST_KPI_NAME).safeParse(entered.name);
  if (!name.success) report("name", entered.name.trim() === "" ? say("kpis:nameMissing") : say("kpis:nameUnfit", { most: LONGEST_KPI_NAME }));
  const unit = z.union([z.literal(""), plainLine(LONGEST_UNIT)]).safeParse(entered.unit.trim());
  if (!unit.success) report("unit", say("kpis:unitUnfit", { most: LONGEST_UNIT }));
  const definition = plainText(LONGEST_DEFINITION).safeParse(entered.definition);
  if (!definition.success) report("definition", say("kpis:definitionUnfit", { most: LONGEST_DEFINITION }));
  if (entered.better !== "up" && entered.better !== "down") report("better", say("kpis:chooseBetter"));
  const cadence = z.enum(CADENCES).safeParse(entered.cadence);
  if (!cadence.success) report("cadence", say("kpis:chooseCadence"));
  if (!["", ...ownerIds].includes(entered.owner)) report("owner", say("kpis:chooseOwner"));
  const baseline = number("baseline");
  const baselineOn = entered.baselineOn.trim();
  if (baselineOn !== "" && !isPastDay(baselineOn, today)) report("baselineOn", say("kpis:dayUnfit"));
  else if (baselineOn !== "" && entered.baseline.trim() === "") report("baseline", say("kpis:baselineMissing"));
  const anchors = { worst: number("worst"), middle: number("middle"), best: number("best") };
  const given = (["worst", "middle", "best"] as const).filter((at) => entered[at].trim() !== "");
  if (given.length === 1 || given.length === 2)
    report(
      (["worst", "middle", "best"] as const).find((at) => !given.includes(at))!,
      say("kpis:anchorsMissing"),
    );
  const whole = isWhole(anchors) ? anchors : null;
  if (whole && (entered.better === "up" || entered.better === "down") && !areInOrder(whole, entered.better === "up"))
    report("middle", say(entered.better === "up" ? "kpis:anchorsNotRising" : "kpis:anchorsNotFalling"));
  if (problems.length > 0 || !name.success || !unit.success || !definition.success || !cadence.success) return { problems: onePerField(problems) };
  return {
    values: {
      ...{ name: name.data, unit: unit.data, definition: definition.data || null, higherIsBetter: entered.better === "up", cadence: cadence.data },
      ...{ ownerId: entered.owner || null, baseline, baselineOn: baselineOn || null, anchors: whole },
    },
  };
}

function isWhole(anchors: Record<keyof Anchors, number | null>): anchors is Anchors {
  return anchors.worst !== null && anchors.middle !== null && anchors.best !== null;
}

/** A field links to its first problem. */
export function onePerField(problems: FieldProblems): FieldProblems {
  return problems.filter(({ field: at }, index) => problems.findIndex(({ field: other }) => other === at) === index);
}

/** The earliest day that a reading can be of. */
export const EARLIEST_DAY = "1990-01-01";

/** Whether a text is a day such as 2027-03-31, from `EARLIEST_DAY` until today. */
export function isPastDay(text: string, today: string): boolean {
  return z.iso.date().safeParse(text).success && text >= EARLIEST_DAY && text <= today;
}
