import type { Words } from "../../words/say.ts";
import { inWords } from "./display.ts";
import type { PartScore } from "../scoring/score.ts";

/** Which of the three written readings fits a score: below 40, below 70, and above (content.md). */
export function readingBand(score: number): "low" | "middle" | "high" {
  return score < 40 ? "low" : score < 70 ? "middle" : "high";
}

/**
 * Why a dimension or pillar has no published score and what would change that; null when it has one. `carrier` is the
 * title of the dimension that carries it, null when none does.
 */
export function whyNotPublished(part: PartScore, question: (itemId: string) => string, carrier: string | null, words: Words): string | null {
  const { language, say } = words;
  const listed = (ids: readonly string[]) => {
    return inWords(
      ids.map((id) => say("terms:quoted", { text: question(id) })),
      language,
    );
  };
  switch (part.reason) {
    case null:
      return null;
    case "nothing-applicable":
      return say("report:nothingApplies");
    case "mostly-not-applicable":
      return say("report:mostlyNotApplicable");
    case "carrier":
      return say("report:carrierWithoutScore", { carrier: carrier ?? "" });
    case "not-enough-answers": {
      const [open, unsure] = [listed(part.missing), listed(part.findOut)];
      if (part.findOut.length === 0) return say("report:tooFewOpen", { open });
      if (part.missing.length === 0) return say("report:tooFewUnsure", { unsure });
      return say("report:tooFewOpenAndUnsure", { open, unsure });
    }
  }
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
