import { accessSync, constants, statSync } from "node:fs";
import path from "node:path";

/** A word in double quotes, or one without spaces. */
const WORD = /"([^"]*)"|([^\s"]+)/g;
const ONLY_WORDS = /^\s*(?:(?:"[^"]*"|[^\s"]+)(?:\s+|$))+$/;

/**
 * A program and its arguments out of a setting; no shell reads it, so that nothing in it stands for anything else. Words in double quotes may hold spaces.
 * @returns null where it is no such list, and where the program is not there to be run
 */
export function commandWords(text: string): [string, ...string[]] | null {
  if (!ONLY_WORDS.test(text)) return null;
  const [program, ...words] = [...text.matchAll(WORD)].map(([, quoted, plain]) => quoted ?? plain ?? "");
  return program && isThere(program) ? [program, ...words] : null;
}

/** By its path, or in one of the folders in which programs are looked for. */
function isThere(program: string): boolean {
  const places = program.includes("/") ? [program] : (process.env["PATH"] ?? "").split(path.delimiter).map((folder) => path.join(folder, program));
  return places.some((place) => {
    try {
      accessSync(place, constants.X_OK);
      return statSync(place).isFile();
    } catch {
      return false;
    }
  });
}
