import type { Contradiction } from "../assessment/contradiction.ts";
import { entriesOf, type Reword, type TextEntry } from "./text-entry.ts";

/** The same rules with their texts reworded; a rule's key is its id. */
export function rewordContradictions(rules: readonly Contradiction[], reword: Reword): Contradiction[] {
  return rules.map((rule) => ({ ...rule, ...reword({ key: rule.id, file: "contradictions", path: [rule.id] }, { text: rule.text }) }));
}

export function contradictionEntries(rules: readonly Contradiction[]): TextEntry[] {
  return entriesOf((reword) => rewordContradictions(rules, reword));
}
