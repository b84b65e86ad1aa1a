import { evidenceOfAnswers, type ItemEvidence, type MeanValues } from "#app/domain/evidence/evidenced-score.ts";
import { readAnswers } from "#app/domain/scoring/tally.ts";
import type { Compiled } from "#app/domain/scoring/compile.ts";
import { compiledVersion } from "../content/compiled-version.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { ANSWER_COLUMNS, answersFromRows } from "../responses/stored-answer.server.ts";

/** Where claims come from: a closed cycle, or the one result that was submitted last. */
export type ClaimBasis = { kind: "cycle"; period: string; count: number } | { kind: "result"; submittedAt: Date };
export type LatestClaims = { hash: string; compiled: Compiled; means: MeanValues; links: ItemEvidence[]; basis: ClaimBasis };

/**
 * What an organisation claims about an assessment: the mean of every item over the responses of its latest closed cycle, or where there is none the result that was submitted last. Null
 * where there is neither. The one place that knows where the means come from.
 */
export async function latestClaims(db: Database, organizationId: string, slug: string): Promise<LatestClaims | null> {
  const found = await withTenant(db, { organizationId }, async (tx) => {
    const submitted = { organizationId, submittedAt: { not: null }, assessment: { slug } };
    const cycle = await tx.cycle.findFirst({
      where: { organizationId, assessmentSlug: slug, closedAt: { not: null }, responses: { some: { submittedAt: { not: null } } } },
      orderBy: [{ closedAt: "desc" }, { id: "desc" }],
      select: { id: true, period: true },
    });
    const responses = await tx.response.findMany({
      where: cycle ? { ...submitted, cycleId: cycle.id } : submitted,
      orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
      ...(cycle ? {} : { take: 1 }),
      select: { assessmentHash: true, submittedAt: true, answers: { select: ANSWER_COLUMNS } },
    });
    return { cycle, responses };
  });
  const { cycle, responses } = found;
  const [latest] = responses;
  if (!latest) return null;
  const compiled = await compiledVersion(db, latest.assessmentHash);
  const answers = responses.map((response) => answersFromRows(response.answers));
  const readings = answers.map((given) => readAnswers(compiled, given));
  const values: Record<string, number> = {};
  const notApplicable = new Set<string>();
  compiled.items.forEach(({ id }, index) => {
    const given = readings.flatMap(({ values: own }) => own[index] ?? []);
    if (given.length > 0) values[id] = given.reduce((sum, x) => sum + x, 0) / (given.length * compiled.unit);
    else if (readings.every(({ given: own }) => own[index]!.state === "not_applicable")) notApplicable.add(id);
  });
  const basis: ClaimBasis = cycle
    ? { kind: "cycle", period: cycle.period, count: responses.length }
    : { kind: "result", submittedAt: latest.submittedAt ?? new Date(0) };
  return { hash: latest.assessmentHash, compiled, means: { values, notApplicable }, links: answers.flatMap(evidenceOfAnswers), basis };
}
