import type { Portfolio, PortfolioResponse } from "./read-portfolio.server.ts";

/** The latest submitted response of each assessment, latest first: what a portfolio speaks about. */
export function latestResults({ responses }: Portfolio): (PortfolioResponse & { submittedAt: Date })[] {
  const submitted = responses.flatMap((r) => (r.submittedAt === null ? [] : [{ ...r, submittedAt: r.submittedAt }]));
  const latestFirst = submitted.sort((a, b) => b.submittedAt.getTime() - a.submittedAt.getTime());
  const bySlug = new Map(latestFirst.toReversed().map((r) => [r.compiled.definition.slug, r]));
  return latestFirst.filter((r) => bySlug.get(r.compiled.definition.slug) === r);
}
