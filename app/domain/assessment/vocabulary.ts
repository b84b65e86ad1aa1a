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

/** The word behind a reading; nothing where the figure speaks for itself. */
export const UNIT_TEXTS: Record<NumberUnit, { one: string; many: string }> = {
  percent: { one: "%", many: "%" },
  count: { one: "", many: "" },
  months: { one: "month", many: "months" },
  days: { one: "day", many: "days" },
  hours: { one: "hour", many: "hours" },
  minutes: { one: "minute", many: "minutes" },
  ratio: { one: "", many: "" },
  score: { one: "", many: "" },
};

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
