import { z } from "zod";
import { PILLARS } from "#app/domain/assessment/vocabulary.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import type { ScenarioState } from "./read-scenario.server.ts";

/** `figures` of the best plan so far; null where there is none. */
export type ScenarioRow = {
  id: string;
  name: string;
  state: ScenarioState;
  firstQuarter: string;
  quarters: number;
  createdBy: string;
  createdAt: string;
  figures: { today: number; end: number; weeks: number } | null;
};
/** What was made the roadmap, the latest first; `scenarioId` is null where the scenario is gone. */
export type AdoptionRow = { id: string; scenarioId: string | null; name: string; note: string; adoptedBy: string; adoptedAt: string };

const weeksSchema = z.record(z.enum(PILLARS), z.array(z.number()));

/** The scenarios of an organisation, the newest first, without their plans; and what was adopted. */
export function listScenarios(db: Database, { organization }: Pick<Access, "organization">): Promise<{ scenarios: ScenarioRow[]; adoptions: AdoptionRow[] }> {
  const organizationId = organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    const rows = await tx.$queryRaw<
      (Omit<ScenarioRow, "figures" | "createdAt"> & { createdAt: Date; today: number | null; end: number | null; pools: unknown })[]
    >`SELECT id, name, state, first_quarter AS "firstQuarter", (wishes->>'quarters')::int AS quarters, created_by AS "createdBy", created_at AS "createdAt",
        (outcome->>'today')::float8 AS today, (outcome->'projected'->>-1)::float8 AS "end", outcome->'used'->'pools' AS pools
      FROM scenario WHERE organization_id = ${organizationId}::uuid ORDER BY created_at DESC, id DESC`;
    const adoptions = await tx.roadmapAdoption.findMany({
      where: { organizationId },
      orderBy: [{ adoptedAt: "desc" }, { id: "desc" }],
      select: { id: true, scenarioId: true, name: true, note: true, adoptedBy: true, adoptedAt: true },
    });
    const there = new Set(rows.map(({ id }) => id));
    return {
      scenarios: rows.map(({ createdAt, today, end, pools, ...row }) => ({
        ...row,
        createdAt: createdAt.toISOString(),
        figures: today === null || end === null ? null : { today, end, weeks: sumOf(Object.values(weeksSchema.parse(pools)).flat()) },
      })),
      adoptions: adoptions.map(({ scenarioId, adoptedAt, ...row }) => ({
        ...row,
        ...{ scenarioId: there.has(scenarioId) ? scenarioId : null, adoptedAt: adoptedAt.toISOString() },
      })),
    };
  });
}

const sumOf = (figures: readonly number[]) => figures.reduce((sum, figure) => sum + figure, 0);
