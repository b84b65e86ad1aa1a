import { SMALLEST_GROUP } from "#app/domain/agreement/team-result-shape.ts";
import { evidenceOfAnswers, type ItemEvidence, type MeanValues } from "#app/domain/evidence/evidenced-score.ts";
import type { Compiled } from "#app/domain/scoring/compile.ts";
import { readAnswers } from "#app/domain/scoring/tally.ts";
import { compiledVersion } from "../content/compiled-version.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { ANSWER_COLUMNS, answersFromRows } from "../responses/stored-answer.server.ts";
import { latestFigures } from "../results/stored-figures.server.ts";

/** Where claims come from: what the team of a closed cycle scored, or the one result that was brought in last. */
export type ClaimBasis = { kind: "cycle"; period: string; count: number } | { kind: "result"; submittedAt: Date };
export type LatestClaims = { hash: string; compiled: Compiled; means: MeanValues; links: ItemEvidence[]; basis: ClaimBasis };

/**
 * What an organisation claims about an assessment: the means of the items as they were computed for its latest closed cycle of which figures are
 * shown, or where there is none the result that was brought in last. Null where there is neither. The one place that knows where the means
 * come from: never from answers of a cycle whose figures are not shown.
 */
export async function latestClaims(db: Database, organizationId: string, slug: string): Promise<LatestClaims | null> {
  const found = await withTenant(db, { organizationId }, async (tx) => (await ofTeam(tx, organizationId, slug)) ?? (await ofResult(tx, organizationId, slug)));
  if (!found) return null;
  const compiled = await compiledVersion(db, found.hash);
  if ("means" in found) return { ...found, compiled };
  const { hash, submittedAt, answers } = found;
  const values: Record<string, number> = {};
  const notApplicable = new Set<string>();
  const { given, values: read } = readAnswers(compiled, answers);
  compiled.items.forEach(({ id }, index) => {
    const x = read[index];
    if (x !== null && x !== undefined) values[id] = x / compiled.unit;
    else if (given[index]!.state === "not_applicable") notApplicable.add(id);
  });
  return { hash, compiled, means: { values, notApplicable }, links: evidenceOfAnswers(answers), basis: { kind: "result", submittedAt } };
}

async function ofTeam(tx: Transaction, organizationId: string, slug: string) {
  const cycle = await tx.cycle.findFirst({
    where: { organizationId, assessmentSlug: slug, closedAt: { not: null }, teamResults: { some: { respondents: { gte: SMALLEST_GROUP } } } },
    orderBy: [{ closedAt: "desc" }, { id: "desc" }],
    select: { id: true, period: true, assessmentHash: true },
  });
  const stored = cycle && (await latestFigures(tx, { organizationId, cycleId: cycle.id }));
  if (!cycle || !stored) return null;
  const { items, respondents } = stored.figures;
  const values = Object.fromEntries(items.flatMap(({ id, mean }) => (mean === null ? [] : [[id, mean]])));
  const nowhere = items.filter(({ states }) => states.answered === 0 && states.not_applicable === respondents);
  // What few gave evidence for is as if nobody had, or the distance would tell of them.
  const saysEvidence = new Set(items.flatMap(({ id, evidenced }) => (evidenced === null ? [] : [id])));
  const links = await tx.answer.findMany({
    where: { organizationId, evidenceLink: { not: null }, response: { cycleId: cycle.id, publishedIn: { not: null } } },
    distinct: ["itemId", "evidenceExpires"],
    select: { itemId: true, evidenceExpires: true },
  });
  return {
    hash: cycle.assessmentHash,
    means: { values, notApplicable: new Set(nowhere.map(({ id }) => id)) },
    links: links.filter(({ itemId }) => saysEvidence.has(itemId)).map(({ itemId, evidenceExpires }) => ({ item: itemId, expires: evidenceExpires })),
    basis: { kind: "cycle" as const, period: cycle.period, count: stored.respondents },
  };
}

async function ofResult(tx: Transaction, organizationId: string, slug: string) {
  const response = await tx.response.findFirst({
    where: { organizationId, cycleId: null, submittedAt: { not: null }, assessment: { slug } },
    orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
    select: { assessmentHash: true, submittedAt: true, answers: { select: ANSWER_COLUMNS } },
  });
  return response && { hash: response.assessmentHash, submittedAt: response.submittedAt!, answers: answersFromRows(response.answers) };
}
