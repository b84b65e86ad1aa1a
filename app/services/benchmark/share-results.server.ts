import { createHash } from "node:crypto";
import type { TeamResult } from "#app/domain/agreement/team-result-shape.ts";
import { familyOf, sharedOf } from "#app/domain/benchmark/family.ts";
import type { Transaction } from "../db/pass-door.server.ts";

/** A stored team result, and when its cycle was closed. */
export type Stored = { cycleId: string; number: number; closedAt: Date; figures: TeamResult };

/**
 * Lets stored results be part of benchmarks, as far as they may be shared at all, with what the organisation says of itself today. The next
 * snapshots take them in.
 *
 * @param tx inside of an organisation that consents; the database refuses any other
 */
export async function shareResults(tx: Transaction, organizationId: string, results: readonly Stored[]): Promise<void> {
  const shared = results.flatMap(({ figures, ...of }) => {
    const says = sharedOf(figures);
    return says ? [{ id: contributionId(organizationId, of), ...of, family: familyOf(figures.assessment), ...says }] : [];
  });
  if (shared.length === 0) return;
  const profile = await tx.organization.findUniqueOrThrow({ where: { id: organizationId }, select: { industry: true, sizeBand: true, region: true } });
  await tx.benchmarkContribution.createMany({ data: shared.map((contribution) => ({ ...contribution, ...profile })) });
}

/**
 * The same whenever the result is shared. Who takes consent back and gives it again would otherwise be let in a second time with the same result, and
 * the difference of two blocks would tell one organisation from another.
 */
function contributionId(organizationId: string, { cycleId, number }: Pick<Stored, "cycleId" | "number">): string {
  const hex = createHash("sha256").update(`benchmark:${organizationId}:${cycleId}:${number}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
