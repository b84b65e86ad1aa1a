import { setImmediate as others } from "node:timers/promises";
import { teamChangeInSteps } from "#app/domain/change/team-change.ts";
import { trendLinesInSteps } from "#app/domain/change/trend-lines.ts";
import type { Period } from "#app/domain/change/period-scores.ts";
import { type CycleChange, LONGEST_TREND, linesWithoutWithheld, type Published, withoutWithheld } from "#app/domain/trends/change-shape.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { seedOf } from "../results/publish-result.server.ts";
import { latestFigures } from "../results/stored-figures.server.ts";
import { periodOfCycle } from "./period-of-cycle.server.ts";
import { type PublishedCycle, publishedCycles } from "./published-cycles.server.ts";

export type Pair = { organizationId: string; fromCycleId: string; toCycleId: string };
/** `overtaken`: another process was quicker, or it was asked for again meanwhile. `dropped`: one of the two has no result any more. */
export type Computed = "stored" | "overtaken" | "dropped" | "not-due";
type Due = { asked: number; from: PublishedCycle; to: PublishedCycle; trend: PublishedCycle[]; people: ReadonlyMap<string, number | null> };

/** Computes and stores how one cycle differs from an earlier one, from the answers that are in both results, a piece at a time, so that others get their turn. */
export async function computeChange(db: Database, pair: Pair, signal?: AbortSignal): Promise<Computed> {
  const { organizationId, fromCycleId, toCycleId } = pair;
  const inside = <T>(work: (tx: Transaction) => Promise<T>) => withTenant(db, { organizationId }, work);
  const due = await inside((tx) => whatIsDue(tx, pair));
  if (due === null || due === "dropped") return due ?? "not-due";
  const { from, to, trend } = due;
  const periods = new Map<string, Period>();
  const published = new Map<string, Published>();
  for (const { id, hash } of new Set([...trend, from, to])) {
    if (periods.has(id)) continue;
    const of = { organizationId, cycleId: id };
    const stored = await inside((tx) => latestFigures(tx, of));
    if (!stored) return "overtaken";
    published.set(id, stored);
    periods.set(id, await periodOfCycle(db, of, { hash, people: due.people.get(id) ?? null }));
  }
  const [before, after] = [periods.get(fromCycleId)!, periods.get(toCycleId)!];
  const change = await inSteps(teamChangeInSteps({ before, after, seed: seedOf(toCycleId) }), signal);
  const lines = trend.length > 0 ? await inSteps(trendLinesInSteps(trend.map(({ id }) => periods.get(id)!)), signal) : null;
  const figures: CycleChange = {
    versions: { from: from.version, to: to.version },
    isNamed: !from.isAnonymous && !to.isAnonymous,
    change: withoutWithheld(change, [published.get(fromCycleId)!, published.get(toCycleId)!]),
    trend: lines && {
      cycles: trend.map(({ id }) => id),
      versions: trend.map(({ version }) => version),
      lines: linesWithoutWithheld(
        lines,
        trend.map(({ id }) => published.get(id)!),
      ),
    },
  };
  return inside(async (tx) => {
    const { count } = await tx.cycleChange.updateMany({
      where: { organizationId, fromCycleId, toCycleId, isDue: true, asked: due.asked },
      data: { figures, method: change.method, computedAt: new Date(), isDue: false },
    });
    return count === 1 ? "stored" : "overtaken";
  });
}

async function whatIsDue(tx: Transaction, { organizationId, fromCycleId, toCycleId }: Pair): Promise<Due | "dropped" | null> {
  const key = { organizationId, fromCycleId, toCycleId };
  const row = await tx.cycleChange.findUnique({ where: { organizationId_fromCycleId_toCycleId: key, isDue: true }, select: { asked: true } });
  if (!row) return null;
  const all = await publishedCycles(tx, organizationId);
  const [from, to] = [fromCycleId, toCycleId].map((id) => all.find((cycle) => cycle.id === id));
  if (!from || !to || from.slug !== to.slug) {
    // A cycle that has been opened again has no result to compare; closing it asks anew.
    await tx.cycleChange.deleteMany({ where: { ...key, asked: row.asked } });
    return "dropped";
  }
  const same = all.filter(({ slug }) => slug === to.slug);
  const place = same.indexOf(to);
  const trend = same[place - 1] === from ? same.slice(Math.max(0, place + 1 - LONGEST_TREND), place + 1) : [];
  // How many there are is not known where a link was for whoever had it.
  const links = await tx.openLink.findMany({ where: { organizationId, cycleId: { in: same.map(({ id }) => id) } }, select: { cycleId: true } });
  const open = new Set(links.map(({ cycleId }) => cycleId));
  return { asked: row.asked, from, to, trend, people: new Map(same.map(({ id, asked }) => [id, open.has(id) ? null : asked])) };
}

async function inSteps<Result>(steps: Generator<void, Result>, signal: AbortSignal | undefined): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await others();
    signal?.throwIfAborted();
  }
}
