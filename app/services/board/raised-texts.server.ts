import { valueText } from "#app/domain/report/answer-text.ts";
import type { InitiativePromise } from "#app/domain/roadmap/initiative.ts";
import type { Language } from "#app/words/language.ts";
import type { Words } from "#app/words/say.ts";
import { catalog } from "../content/catalog-instance.server.ts";
import { assessmentIn } from "../content/content-in-language.server.ts";

/** A question and the answer that will have been reached, in the language that their assessment is in. */
export type RaisedText = { assessment: string; question: string; to: string; language: Language };

/** What promises raise, in words; one whose question is asked no more is left out. */
export function raisedTexts(promises: readonly InitiativePromise[], words: Words): RaisedText[] {
  return promises.flatMap(({ assessment, item, to }) => {
    const entry = catalog().assessmentBySlug.get(assessment);
    if (!entry) return [];
    const { definition, compiled, language } = assessmentIn(entry, words.language);
    const asked = compiled.itemById.get(item)?.item;
    return asked ? [{ assessment: definition.shortTitle, question: asked.text, to: valueText(asked, to, words), language }] : [];
  });
}
