import type { z } from "zod";
import { checkAnswers } from "#app/domain/assessment/answer.ts";
import { admissionSentence } from "#app/domain/roadmap/admission-sentence.ts";
import type { NotPlanned, PlanResult } from "#app/domain/roadmap/plan.ts";
import { planSettingsSchema } from "#app/domain/roadmap/plan-settings.ts";
import { catalog } from "../content/catalog-instance.server.ts";
import { planDesk } from "../roadmap/plan-desk-instance.server.ts";
import { PlannerBusyError } from "../roadmap/solve-plan.server.ts";
import { wordsIn } from "../words/words-in.server.ts";
import { problem } from "./problem.server.ts";
import type { planBodySchema } from "./schemas.server.ts";

/** The planner's own limit is shorter; this only keeps a request from hanging. */
const WAIT_MS = 28_000;

/** What would admit an initiative also in one sentence, in English. */
type SaidPlan = Omit<PlanResult, "notPlanned"> & { notPlanned: (NotPlanned & { admittedBy: string })[] };

/**
 * The best roadmap for answers that are not stored, in the shape of contract.md.
 * @throws Response 422 for unknown assessments, answers that do not fit, and wishes that contradict each other; 503 when
 *   too many plans are under way
 */
export async function planAnswers({ answers, ...given }: z.output<typeof planBodySchema>, signal: AbortSignal): Promise<SaidPlan> {
  const { assessmentBySlug, initiatives, initiativeById } = catalog();
  const settings = planSettingsSchema.safeParse(given);
  if (!settings.success) {
    const fields = settings.error.issues.map((issue) => ({ field: issue.path.join("."), message: issue.message }));
    throw problem(422, "invalid-input", "The input does not have the expected form.", fields);
  }
  const assessments = Object.entries(answers).map(([slug, given]) => {
    const entry = assessmentBySlug.get(slug);
    if (!entry) throw problem(422, "unknown-assessment", "There is no such assessment.", [{ field: `answers.${slug}`, message: "is not an assessment" }]);
    const problems = checkAnswers(entry.definition, given).map((p) => ({ ...p, field: `answers.${slug}.${p.field.replace(/^answers\./, "")}` }));
    if (problems.length > 0) throw problem(422, "invalid-answers", "Some answers do not fit their assessment.", problems);
    return { definition: entry.definition, answers: given };
  });
  const { outcome } = await planDesk()
    .ask({ assessments, initiatives, settings: settings.data }, WAIT_MS, signal)
    .catch((error: unknown) => {
      throw error instanceof PlannerBusyError ? problem(503, "busy", "Many roadmaps are being planned at this moment, so this one has not been begun.") : error;
    });
  if (outcome.status === "impossible") {
    throw problem(
      422,
      "impossible-plan",
      outcome.problems.map((p) => p.message).join(" "),
      outcome.problems.map((p) => ({ field: p.initiatives.join(","), message: p.message })),
    );
  }
  const names = { assessments: Object.keys(answers).map((slug) => assessmentBySlug.get(slug)!.compiled), initiativeById, quarters: settings.data.quarters };
  const english = wordsIn("en");
  return {
    ...outcome,
    notPlanned: outcome.notPlanned.map(({ initiative, needs }) => ({
      initiative,
      admittedBy: admissionSentence({ initiative, needs }, names, english),
      needs,
    })),
  };
}
