/** The files that a roadmap can be taken as, by how their addresses end. */
export const ROADMAP_FORMATS = ["xlsx", "csv", "md", "ics", "jira.csv", "azure-devops.csv"] as const;
export type RoadmapFormat = (typeof ROADMAP_FORMATS)[number];

/** Of these, those that the plan of a scenario can be taken as: it has no due days, and nobody works on it yet. */
export const PLAN_FORMATS = ["xlsx", "csv", "md"] as const satisfies readonly RoadmapFormat[];
export type PlanFormat = (typeof PLAN_FORMATS)[number];
