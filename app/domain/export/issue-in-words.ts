import type { z } from "zod";
import type { Words } from "../../words/say.ts";

/** Rules of ours that the shape alone does not say; each is named where it stands (`params.fault`). */
const FAULTS = ["action", "characters", "value", "year"] as const;

/** Says what is wrong with a value of a file, to whoever looks into it. Names of types and formats are those of JSON. */
export function issueInWords(issue: z.core.$ZodIssue, { say }: Words): string {
  switch (issue.code) {
    case "invalid_type":
      return say("imports:wrongType", { type: issue.expected });
    case "invalid_value":
      return say("imports:notOneOf", { values: issue.values.map(String).join(", ").slice(0, 200) });
    case "unrecognized_keys":
      return say("imports:otherKeys", { keys: issue.keys.join(", ").slice(0, 200) });
    case "too_big":
      return say("imports:tooMuch", { most: String(issue.maximum) });
    case "too_small":
      return say("imports:tooLittle", { least: String(issue.minimum) });
    case "invalid_format":
      return say("imports:wrongFormat", { format: issue.format });
    case "custom": {
      const fault = FAULTS.find((known) => known === issue.params?.["fault"]);
      return fault ? say(`imports:fault_${fault}`) : say("imports:wrongSomehow");
    }
    default:
      return say("imports:wrongSomehow");
  }
}
