import type { Language } from "#app/words/language.ts";
import { catalog } from "../content/catalog-instance.server.ts";
import { assessmentIn } from "../content/content-in-language.server.ts";

/** An item of today's catalogue in words. */
export type Question = { slug: string; item: string; text: string };
export type QuestionGroup = { title: string; questions: { item: string; text: string }[] };

/** The text of a question as it is asked now; one that is asked no more is called by its id. */
export function questionText(slug: string, item: string, language: Language): string {
  const entry = catalog().assessmentBySlug.get(slug);
  return (entry && assessmentIn(entry, language).compiled.itemById.get(item)?.item.text) ?? item;
}

/** Every question of the catalogue, in the order in which the register lists them. */
export function allQuestions(language: Language): Question[] {
  return catalog().assessments.flatMap((entry) => {
    const { slug, items } = assessmentIn(entry, language).definition;
    return items.map(({ id, text }) => ({ slug, item: id, text }));
  });
}

/** The questions of an assessment under the titles of its dimensions; null for one that is not in the catalogue. */
export function questionGroups(slug: string, language: Language): QuestionGroup[] | null {
  const entry = catalog().assessmentBySlug.get(slug);
  if (!entry) return null;
  const { dimensions, items } = assessmentIn(entry, language).definition;
  return dimensions.map(({ id, title }) => ({
    title,
    questions: items.filter(({ dimension }) => dimension === id).map(({ id: item, text }) => ({ item, text })),
  }));
}

/** The same for an evidence that is there: its own question stays among them, though it is asked no more. */
export function questionsFor(slug: string, item: string, language: Language): QuestionGroup[] {
  const groups = questionGroups(slug, language) ?? [];
  const isAsked = groups.some(({ questions }) => questions.some((question) => question.item === item));
  return isAsked ? groups : [...groups, { title: item, questions: [{ item, text: item }] }];
}
