import type { Words } from "../../words/say.ts";
import type { KnownAssessments } from "../assessment/known-assessments.ts";
import { PILLARS } from "../assessment/vocabulary.ts";
import { valueText } from "../report/answer-text.ts";
import { displayAmount, displayShare } from "../report/display.ts";
import { displayMoney } from "../report/display-money.ts";
import type { Difference } from "../tenancy/differences.ts";
import type { OwnInitiative } from "./own-initiative.ts";

/** What is needed to say what an initiative refers to: in the language it is said in. */
export type Named = { initiativeTitle: (id: string) => string; kpiTitle: (id: string) => string; assessments: KnownAssessments };

const FIELDS = [
  "title",
  "pillars",
  "problem",
  "done",
  "effort",
  "effortReason",
  "cost",
  "quarters",
  "requires",
  "raises",
  "chance",
  "chanceReason",
  "pilot",
  "byHand",
  "kpis",
] as const;
type Field = (typeof FIELDS)[number];

/** What can be changed of an initiative of their own, field by field; null: nothing is said of it. */
export function ownInWords(own: OwnInitiative, { initiativeTitle, kpiTitle, assessments }: Named, words: Words): Record<Field, string | null> {
  const { say, language } = words;
  const { title, problem, done, effortReason, pilot, byHand, cost } = own;
  const effort = PILLARS.flatMap((pool) => {
    const range = own.effort[pool];
    return range ? `${say(`terms:${pool}`)} ${[range.low, range.likely, range.high].map((weeks) => displayAmount(weeks, language)).join(" / ")}` : [];
  });
  const raises = own.raises.map(({ assessment, item, to }) => {
    const asked = assessments.get(assessment)?.items.find(({ id }) => id === item);
    return asked ? `${asked.text} → ${valueText(asked, to, words)}` : item;
  });
  const list = (texts: readonly string[]) => texts.join("; ");
  const said = {
    ...{ title, pillars: list(own.pillars.map((pillar) => say(`terms:${pillar}`))), problem, done, effort: list(effort), effortReason },
    ...{ cost: [cost.low, cost.likely, cost.high].map((euro) => displayMoney(euro, language)).join(" / "), quarters: String(own.quarters) },
    ...{ requires: list(own.requires.map(initiativeTitle)), raises: list(raises), chance: displayShare(own.chance.value, words) },
    ...{ chanceReason: own.chance.reason, pilot, byHand, kpis: list(own.kpis.map(kpiTitle)) },
  };
  return Object.fromEntries(Object.entries(said).map(([field, text]) => [field, text || null])) as Record<Field, string | null>;
}

/** In what an initiative that somebody else has saved is not what was entered. */
export function ownDifferences(now: OwnInitiative, yours: OwnInitiative, named: Named, words: Words): Difference[] {
  const { say } = words;
  const [saved, entered] = [ownInWords(now, named, words), ownInWords(yours, named, words)];
  return FIELDS.filter((field) => saved[field] !== entered[field]).map((field) => ({
    field: say(`initiatives:${field}`),
    savedNow: saved[field] ?? say("initiatives:notSaid"),
    yours: entered[field] ?? say("initiatives:notSaid"),
  }));
}
