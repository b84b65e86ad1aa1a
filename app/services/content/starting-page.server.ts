import { type CatalogueEntry, catalogueEntry } from "#app/domain/assessment/catalogue-entry.ts";
import { type Recommendation, recommendAssessments, unmetAnswers } from "#app/domain/start/recommend-assessments.ts";
import { readStartingForm, type StartingForm } from "#app/domain/start/starting-form.ts";
import type { Language } from "#app/words/language.ts";
import type { Words } from "#app/words/say.ts";
import { assessmentIn, startIn, type VersionInLanguage } from "./content-in-language.server.ts";
import { catalog } from "./catalog-instance.server.ts";

export type StartingPage = {
  questions: { id: string; text: string; options: { id: string; label: string }[] }[];
  form: Pick<StartingForm, "chosen" | "problems">;
  /** Best first; empty until every question is answered, and then never. */
  recommended: (Recommendation & { entry: CatalogueEntry; language: Language })[];
  /** The answers, as they stand in the form, that nothing recommended has to do with. */
  unmet: string[];
};

/** "Where should I start?": the questions, what was answered to them in the address, and where that leads. */
export function startingPage(query: URLSearchParams, words: Words): StartingPage {
  const start = startIn(words.language);
  const assessments = catalog().assessments.map((entry) => assessmentIn(entry, words.language));
  const { chosen, problems, options } = readStartingForm(start, query, words);
  const definitions = assessments.map(({ definition }) => definition);
  return {
    questions: start.questions.map(({ id, text, options }) => ({ id, text, options: options.map(({ id, label }) => ({ id, label })) })),
    form: { chosen, problems },
    recommended: (options ? recommendAssessments(options, definitions) : []).map((recommendation) => ({
      ...recommendation,
      ...offered(assessments.find(({ definition }) => definition.slug === recommendation.slug)!),
    })),
    unmet: options ? unmetAnswers(start.questions, options, definitions).map(({ label }) => label) : [],
  };
}

function offered({ definition, language }: VersionInLanguage) {
  return { entry: catalogueEntry(definition), language };
}
