import { inWords } from "./display.ts";
import type { PartScore } from "../scoring/score.ts";

/** Which of the three written readings fits a score: below 40, below 70, and above (content.md). */
export function readingBand(score: number): "low" | "middle" | "high" {
  return score < 40 ? "low" : score < 70 ? "middle" : "high";
}

/**
 * Why a dimension or pillar has no published score and what would change that; null when it has one. `carrier` is the
 * title of the dimension that carries it.
 */
export function whyNotPublished(part: PartScore, questions: (itemId: string) => string, carrier?: string): string | null {
  switch (part.reason) {
    case null:
      return null;
    case "nothing-applicable":
      return "No score: nothing here applies to your company.";
    case "mostly-not-applicable":
      return "No score: more than 40 % of it does not apply to your company, so what is left would not speak for the whole.";
    case "carrier":
      return `No score: it counts only as far as “${carrier}” carries it, and that has no score yet.`;
    case "not-enough-answers": {
      const blank = part.missing.map((id) => `“${questions(id)}”`);
      const unsure = part.findOut.map((id) => `“${questions(id)}”`);
      const parts = [...(blank.length > 0 ? [`still unanswered: ${inWords(blank)}`] : []), ...(unsure.length > 0 ? [`to find out: ${inWords(unsure)}`] : [])];
      return `Not enough answers: a score needs three quarters of the weight. ${capital(parts.join("; "))}.`;
    }
  }
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
