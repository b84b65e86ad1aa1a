import { problem } from "../api/problem.server.ts";
import type { KeyAccess } from "../api/require-api-key.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { readComparison } from "./read-comparison.server.ts";

/**
 * The same as on the page of benchmarks, unrounded.
 * @throws Response 404 without a closed cycle of the assessment, and for what is invented; 422 for a group that the organisation is not in
 */
export async function apiBenchmark(db: Database, { organizationId }: KeyAccess, slug: string, request: Request) {
  const cohort = new URL(request.url).searchParams.get("cohort");
  const { consentAt, compared } = await readComparison(db, organizationId, { slug, cohort });
  if (!compared) throw problem(404, "not-found", "There is no result of this assessment that can be compared.");
  const { version, cycles, takenAt, cohorts, chosen, isOwnLeftOut, parts, best } = compared;
  if (cohort !== null && chosen.key !== cohort)
    throw problem(422, "invalid-input", "The input does not have the expected form.", [
      { field: "cohort", message: "is no group that the organisation is in" },
    ]);
  return {
    assessment: slug,
    version,
    period: cycles.at(-1)!.period,
    takenAt: takenAt?.toISOString() ?? null,
    sharingSince: consentAt?.toISOString() ?? null,
    cohort: chosen.key,
    cohorts: cohorts.map((choice) => ({
      key: choice.key,
      state: choice.state,
      others: "others" in choice ? choice.others : null,
      needed: "needed" in choice ? choice.needed : null,
    })),
    ownLeftOut: isOwnLeftOut,
    parts,
    best,
  };
}
