import { randomUUID } from "node:crypto";
import type { Profile } from "#app/domain/benchmark/cohort.ts";
import type { Database } from "#app/services/db/open-database.server.ts";
import { asOwner } from "../setup/as-owner.ts";

export const FAMILY = "quiz@1";
export const ANYWHERE: Profile = { industry: null, sizeBand: null, region: null };
const ASSESSMENT = "b".repeat(64);
/** Bins that can be told apart in one part: the first one is everybody's else. */
const PLACES = 199;
const PARTS = ["overall", "dimension:a", "dimension:b"];

export type Shared = { organization: string; id: string; at: number };
type Sharing = Profile & { organization?: string; consultancies?: readonly string[]; closedAt?: Date; items?: Record<string, number> };

/**
 * Shared results as they stand in the database, each of an organisation of its own unless one is named. Each has a half point of its own, by its number
 * `at`, so that whoever reads a histogram sees who is in it: at most 597 in a database.
 */
export async function makeShared(db: Database, from: number, sharing: readonly Sharing[]): Promise<Shared[]> {
  const rows = sharing.map(({ organization, industry, sizeBand, region, consultancies = [], closedAt = new Date(), items = {} }, i) => ({
    ...{
      organization: organization ?? randomUUID(),
      is_new: organization === undefined,
      id: randomUUID(),
      cycle: randomUUID(),
      industry,
      size_band: sizeBand,
      region,
    },
    ...{ consultancies, closed_at: closedAt, at: from + i, scores: scoresAt(from + i), items },
  }));
  const all = JSON.stringify(rows);
  await asOwner(db, async (tx) => {
    await tx.$executeRaw`INSERT INTO assessment_version (hash, slug, version, definition) VALUES (${ASSESSMENT}, 'quiz', 1, '{}') ON CONFLICT DO NOTHING`;
    await tx.$executeRaw`INSERT INTO organization (id, slug, name, kind, industry, size_band, region, is_synthetic, revision, benchmark_consent_at)
      SELECT organization, organization, 'One that shares', 'company', industry, size_band, region, false, 1, now()
      FROM jsonb_to_recordset(${all}::jsonb) AS r(organization uuid, is_new boolean, industry text, size_band text, region text) WHERE is_new`;
    await tx.$executeRaw`INSERT INTO engagement (organization_id, id, consultancy_id, scopes, revision)
      SELECT organization, gen_random_uuid(), c::uuid, '{see_results}', 1
      FROM jsonb_to_recordset(${all}::jsonb) AS r(organization uuid, is_new boolean, consultancies jsonb), jsonb_array_elements_text(consultancies) c WHERE is_new`;
    await tx.$executeRaw`INSERT INTO cycle (organization_id, id, assessment_hash, assessment_slug, period, opened_by, closed_at, revision)
      SELECT organization, cycle, ${ASSESSMENT}, 'quiz', left(cycle::text, 7), 'x', closed_at, 1
      FROM jsonb_to_recordset(${all}::jsonb) AS r(organization uuid, cycle uuid, closed_at timestamptz)`;
    await tx.$executeRaw`INSERT INTO team_result (organization_id, cycle_id, number, respondents, asked, method, figures)
      SELECT organization, cycle, 1, 5, 5, '1', '{}' FROM jsonb_to_recordset(${all}::jsonb) AS r(organization uuid, cycle uuid)`;
    await tx.$executeRaw`INSERT INTO benchmark_contribution (organization_id, id, cycle_id, number, family, closed_at, industry, size_band, region, scores, items)
      SELECT organization, id, cycle, 1, ${FAMILY}, closed_at, industry, size_band, region, scores, items
      FROM jsonb_to_recordset(${all}::jsonb) AS r(organization uuid, id uuid, cycle uuid, closed_at timestamptz, industry text, size_band text, region text, scores jsonb, items jsonb)`;
  });
  return rows.map(({ organization, id, at }) => ({ organization, id, at }));
}

/** So many of one profile. */
export function alike(count: number, profile: Profile = ANYWHERE, more: Partial<Sharing> = {}): Sharing[] {
  return Array.from({ length: count }, () => ({ ...profile, ...more }));
}

/** Whose half points a histogram of every part counts: the numbers of those who are in it. */
export function readOut(parts: readonly { part: string; bins: readonly number[] }[]): number[] {
  return parts
    .flatMap(({ part, bins }) => bins.flatMap((count, bin) => (bin > 0 && count > 0 ? [PARTS.indexOf(part) * PLACES + bin - 1] : [])))
    .sort((a, b) => a - b);
}

function scoresAt(at: number): Record<string, number> {
  return Object.fromEntries(PARTS.map((part, i) => [part, i === Math.floor(at / PLACES) ? (1 + (at % PLACES)) / 2 : 0]));
}
