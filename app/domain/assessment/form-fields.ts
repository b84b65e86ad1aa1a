/** Names of the fields of a question screen; the browser's code and the server share them. */
export type QuestionField = "answer" | "revision" | "shown" | "confidence" | "comment" | "evidence";

/** Marks an option id as such, so that an option called "blank" could never be read as a state. */
export const OPTION_PREFIX = "option:";

export function fieldName(field: QuestionField, itemId: string): string {
  return `${field}.${itemId}`;
}
