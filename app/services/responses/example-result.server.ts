import { type ResultView, resultView } from "#app/domain/report/result-view.ts";
import { catalog } from "../content/catalog-instance.server.ts";
import type { AssessmentEntry } from "../content/load-content.server.ts";
import { scoreResponse } from "./score-response.server.ts";

const computed = new Map<string, ResultView>();

/** The labelled example of an assessment: invented answers, scored by the same code as any other, once per version. */
export function exampleResult({ compiled, example, hash }: AssessmentEntry): { title: string; view: ResultView } {
  let view = computed.get(hash);
  if (!view) {
    const scored = scoreResponse(compiled, example.answers, catalog().contradictions);
    view = resultView(compiled, example.answers, { ...scored, evidenced: null });
    computed.set(hash, view);
  }
  return { title: example.title, view };
}
