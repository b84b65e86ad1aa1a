import { histogramOf } from "#app/domain/benchmark/histogram.ts";
import type { Database } from "#app/services/db/open-database.server.ts";
import { asOwner } from "../setup/as-owner.ts";

type PlantedCohort = {
  cohort: string;
  /** By part, the scores of everybody in it. */
  scores: Readonly<Record<string, readonly number[]>>;
  best?: readonly { item: string; bestCount: number; bestMean: number; restCount: number; restMean: number }[];
};

/** A snapshot of a family as a job would have written it, in place of what was there. */
export async function plantSnapshot(
  db: Database,
  family: string,
  { takenAt = new Date(), organizations, cohorts }: { takenAt?: Date; organizations: number; cohorts: readonly PlantedCohort[] },
): Promise<void> {
  await asOwner(db, async (tx) => {
    await tx.benchmarkSnapshot.deleteMany({ where: { family } });
    await tx.benchmarkBest.deleteMany({ where: { family } });
    await tx.benchmarkSnapshot.create({ data: { family, takenAt, organizations } });
    await tx.benchmarkCohort.createMany({
      data: cohorts.flatMap(({ cohort, scores }, rank) =>
        Object.entries(scores).map(([part, list]) => {
          const { bins, sum, squares } = histogramOf(list);
          return { family, cohort, part, rank, n: list.length, bins: [...bins], sum, squares };
        }),
      ),
    });
    await tx.benchmarkBest.createMany({ data: cohorts.flatMap(({ cohort, best = [] }) => best.map((item) => ({ family, cohort, ...item }))) });
  });
}

/** Evenly spaced scores, n of them. */
export function spread(n: number, from = 0, to = 100): number[] {
  return Array.from({ length: n }, (_, i) => from + ((to - from) * i) / n);
}
