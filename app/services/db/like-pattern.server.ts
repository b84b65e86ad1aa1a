/** A text whose signs stand for themselves where LIKE reads it. */
export function likeSigns(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

/** The pattern of LIKE for a text that stands anywhere. */
export function containing(text: string): string {
  return `%${likeSigns(text)}%`;
}
