import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A copy of this repository's content in a folder of its own, to be changed as an author would. */
export type ContentCopy = {
  directory: string;
  read(file: string): string;
  write(file: string, text: string): void;
  /** Replaces a text that stands exactly once in the file. */
  replace(file: string, from: string, to: string): void;
  remove(): void;
};

export function copyContent(): ContentCopy {
  const directory = mkdtempSync(path.join(tmpdir(), "pinhigh-content-"));
  cpSync("content", directory, { recursive: true });
  const read = (file: string) => readFileSync(path.join(directory, file), "utf8");
  const write = (file: string, text: string) => writeFileSync(path.join(directory, file), text);
  return {
    directory,
    read,
    write,
    replace(file, from, to) {
      const parts = read(file).split(from);
      if (parts.length !== 2) throw new Error(`"${from}" stands ${parts.length - 1} times in ${file}`);
      write(file, parts.join(to));
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}
