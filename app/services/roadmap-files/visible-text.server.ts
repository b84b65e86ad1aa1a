/** Control characters other than tab and line ends, and code points that are none: neither XML 1.0 nor a calendar may hold all of them. */
const INVISIBLE = /[^\P{Cc}\t\n\r]|\p{Noncharacter_Code_Point}/gu;

/** A text without what a file may not hold; half of a pair of surrogates becomes U+FFFD, as in every file of UTF-8. */
export function visibleText(text: string): string {
  return Buffer.from(text.replace(INVISIBLE, ""), "utf8").toString("utf8");
}
