/** The core assessments, to begin with: they ask what every company can answer. */
export const CORE_ASSESSMENTS = ["customer-or-product-centric", "martech-stack", "seven-ps"] as const;

/** A step is done, the next one to take, or comes after that. */
export type StepState = "done" | "next" | "later";

/** How far somebody has come on the way to a first result: an organisation, a cycle of an assessment, an answer. */
export function firstSteps({ hasOrganization, hasCycle, hasResult }: { hasOrganization: boolean; hasCycle: boolean; hasResult: boolean }): StepState[] {
  const done = [hasOrganization, hasCycle, hasResult];
  const next = done.indexOf(false);
  return done.map((isDone, i) => (isDone ? "done" : i === next ? "next" : "later"));
}
