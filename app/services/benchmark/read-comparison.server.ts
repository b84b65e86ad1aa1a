import type { TeamResult } from "#app/domain/agreement/team-result-shape.ts";
import { type Cohort, cohortKey, cohortsOf, type Profile } from "#app/domain/benchmark/cohort.ts";
import {
  type BestItem,
  cohortChoices,
  type CohortChoice,
  type ComparedPart,
  comparison,
  type Distributions,
  furthestAhead,
  type OwnInSnapshot,
  type ScoresByPart,
  towards,
} from "#app/domain/benchmark/comparison.ts";
import { familyOf } from "#app/domain/benchmark/family.ts";
import { momentsOf } from "#app/domain/benchmark/histogram.ts";
import { partScores, partsOf } from "#app/domain/benchmark/part-scores.ts";
import type { CohortFigures } from "#app/domain/benchmark/shrinkage.ts";
import { type PublishedCycle, publishedCycles } from "../changes/published-cycles.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { latestFigures } from "../results/stored-figures.server.ts";

/** Questions that are named of what the best quarter does differently. */
const MOST_ITEMS = 5;

/** How an organisation's latest result in one assessment stands among others. */
export type Compared = {
  slug: string;
  hash: string;
  version: number;
  figures: TeamResult;
  /** Its closed cycles of the assessment that have a result, the earliest first. */
  cycles: PublishedCycle[];
  /** When what others share was put together last; null: never. */
  takenAt: Date | null;
  cohorts: CohortChoice[];
  chosen: CohortChoice;
  /** The wider cohort that the mean of a small one is drawn to. */
  parent: Cohort | null;
  /** Whether one's own result is in the figures of the chosen cohort, and left out of what is shown. */
  isOwnLeftOut: boolean;
  /** Whether one's own result may still be among the others: it was taken back after the figures were made, and the next ones are without it. */
  isOwnStillIn: boolean;
  parts: ComparedPart[];
  best: BestItem[];
};
export type Comparison = {
  /** Since when the organisation shares its results; null: it does not. */
  consentAt: Date | null;
  slugs: string[];
  compared: Compared | null;
};

/** Which assessment (null: the one that was closed last), and the key of a cohort (null: everybody). */
export type Asked = { slug: string | null; cohort: string | null };

/**
 * Where an organisation stands among others: a fixed number of statements, each of a few rows, whatever the number of organisations. A cohort that it
 * is not in is read as that of everybody.
 *
 * @param id of the organisation that looks
 * @returns `compared` null without a closed cycle of the assessment, and for what is invented
 */
export function readComparison(db: Database, id: string, asked: Asked): Promise<Comparison> {
  const read = async (tx: Transaction) => {
    const select = { isSynthetic: true, industry: true, sizeBand: true, region: true, benchmarkConsentAt: true };
    const { benchmarkConsentAt: consentAt, isSynthetic, ...profile } = await tx.organization.findUniqueOrThrow({ where: { id }, select });
    const all = await publishedCycles(tx, id);
    const slugs = [...new Set(all.map(({ slug }) => slug))];
    const latest = all.toSorted((a, b) => a.closedAt.getTime() - b.closedAt.getTime()).at(-1)?.slug;
    const slug = asked.slug ?? latest;
    const cycles = all.filter((cycle) => cycle.slug === slug);
    const last = cycles.at(-1);
    const stored = last && (await latestFigures(tx, { organizationId: id, cycleId: last.id }));
    // What is invented is compared with nobody.
    if (!last || !stored || isSynthetic) return { consentAt, slugs, compared: null };
    const { figures } = stored;
    const found = await comparedIn(tx, id, { figures, profile: profile as Profile, cohort: asked.cohort, consentAt });
    return { consentAt, slugs, compared: { slug: last.slug, hash: last.hash, version: last.version, figures, cycles, ...found } };
  };
  // What was let in and what was made of it are of one snapshot, also while the next one is written.
  return withTenant(db, { organizationId: id }, read, { isolationLevel: "RepeatableRead" });
}

type Looking = { figures: TeamResult; profile: Profile; cohort: string | null; consentAt: Date | null };

