import type { Example } from "../assessment/example.ts";
import { entriesOf, type Reword, type TextEntry } from "./text-entry.ts";

/** The same invented answers, their company's title reworded. */
export function rewordExample(example: Example, reword: Reword): Example {
  return { ...example, ...reword({ key: "example", file: "example", path: ["example"] }, { title: example.title }) };
}

export function exampleEntries(example: Example): TextEntry[] {
  return entriesOf((reword) => rewordExample(example, reword));
}
