/** How often a KPI is read. */
export const CADENCES = ["month", "quarter"] as const;
export type Cadence = (typeof CADENCES)[number];

/** Where a reading came from. */
export const READING_SOURCES = ["hand", "csv", "api"] as const;
export type ReadingSource = (typeof READING_SOURCES)[number];

export const LONGEST_KPI_NAME = 120;
export const LONGEST_UNIT = 40;
export const LONGEST_DEFINITION = 1_000;
export const LONGEST_NOTE = 300;

/** What a KPI is measured against: from 0 at `worst` over a half at `middle` to 1 at `best`. All three, or none. */
export type Anchors = { worst: number; middle: number; best: number };

/** What an organisation says of a KPI of its own; days as in 2027-03-31. */
export type KpiTerms = {
  name: string;
  /** Empty: a plain number. */
  unit: string;
  definition: string | null;
  higherIsBetter: boolean;
  cadence: Cadence;
  ownerId: string | null;
  baseline: number | null;
  baselineOn: string | null;
  anchors: Anchors | null;
};

/** Quarter to value, such as {"2027-Q1": 42}. */
export type Targets = Readonly<Record<string, number>>;
