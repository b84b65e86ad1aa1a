import { type ResultView, resultView } from "#app/domain/report/result-view.ts";
import { catalog } from "../content/catalog-instance.server.ts";
import { contradictionsIn, type VersionInLanguage } from "../content/content-in-language.server.ts";
import type { AssessmentEntry } from "../content/load-content.server.ts";
import { wordsIn } from "../words/words-in.server.ts";
import { scoreResponse } from "./score-response.server.ts";

const computed = new Map<string, ResultView>();

/** The labelled example of an assessment: invented answers, scored by the same code as any other, once per version and language. Beside it
 * stand the reference sets that come with the content, not those of an installation. */
export function exampleResult({ compiled, example, hash, language }: AssessmentEntry & VersionInLanguage): { title: string; view: ResultView } {
  const key = `${hash} ${language}`;
  let view = computed.get(key);
  if (!view) {
    const scored = scoreResponse(compiled, example.answers, contradictionsIn(language));
    const references = catalog().references.filter(({ slug }) => slug === compiled.definition.slug);
    view = resultView(compiled, example.answers, { ...scored, evidenced: null, references }, wordsIn(language));
    computed.set(key, view);
  }
  return { title: example.title, view };
}
