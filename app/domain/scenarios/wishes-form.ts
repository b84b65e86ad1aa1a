import { z } from "zod";
import type { Words } from "../../words/say.ts";
import { typedNumber } from "../assessment/typed-number.ts";
import { type Pillar, PILLARS } from "../assessment/vocabulary.ts";
import { MAX_QUARTERS } from "../roadmap/plan-settings.ts";
import type { FieldProblems, FormReading } from "../tenancy/organization-form.ts";
import { plainLine } from "../tenancy/plain-line.ts";
import { type Basis, IMPORTANCES, LONGEST_NAME, MOST_EUR, MOST_WEEKS, type Target, type Wishes, wishesSchema } from "./wishes.ts";

/** What there is to choose from, as the form shows it. */
export type WishChoices = {
  /** Published results by assessment, the latest first; `dimensions` of the version that was answered. */
  assessments: readonly { slug: string; results: readonly { cycle: string; number: number; dimensions: readonly string[] }[] }[];
  /** The quarters a plan can begin with. */
  firstQuarters: readonly string[];
  /** What initiatives go by in plans. */
  initiatives: readonly string[];
};

export type WishesEntered = { name: string; firstQuarter: string; wishes: Omit<Wishes, "seed"> };
export type ScenarioForm = WishesEntered & ({ once: string } | { revision: number });

const field = z.string().max(200);
/** Names of fields that there are as many of as there are quarters, dimensions or initiatives. */
const REPEATED =
  /^(from:[a-z0-9-]{1,64}|(people|process|content|technology|kpis|budget)-([1-9]|1[0-2])|importance:[a-z0-9-]{1,64}:[a-z0-9-]{1,64}|choice:[a-z0-9-]{1,64})$/;
const SINGLE = ["name", "firstQuarter", "quarters", "target", "score", "level", "usesLedger", "intent"];
const onceSchema = z.uuid();
const revisionSchema = z.coerce
  .number()
  .int()
  .min(1)
  .max(2 ** 31 - 1);

export const fieldOf = {
  from: (slug: string) => `from:${slug}`,
  weeks: (pool: Pillar | "budget", quarter: number) => `${pool}-${quarter}`,
  importance: (slug: string, dimension: string) => `importance:${slug}:${dimension}`,
  choice: (initiative: string) => `choice:${initiative}`,
};

/** Reads what somebody asks of a plan: a new scenario (`once`, the id it gets, so that a form that is sent twice makes one), or a changed one (`revision`). */
export function readScenarioForm(fields: Record<string, string>, choices: WishChoices, words: Words): FormReading<ScenarioForm> {
  const { once, revision, ...entered } = fields;
  const isKnown = Object.entries(entered).every(
    ([name, value]) => (SINGLE.includes(name) || REPEATED.test(name)) && (name === "name" || field.safeParse(value).success),
  );
  const id = onceSchema.safeParse(once);
  const seen = revisionSchema.safeParse(revision);
  if (!isKnown || (once === undefined) === (revision === undefined) || !(id.success || seen.success)) return formChanged(words);
  const { values, problems } = readWishes(entered, choices, words);
  if (problems) return { problems };
  return { values: { ...values, ...(id.success ? { once: id.data } : { revision: seen.data! }) } };
}

function readWishes(fields: Record<string, string>, choices: WishChoices, words: Words): FormReading<WishesEntered> {
  const { say } = words;
  const problems: FieldProblems = [];
  const wrong = (of: string, message: string) => void problems.push({ field: of, message });
  const read = (of: string) => (fields[of] ?? "").trim();

  const name = plainLine(LONGEST_NAME).safeParse(read("name"));
  if (!name.success) wrong("name", read("name") === "" ? say("scenarios:nameMissing") : say("scenarios:nameUnfit", { most: LONGEST_NAME }));
  if (!choices.firstQuarters.includes(read("firstQuarter"))) wrong("firstQuarter", say("scenarios:firstQuarterWanted"));
  const quarters = Number(read("quarters"));
  const hasHorizon = /^\d{1,2}$/.test(read("quarters")) && quarters >= 1 && quarters <= MAX_QUARTERS;
  if (!hasHorizon) wrong("quarters", say("roadmap:quartersWanted", { most: MAX_QUARTERS }));

  const basis = choices.assessments.flatMap(({ slug, results }): (Basis & { dimensions: readonly string[] })[] => {
    const chosen = read(fieldOf.from(slug));
    if (chosen === "") return [];
    const result = results.find(({ cycle }) => cycle === chosen);
    if (!result) wrong(fieldOf.from(slug), say("scenarios:noResult"));
    return result ? [{ assessment: slug, ...result }] : [];
  });
  if (basis.length === 0 && problems.every((p) => !p.field.startsWith("from:")))
    wrong(fieldOf.from(choices.assessments[0]?.slug ?? ""), say("scenarios:basisMissing"));

  const weeksOf = (pool: Pillar | "budget", most: number, message: string) =>
    figuresOf(fields, pool, hasHorizon ? quarters : 1, most, (of) => wrong(of, message));
  const capacity = Object.fromEntries(PILLARS.map((pool) => [pool, weeksOf(pool, MOST_WEEKS, say("scenarios:weeksWanted", { most: MOST_WEEKS }))])) as Record<
    Pillar,
    number[]
  >;
  const hasMoney = Array.from({ length: MAX_QUARTERS }, (_, q) => read(fieldOf.weeks("budget", q + 1))).some((text) => text !== "");
  const budget = hasMoney ? weeksOf("budget", MOST_EUR, say("scenarios:budgetWanted")) : null;
  const target = targetOf(read, basis.length, wrong, words);

  const importance: Wishes["importance"] = {};
  for (const { assessment, dimensions } of basis) {
    for (const dimension of dimensions) {
      const of = fieldOf.importance(assessment, dimension);
      const chosen = IMPORTANCES.find((each) => String(each) === (read(of) || "1"));
      if (chosen === undefined) wrong(of, say("scenarios:importanceWanted"));
      else if (chosen !== 1) (importance[assessment] ??= {})[dimension] = chosen;
    }
    if (dimensions.every((dimension) => importance[assessment]?.[dimension] === 0))
      wrong(fieldOf.importance(assessment, dimensions[0] ?? ""), say("scenarios:nothingImportant"));
  }
  const pinned: Wishes["pinned"] = {};
  const excluded: string[] = [];
  for (const initiative of choices.initiatives) {
    const of = fieldOf.choice(initiative);
    const chosen = read(of);
    if (chosen === "") continue;
    const start = Number(chosen);
    if (chosen === "out") excluded.push(initiative);
    else if (chosen === "in") pinned[initiative] = "any";
    else if (/^\d{1,2}$/.test(chosen) && start >= 1 && start <= (hasHorizon ? quarters : MAX_QUARTERS)) pinned[initiative] = start;
    else wrong(of, say("scenarios:choiceWanted"));
  }
  if (problems.length > 0) return { problems };
  const wishes = {
    ...{
      basis: basis.map(({ assessment, cycle, number }) => ({ assessment, cycle, number })),
      quarters,
      capacity,
      budget,
      target,
      importance,
      pinned,
      excluded,
    },
    usesLedger: read("usesLedger") === "yes",
  };
  const parsed = wishesSchema.safeParse(wishes);
  return parsed.success ? { values: { name: name.data!, firstQuarter: read("firstQuarter"), wishes } } : formChanged(words);
}

