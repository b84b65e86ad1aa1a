import { shownFigures } from "#app/domain/agreement/older-figures.ts";
import { type TeamResult, teamResultSchema } from "#app/domain/agreement/team-result-shape.ts";
import type { Transaction } from "../db/pass-door.server.ts";

/** Which cycle's. */
export type Of = { organizationId: string; cycleId: string };
/** `respondents` and `asked` as they were when it was computed. */
export type StoredFigures = { number: number; respondents: number; asked: number; computedAt: Date; figures: TeamResult };

/** The latest result of a cycle, as it was computed; null where there is none. @param tx inside of the organisation's door */
export async function latestFigures(tx: Transaction, { organizationId, cycleId }: Of): Promise<StoredFigures | null> {
  const row = await tx.teamResult.findFirst({
    where: { organizationId, cycleId },
    orderBy: { number: "desc" },
    select: { number: true, respondents: true, asked: true, computedAt: true, figures: true, cycle: { select: { isAnonymous: true } } },
  });
  if (!row) return null;
  const { cycle, figures, ...rest } = row;
  return { ...rest, figures: shownFigures(teamResultSchema.parse(figures), cycle) };
}