async function comparedIn(tx: Transaction, organizationId: string, { figures, profile, cohort, consentAt }: Looking) {
  const family = familyOf(figures.assessment);
  const snapshot = await tx.benchmarkSnapshot.findUnique({ where: { family }, select: { takenAt: true, organizations: true } });
  const shared = await ownShared(tx, organizationId, family);
  const own = shared.own;
  const takenAt = snapshot?.takenAt ?? null;
  // Counted among those who share when it did so by then.
  const isSharing = takenAt !== null && consentAt !== null && consentAt <= takenAt && shared.closedAt.some((at) => at <= takenAt);
  const published = await publishedSizes(tx, family, cohortsOf(profile).map(cohortKey));
  const cohorts = cohortChoices({
    profile,
    published,
    sharing: snapshot?.organizations ?? 0,
    isSharing: isSharing || (takenAt === null && consentAt !== null),
    own,
  });
  const chosen = cohorts.find(({ key }) => key === cohort) ?? cohorts[0]!;
  if (chosen.state !== "published") return { takenAt, cohorts, chosen, parent: null, isOwnLeftOut: false, isOwnStillIn: false, parts: [], best: [] };
  const parent = towards(chosen.cohort, published);
  const distributions = await distributionsIn(tx, family, [chosen.key, ...(parent ? [cohortKey(parent)] : [])]);
  const isOwnLeftOut = chosen.others < published.get(chosen.key)!;
  const parts = comparison({
    parts: partsOf(figures),
    scores: partScores(figures),
    own,
    cohort: chosen.cohort,
    figures: distributions.get(chosen.key) ?? {},
    parent: parent && { cohort: parent, figures: distributions.get(cohortKey(parent)) ?? {} },
    siblings: parent ? await siblingsIn(tx, family, chosen.cohort) : {},
  });
  return {
    takenAt,
    cohorts,
    chosen,
    parent,
    isOwnLeftOut,
    isOwnStillIn: !isOwnLeftOut && takenAt !== null && (await isTakenBackSince(tx, organizationId, takenAt)),
    parts,
    best: furthestAhead(await bestIn(tx, family, chosen.key), { isOwnIn: isOwnLeftOut, most: MOST_ITEMS }),
  };
}

type SharedRow = Profile & { closedAt: Date; scores: ScoresByPart; isShown: boolean };

/** What the organisation shares of a family, and which of it stands in the last snapshot: there, it is by what it was let in with. */
async function ownShared(tx: Transaction, organizationId: string, family: string): Promise<{ own: OwnInSnapshot; closedAt: Date[] }> {
  const rows = await tx.$queryRaw<SharedRow[]>`
    SELECT c.closed_at AS "closedAt", c.scores, m.industry, m.size_band AS "sizeBand", m.region, m.block IS NOT NULL AS "isShown"
    FROM benchmark_contribution c LEFT JOIN benchmark_member m ON m.contribution_id = c.id
    WHERE c.organization_id = ${organizationId}::uuid AND c.family = ${family}`;
  const shown = rows.find(({ isShown }) => isShown);
  const own = shown ? { profile: { industry: shown.industry, sizeBand: shown.sizeBand, region: shown.region }, scores: shown.scores } : null;
  return { own, closedAt: rows.map(({ closedAt }) => closedAt) };
}

/** Of what is taken back nothing is kept but that it was. */
async function isTakenBackSince(tx: Transaction, organizationId: string, takenAt: Date): Promise<boolean> {
  const event = await tx.auditEvent.findFirst({
    where: { organizationId, action: "benchmark_consent.revoked", at: { gt: takenAt } },
    select: { id: true },
  });
  return event !== null;
}

async function publishedSizes(tx: Transaction, family: string, keys: string[]): Promise<Map<string, number>> {
  const rows = await tx.benchmarkCohort.findMany({ where: { family, part: "overall", cohort: { in: keys } }, select: { cohort: true, n: true } });
  return new Map(rows.map(({ cohort, n }) => [cohort, n]));
}

async function distributionsIn(tx: Transaction, family: string, keys: string[]): Promise<Map<string, Distributions>> {
  const rows = await tx.benchmarkCohort.findMany({
    where: { family, cohort: { in: keys } },
    select: { cohort: true, part: true, bins: true, sum: true, squares: true },
  });
  return new Map(keys.map((key) => [key, Object.fromEntries(rows.filter(({ cohort }) => cohort === key).map(({ part, ...of }) => [part, of]))]));
}

/** By part, the published cohorts that differ from one only in the last trait it names. */
async function siblingsIn(tx: Transaction, family: string, cohort: Cohort): Promise<Record<string, CohortFigures[]>> {
  const traits = cohortKey(cohort).split("/");
  const last = traits.findLastIndex((trait) => trait !== "");
  const key = (trait: string) => traits.with(last, trait).join("/");
  const [before, after] = [traits.slice(0, last), traits.slice(last + 1)].map((some) => some.join("/")) as [string, string];
  const rows = await tx.benchmarkCohort.findMany({
    where: {
      family,
      cohort: { startsWith: last > 0 ? `${before}/` : "", endsWith: last < traits.length - 1 ? `/${after}` : "", notIn: [key(""), key(traits[last]!)] },
    },
    select: { cohort: true, part: true, n: true, sum: true, squares: true },
  });
  const siblings: Record<string, CohortFigures[]> = {};
  for (const { part, ...row } of rows) (siblings[part] ??= []).push({ n: row.n, ...momentsOf(row) });
  return siblings;
}

async function bestIn(tx: Transaction, family: string, cohort: string): Promise<BestItem[]> {
  const rows = await tx.benchmarkBest.findMany({
    where: { family, cohort },
    select: { item: true, bestCount: true, bestMean: true, restCount: true, restMean: true },
  });
  return rows.map(({ item, bestCount, bestMean, restCount, restMean }) => ({
    item,
    best: { n: bestCount, mean: bestMean },
    rest: { n: restCount, mean: restMean },
  }));
}
