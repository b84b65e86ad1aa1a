import type { Answer, Answers } from "#app/domain/assessment/answer.ts";
import { type Definition, type Item, optionsOf } from "#app/domain/assessment/definition.ts";
import { screensOf } from "#app/domain/assessment/screens.ts";
import { seededRandom } from "#app/domain/scoring/seeded-random.ts";
import { type AssessmentEntry, type Catalog, loadContent } from "#app/services/content/load-content.server.ts";

/** The content of the repository. */
export function benchCatalog(): Catalog {
  const content = loadContent("content");
  if ("problems" in content) throw new Error(`the content has ${content.problems.length} problems: run npm run content:check`);
  return content.catalog;
}

function assessments(): AssessmentEntry[] {
  return benchCatalog().assessments;
}

/** The longest assessment of the repository: 35 questions with flags and readings, as people answer it. */
export function longestAssessment(): AssessmentEntry {
  return assessments().reduce((longest, a) => (a.definition.items.length > longest.definition.items.length ? a : longest));
}

/** The screen with the most questions that any assessment has: its number, from 1, and how many they are. */
export function fullestScreen(): { assessment: AssessmentEntry; screen: number; questions: number } {
  const screens = assessments().flatMap((assessment) =>
    screensOf(assessment.definition).map((ids, i) => ({ assessment, screen: i + 1, questions: ids.length })),
  );
  return screens.reduce((fullest, screen) => (screen.questions > fullest.questions ? screen : fullest));
}

/** Invented answers of many respondents; the same seed gives the same answers everywhere. One in ten says nothing. */
export function inventedAnswers(definition: Definition, respondents: number, seed: number): Answers[] {
  const random = seededRandom(seed);
  return Array.from({ length: respondents }, () => Object.fromEntries(definition.items.map((item) => [item.id, inventedAnswer(item, random)])));
}

function inventedAnswer(item: Item, random: () => number): Answer {
  const die = Math.floor(random() * 30);
  if (die === 0) return { state: "blank" };
  if (die === 1) return { state: "not_sure" };
  if (die === 2) return { state: "not_applicable" };
  return { state: "answered", value: inventedValue(item, random) };
}

function inventedValue(item: Item, random: () => number): string | number | string[] {
  const oneOf = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  if (item.kind === "scale") return item.min + Math.floor(random() * (item.max - item.min + 1));
  if (item.kind === "single") return oneOf(item.options).id;
  if (item.kind === "shift") return Math.floor(random() * item.positions.length);
  if (item.kind === "number") return oneOf(item.anchors).at;
  if (item.kind === "ranking") return item.options.slice(-item.pick).map((option) => option.id);
  const practices = optionsOf(item).filter((option) => !option.exclusive && !option.all);
  const chosen = practices.filter(() => random() < 0.5);
  return (chosen.length > 0 ? chosen : [oneOf(practices)]).map((option) => option.id);
}
