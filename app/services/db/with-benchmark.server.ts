import type { Database } from "./open-database.server.ts";
import { passDoor, type Transaction } from "./pass-door.server.ts";

/** Longer than a million organisations take. */
const WITHIN_MS = 60 * 60 * 1_000;

/**
 * What makes benchmarks sees: what organisations share for them, and which consultancy knows whose results. Nothing else of anybody. All of
 * a transaction sees the same state: what is taken back meanwhile is in all of its figures or in none.
 */
export function withBenchmark<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return passDoor(db, "pinhigh_benchmark", {}, work, { timeout: WITHIN_MS, isolationLevel: "RepeatableRead" });
}
