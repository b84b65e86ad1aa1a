/**
 * Names of the fields of a question screen; the browser's code and the server share them. `target` (the position wanted)
 * only a shift has, `number` (what was typed) only a number, `place` (once for each place, in order) only a ranking.
 */
export type QuestionField = "answer" | "target" | "number" | "place" | "revision" | "shown" | "confidence" | "comment" | "evidence";

/** Marks an option id as such, so that an option called "blank" could never be read as a state. */
export const OPTION_PREFIX = "option:";

export function fieldName(field: QuestionField, itemId: string): string {
  return `${field}.${itemId}`;
}
