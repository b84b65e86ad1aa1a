import { type FileType, typeOfEnding } from "./file-types.ts";

/** Characters of a name without its ending. */
const LONGEST_STEM = 120;
/** Separators of folders, also as programs write them into addresses. */
const FOLDERS = /[/\\]|%2f|%5c/i;
/** What no name needs: control characters, halves of characters, line ends, and the marks that turn or hide what follows; a NUL also as it is written into addresses. */
const UNFIT = /[\p{Cc}\p{Cs}\p{Cf}\u2028\u2029]|%00/giu;
/** Signs that a file system or a header reads as something else. */
const SIGNS = /[<>:"|?*%;]/g;

export type CleanName = { name: string; type: FileType };

/**
 * The name of a file that somebody sent, as it may be kept and given out: no folders, no control characters or marks of direction, no signs of
 * file systems, at most 120 characters and the ending, which is one of those that are taken.
 * @returns null where the name has no ending of the list
 */
export function cleanFileName(sent: string): CleanName | null {
  const last = sent.replace(UNFIT, "").split(FOLDERS).at(-1)!.normalize("NFC");
  const at = last.lastIndexOf(".");
  const ending =
    at === -1
      ? ""
      : last
          .slice(at + 1)
          .trim()
          .toLowerCase();
  const type = typeOfEnding(ending);
  if (type === null) return null;
  const stem = last
    .slice(0, at)
    .replace(SIGNS, "-")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  return { name: `${[...stem].slice(0, LONGEST_STEM).join("") || "file"}.${ending}`, type };
}
