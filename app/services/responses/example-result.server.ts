import { type ResultView, resultView } from "#app/domain/report/result-view.ts";
import { contradictionsIn, type VersionInLanguage } from "../content/content-in-language.server.ts";
import type { AssessmentEntry } from "../content/load-content.server.ts";
import { wordsIn } from "../words/words-in.server.ts";
import { scoreResponse } from "./score-response.server.ts";

const computed = new Map<string, ResultView>();

/** The labelled example of an assessment: invented answers, scored by the same code as any other, once per version and language. */
export function exampleResult({ compiled, example, hash, language }: AssessmentEntry & VersionInLanguage): { title: string; view: ResultView } {
  const key = `${hash} ${language}`;
  let view = computed.get(key);
  if (!view) {
    const scored = scoreResponse(compiled, example.answers, contradictionsIn(language));
    view = resultView(compiled, example.answers, { ...scored, evidenced: null }, wordsIn(language));
    computed.set(key, view);
  }
  return { title: example.title, view };
}
