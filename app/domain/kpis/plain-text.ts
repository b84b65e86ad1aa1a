import { z } from "zod";

/** Control characters, halves of characters, and marks that turn the direction of what follows; line breaks may stand in it. */
const UNFIT = /(?![\n\r\t])[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

/** Some lines of text as people type them: its ends are trimmed, up to `most` characters are left, none is well too. Programs are told what is wrong. */
export function plainText(most: number) {
  return z
    .string()
    .transform((text) => text.replaceAll("\r\n", "\n").trim())
    .refine((text) => text.length <= most, `has ${most} characters at most`)
    .refine((text) => !UNFIT.test(text), "has no control characters, halves of characters, or marks that turn the direction of text");
}
