import type { Definition } from "#app/domain/assessment/definition.ts";
import type { AnsweredAssessment } from "#app/domain/scoring/portfolio-pillars.ts";
import { type PlanView, planView } from "#app/domain/report/plan-view.ts";
import { capacityFieldsFrom, type CapacityFields, capacityFormSchema, settingsFrom } from "#app/domain/roadmap/capacity-form.ts";
import type { PlanProgress } from "#app/domain/roadmap/plan.ts";
import { DEFAULT_QUARTERS } from "#app/domain/roadmap/plan-settings.ts";
import type { Words } from "#app/words/say.ts";
import { catalog } from "../content/catalog-instance.server.ts";
import { initiativesIn } from "../content/content-in-language.server.ts";
import { planDesk } from "./plan-desk-instance.server.ts";
import { PlannerBusyError } from "./solve-plan.server.ts";

/** `source`: the version in English. Plans are computed and kept from it, and said in the words of `compiled`. */
export type PlannedAssessment = AnsweredAssessment & { readonly source: Definition };

export type PlanPage = {
  fields: CapacityFields;
  /** By field (`people-2`); empty when all is well. */
  errors: Record<string, string>;
  /** Why there is no plan; null when there is one. */
  impossible: string | null;
  view: PlanView | null;
  hash: string | null;
  finished: boolean;
  /** How far the search has come; null before it has begun and after it has ended. */
  progress: PlanProgress | null;
  /** Of the reply: 422 when the wishes have errors, 503 when too many plans are under way, else 200. */
  status: 200 | 422 | 503;
};

/** Long enough for most plans to be proven before the page leaves, short enough not to be waited for. */
const FIRST_LOOK_MS = 1_500;

/**
 * A roadmap page: the wishes in the address, and the best plan there is for them by now.
 * @param signal of the request that asks: a plan nobody waits for any longer is not begun
 */
export async function planPage(assessments: readonly PlannedAssessment[], query: URLSearchParams, words: Words, signal: AbortSignal): Promise<PlanPage> {
  const fields = capacityFieldsFrom(query, DEFAULT_QUARTERS);
  const parsed = capacityFormSchema(words).safeParse(fields);
  const nothing = { fields, errors: {}, impossible: null, view: null, hash: null, finished: true, progress: null, status: 200 as const };
  if (!parsed.success) return { ...nothing, errors: errorsByField(parsed.error.issues), status: 422 };
  const settings = settingsFrom(parsed.data);
  const { initiatives } = catalog();
  const planned = await planDesk()
    .ask({ assessments: assessments.map(({ source, answers }) => ({ definition: source, answers })), initiatives, settings }, FIRST_LOOK_MS, signal)
    .catch((error: unknown) => {
      if (error instanceof PlannerBusyError) return null;
      throw error;
    });
  if (!planned) return { ...nothing, impossible: words.say("planning:busy"), status: 503 };
  const { outcome, hash, finished, progress } = planned;
  // A page neither pins nor excludes, so that a missing score is all that can be in the way.
  if (outcome.status === "impossible") return { ...nothing, impossible: words.say("planning:noScore") };
  return { ...nothing, view: planView(outcome, { assessments, ...initiativesIn(words.language), settings }, words), hash, finished, progress };
}

function errorsByField(issues: readonly { path: PropertyKey[]; message: string }[]): Record<string, string> {
  return Object.fromEntries(
    issues.map(({ path: [first, pool, quarter], message }) => [first === "weeks" ? `${String(pool)}-${Number(quarter) + 1}` : String(first), message]),
  );
}
