import type { BlockMember, Blocks, Contribution } from "#app/domain/benchmark/blocks.ts";
import { circlesFrom } from "#app/domain/benchmark/circles.ts";
import type { Profile } from "#app/domain/benchmark/cohort.ts";
import type { Transaction } from "../db/pass-door.server.ts";

/** A result's place in the last snapshot: its block and its circle as they are written down. */
export type Membership = { block: string; circle: string | null };
export type Standing = { before: Blocks; waiting: Contribution[]; members: ReadonlyMap<string, Membership> };

type Row = [
  id: string,
  /** Null when what was shared is gone: consent taken back, too old, erased. */
  organization: string | null,
  isLatest: boolean | null,
  industry: string | null,
  sizeBand: string | null,
  region: string | null,
  /** Null of one that waits. */
  block: string | null,
  circle: string | null,
];

/** Rows that come as one text: a row of its own each would take longer than the whole snapshot. */
const AT_ONCE = 5_000;

/**
 * How the results of a family stand before a snapshot, in a random order: those in blocks, with what they were let in with, and of each organisation
 * the latest one, where it has been in none.
 */
export async function readStanding(tx: Transaction, family: string, seed: string): Promise<Standing> {
  const known = await readKnown(tx, family);
  const texts = await tx.$queryRaw<{ rows: Row[] }[]>`
    WITH shared AS (
      SELECT id, organization_id, industry, size_band, region,
        row_number() OVER (PARTITION BY organization_id ORDER BY closed_at DESC, number DESC, id) = 1 AS is_latest
      FROM benchmark_contribution WHERE family = ${family}),
    standing AS (
      SELECT coalesce(m.contribution_id, s.id) AS id, s.organization_id, s.is_latest, m.block, m.circle,
        CASE WHEN m.contribution_id IS NULL THEN s.industry ELSE m.industry END AS industry,
        CASE WHEN m.contribution_id IS NULL THEN s.size_band ELSE m.size_band END AS size_band,
        CASE WHEN m.contribution_id IS NULL THEN s.region ELSE m.region END AS region
      FROM shared s FULL JOIN (SELECT * FROM benchmark_member WHERE family = ${family}) m ON m.contribution_id = s.id
      WHERE m.block IS NOT NULL OR (m.contribution_id IS NULL AND s.is_latest))
    SELECT place / ${AT_ONCE}::int AS portion, json_agg(json_build_array(id, organization_id, is_latest, industry, size_band, region, block, circle) ORDER BY place) AS rows
    FROM (SELECT *, row_number() OVER (ORDER BY md5(${seed} || id::text), id) AS place FROM standing) ordered
    GROUP BY 1 ORDER BY 1`;
  const rows = texts.flatMap(({ rows }) => rows);
  const circleOf = circlesFrom([...known.values(), ...rows.flatMap(([, , , , , , , circle]) => (circle === null ? [] : [[circle]]))]);
  const blocks = new Map<string, BlockMember[]>();
  const waiting: Contribution[] = [];
  const members = new Map<string, Membership>();
  for (const [id, organization, isLatest, industry, sizeBand, region, block, circle] of rows) {
    // Of what is gone it is no longer known who knows it, but by what was written down.
    const names = known.get(id) ?? (organization === null && circle !== null ? [circle] : []);
    const contribution = { id, organization: organization ?? id, profile: { industry, sizeBand, region } as Profile, circle: circleOf(names) };
    if (block === null) {
      waiting.push(contribution);
      continue;
    }
    members.set(id, { block, circle });
    const member = { ...contribution, state: organization === null ? "leaving" : isLatest ? "current" : "superseded" } as const;
    const others = blocks.get(block);
    if (others) others.push(member);
    else blocks.set(block, [member]);
  }
  return { before: [...blocks.values()], waiting, members };
}

/** Of each result the consultancies that know it, hashed: those that were let see results on any day since it was closed. */
async function readKnown(tx: Transaction, family: string): Promise<Map<string, string[]>> {
  const rows = await tx.$queryRaw<{ id: string; names: string[] }[]>`
    SELECT c.id, array_agg(DISTINCT encode(sha256(e.consultancy_id::text::bytea), 'hex')) AS names
    FROM engagement e JOIN benchmark_contribution c ON c.organization_id = e.organization_id
    WHERE c.family = ${family} AND 'see_results' = ANY (e.scopes)
      AND (e.ended_at IS NULL OR e.ended_at >= c.closed_at) AND (e.ends_on IS NULL OR e.ends_on >= c.closed_at::date)
    GROUP BY c.id`;
  return new Map(rows.map(({ id, names }) => [id, names]));
}
