import type { Provenance } from "#app/domain/report/provenance.ts";
import { provenanceOf } from "../responses/provenance.server.ts";
import type { SubmittedResult } from "../responses/result-of-row.server.ts";
import { wordsIn } from "../words/words-in.server.ts";
import { type PlanPage, planPage } from "./plan-page.server.ts";

/** `assessment` is its short title. */
export type ResultRoadmapPage = { assessment: string; page: PlanPage; provenance: Provenance };

/** The roadmap of one result, by the wishes in the address of a request. @param path of its page, for the printed form */
export async function resultRoadmap(result: SubmittedResult, path: string, request: Request): Promise<ResultRoadmapPage> {
  const { language, compiled, hash, view } = result;
  const { search, searchParams } = new URL(request.url);
  const page = await planPage([result], searchParams, wordsIn(language), request.signal);
  return { assessment: view.shortTitle, page, provenance: provenanceOf(compiled.definition, hash, `${path}${search}`) };
}
