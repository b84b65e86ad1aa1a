/** The words that content, database, API and screens share. */

export const PILLARS = ["people", "process", "content", "technology", "kpis"] as const;
export type Pillar = (typeof PILLARS)[number];

export const PILLAR_TITLES: Record<Pillar, string> = {
  people: "People",
  process: "Process",
  content: "Content",
  technology: "Technology",
  kpis: "KPIs",
};

export const AUDIENCES = ["executive", "manager", "frontline"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What a KPI reading is counted in. */
export const NUMBER_UNITS = ["percent", "count", "months", "days", "hours", "minutes", "ratio", "score"] as const;
export type NumberUnit = (typeof NUMBER_UNITS)[number];

export const LIFECYCLE_STAGES = [
  "unaware",
  "aware",
  "consideration",
  "evaluation",
  "decision",
  "onboarding",
  "adopting",
  "value-realisation",
  "loyalty",
  "advocacy",
] as const;
