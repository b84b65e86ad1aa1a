import type { Transaction } from "../db/pass-door.server.ts";
import type { Of } from "../results/stored-figures.server.ts";
import { publishedCycles } from "./published-cycles.server.ts";

/**
 * Asks for everything that another result of a cycle changes: how it differs from the cycles before and after it, whatever it was compared with, and
 * the lines over all cycles of its assessment. Call it in the transaction that stores the result, and have the job runner look afterwards.
 */
export async function queueChanges(tx: Transaction, { organizationId, cycleId }: Of): Promise<void> {
  const { assessmentSlug } = await tx.cycle.findUniqueOrThrow({
    where: { organizationId_id: { organizationId, id: cycleId } },
    select: { assessmentSlug: true },
  });
  const ids = (await publishedCycles(tx, organizationId, assessmentSlug)).map(({ id }) => id);
  const place = ids.indexOf(cycleId);
  const pairs = [place - 1, place, ids.length - 2].flatMap((first) => {
    const [from, to] = [ids[first], ids[first + 1]];
    return from !== undefined && to !== undefined && place >= 0 ? [{ from, to }] : [];
  });
  for (const pair of pairs) await askFor(tx, pair, { isNew: true });
  await tx.cycleChange.updateMany({
    where: { organizationId, OR: [{ fromCycleId: cycleId }, { toCycleId: cycleId }] },
    data: { isDue: true, asked: { increment: 1 } },
  });
}

/** Asks for one pair. @param isNew whether it is to be computed again where it has been */
export async function askFor(tx: Transaction, { from, to }: { from: string; to: string }, { isNew }: { isNew: boolean }): Promise<void> {
  await tx.$executeRaw`INSERT INTO cycle_change (from_cycle_id, to_cycle_id) VALUES (${from}::uuid, ${to}::uuid)
    ON CONFLICT (organization_id, from_cycle_id, to_cycle_id) DO UPDATE SET is_due = true, asked = cycle_change.asked + 1 WHERE ${isNew}`;
}
