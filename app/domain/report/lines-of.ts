/** Where a word may be broken when it has to be; seen only at the end of a line. */
const SOFT_HYPHEN = "\u00ad";

/** Breaks a name into lines of about so many letters: at spaces, after hyphens, and at soft hyphens in words that are longer than a line. */
export function linesOf(name: string, letters: number): string[] {
  const lines: string[] = [];
  for (const piece of name.match(/[^\s-]+-?/g) ?? []) {
    const word = piece.replaceAll(SOFT_HYPHEN, "");
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last}${last.endsWith("-") ? "" : " "}${word}`;
    if (last !== undefined && joined.length <= letters) lines[lines.length - 1] = joined;
    else lines.push(...(word.length <= letters ? [word] : brokenAtSoftHyphens(piece, letters)));
  }
  return lines;
}

function brokenAtSoftHyphens(word: string, letters: number): string[] {
  const lines: string[] = [];
  for (const part of word.split(SOFT_HYPHEN)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + part.length < letters) lines[lines.length - 1] = last + part;
    else lines.push(part);
  }
  return lines.map((line, i) => (i < lines.length - 1 ? `${line}-` : line));
}