/** One figure for each quarter; where a quarter has none, because there are more than before, that of the one before it. What is wrong is said once, where it was entered. */
function figuresOf(fields: Record<string, string>, pool: Pillar | "budget", quarters: number, most: number, wrong: (field: string) => void): number[] {
  let last = { field: fieldOf.weeks(pool, 1), text: "" };
  const found = new Set<string>();
  const figures = Array.from({ length: quarters }, (_, q) => {
    const field = fieldOf.weeks(pool, q + 1);
    const entered = fields[field]?.trim();
    if (entered !== undefined) last = { field, text: entered };
    const figure = typedFigure(last.text);
    if (figure === null || figure > most) found.add(last.field);
    return figure ?? 0;
  });
  found.forEach(wrong);
  return figures;
}

/** Two decimals at most, and nothing below 0; null for what is no figure. */
function typedFigure(text: string): number | null {
  const value = typedNumber(text);
  return value !== null && value >= 0 && Number(value.toFixed(2)) === value ? value : null;
}

function targetOf(read: (field: string) => string, assessments: number, wrong: (field: string, message: string) => void, { say }: Words): Target {
  switch (read("target")) {
    case "score": {
      const score = typedFigure(read("score"));
      if (score !== null && score >= 1 && score <= 100) return { kind: "score", score };
      wrong("score", say("scenarios:scoreWanted"));
      break;
    }
    case "level": {
      const level = Number(read("level"));
      if (assessments > 1) wrong("level", say("scenarios:levelOfOne"));
      else if (Number.isInteger(level) && level >= 2 && level <= 5) return { kind: "level", level };
      else wrong("level", say("scenarios:levelWanted"));
      break;
    }
    case "furthest":
      break;
    default:
      wrong("target", say("scenarios:targetWanted"));
  }
  return { kind: "furthest" };
}

function formChanged({ say }: Words): { problems: FieldProblems } {
  return { problems: [{ field: "name", message: say("organizations:formChanged") }] };
}

/** The fields that mean the same wishes, for the form to begin with. */
export function fieldsOfWishes(name: string, firstQuarter: string, wishes: Omit<Wishes, "seed">): Record<string, string> {
  const { basis, quarters, capacity, budget, target, importance, pinned, excluded, usesLedger } = wishes;
  const figures = (pool: Pillar | "budget", all: readonly number[]) => all.map((figure, q) => [fieldOf.weeks(pool, q + 1), String(figure)]);
  return Object.fromEntries([
    ...[
      ["name", name],
      ["firstQuarter", firstQuarter],
      ["quarters", String(quarters)],
      ["target", target.kind],
    ],
    ...(target.kind === "score" ? [["score", String(target.score)]] : []),
    ...(target.kind === "level" ? [["level", String(target.level)]] : []),
    ...basis.map(({ assessment, cycle }) => [fieldOf.from(assessment), cycle]),
    ...PILLARS.flatMap((pool) => figures(pool, capacity[pool])),
    ...(budget ? figures("budget", budget) : []),
    ...Object.entries(importance).flatMap(([slug, of]) => Object.entries(of).map(([dimension, times]) => [fieldOf.importance(slug, dimension), String(times)])),
    ...Object.entries(pinned).map(([id, start]) => [fieldOf.choice(id), start === "any" ? "in" : String(start)]),
    ...excluded.map((id) => [fieldOf.choice(id), "out"]),
    ...(usesLedger ? [["usesLedger", "yes"]] : []),
  ]) as Record<string, string>;
}
