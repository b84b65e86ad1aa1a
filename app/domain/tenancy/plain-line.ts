import { z } from "zod";

/**
 * Signs that a name has no use for: control characters and line breaks, halves of characters, and the marks that turn the
 * direction of what follows, with which one name can be made to look like another.
 */
const UNFIT = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

/** Something that can be seen: a name of joiners and blanks alone is none. */
export const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}]/u;

/** One line of text as people type it: its ends are trimmed, one to `most` characters are left, of which one at least can be seen. */
export function plainLine(most: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => VISIBLE.test(text) && !UNFIT.test(text));
}
