import { type ResultView, resultView } from "#app/domain/report/result-view.ts";
import type { Words } from "#app/words/say.ts";
import { catalog } from "../content/catalog-instance.server.ts";
import type { AssessmentEntry } from "../content/load-content.server.ts";
import { scoreResponse } from "./score-response.server.ts";

const computed = new Map<string, ResultView>();

/** The labelled example of an assessment: invented answers, scored by the same code as any other, once per version and language. */
export function exampleResult({ compiled, example, hash }: AssessmentEntry, words: Words): { title: string; view: ResultView } {
  const key = `${hash} ${words.language}`;
  let view = computed.get(key);
  if (!view) {
    const scored = scoreResponse(compiled, example.answers, catalog().contradictions);
    view = resultView(compiled, example.answers, { ...scored, evidenced: null }, words);
    computed.set(key, view);
  }
  return { title: example.title, view };
}
