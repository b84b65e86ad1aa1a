/** Control characters, line ends among them, and the marks that turn the direction of what follows or hide in it. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]+/gu;
const MOST = 120;

/**
 * A name that somebody else wrote, as it may stand in a mail: on one line, in the direction of the sentence, not too long, and
 * nothing that a mail program makes a link of, for a mail of ours must not carry a stranger's.
 */
export function plainName(name: string): string {
  const line = name.replaceAll(UNSEEN, " ").replaceAll(/\s+/g, " ").trim();
  const cut = line.length > MOST ? `${line.slice(0, MOST - 1).replace(/[\uD800-\uDBFF]$/, "")}…` : line;
  return cut.replaceAll("://", " ").replaceAll(/\.(?=\p{L})/gu, ".\u2060");
}
