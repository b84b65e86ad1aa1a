/** What the thread that makes a snapshot is sent: who is in blocks, what is shared, then that this was all. */
export type ToSnapshotWorker =
  | { kind: "members"; rows: string }
  | ({ kind: "results" } & ResultsPortion)
  | { kind: "make"; published: string[]; known: [id: string, consultancies: string[]][]; seed: string };

export type FromSnapshotWorker = { kind: "taken" } | { kind: "made"; snapshot: Snapshot };

/** Results that say the same parts and items, a line each. */
export type ResultsPortion = {
  parts: string[];
  items: string[];
  rows: string;
  /** The figures of all rows in base 64: of each four bytes for every part, then for every item, in millionths. */
  packed: string;
};

/** What is to be written: lists of rows as JSON, for few statements. */
export type Snapshot = {
  /** Whose place has changed, `benchmark_member`. */
  members: string[];
  /** Ids of what is never shown again. */
  spent: string[][];
  /** `benchmark_cohort`. */
  cohorts: string[];
  /** `benchmark_best`. */
  best: string[];
  /** How many share a result. */
  organizations: number;
};

/** Between the fields of a row, and between rows: in none of the ids, names of choices and numbers that stand there. */
export const FIELD_END = "\u001f";
export const ROW_END = "\n";
