import type { AgreementBand } from "./team-result-shape.ts";

/** A word for an index of agreement: up to .50 low, up to .70 moderate, up to .90 strong, above very strong (method, section 5). */
export function agreementBand(index: number): AgreementBand {
  if (index <= 0.5) return "low";
  if (index <= 0.7) return "moderate";
  return index <= 0.9 ? "strong" : "very_strong";
}
