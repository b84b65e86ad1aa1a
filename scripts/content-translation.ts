/**
 * Writes what a translation lacks into its files, or, with `--accept`, that a translation was held against the English text
 * as it is now. Names an assessment by its slug, or `contradictions`, `start`, `initiatives` or `kpis`; all of it or one entry.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadContent } from "#app/services/content/load-content.server.ts";
import type { LocatedEntry } from "#app/services/content/load-translations.server.ts";
import { contentReport } from "./content/content-report.ts";
import { dueEntries } from "./content/due-entries.ts";
import { acceptedTranslation, completedTranslation } from "./content/translation-text.ts";

const USAGE = [
  "npm run content:translation -- <slug> <language>                   writes what is missing; of <slug>/<entry>: of this entry alone",
  "npm run content:translation -- --accept <slug> <language> <entry>  the translation of this entry holds; all: of every entry",
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { accept: { type: "boolean" }, content: { type: "string", default: "content" } },
});
const directory = values.content;
const [name, language, key] = positionals;

function run(): string[] | { refused: string[] } {
  if (!name || !language || positionals.length !== (values.accept ? 3 : 2)) return { refused: USAGE };
  const loaded = loadContent(directory);
  if ("problems" in loaded) return { refused: contentReport(directory, loaded) };
  const { translations, catalog } = loaded;
  const [subject, ...only] = name.split("/");
  const found = translations.find((t) => t.subject === subject && t.language === language);
  if (!found) {
    const [subjects, languages] = [translations.map((t) => t.subject), translations.map((t) => t.language)].map((names) => [...new Set(names)].join(", "));
    return { refused: [`There is no "${subject}" to be translated into "${language}". There are: ${subjects}; into ${languages}.`] };
  }
  const due = dueEntries(found, { translations, contradictions: catalog.contradictions });
  if (only.length === 0) return values.accept ? accept(due, key!) : complete(due, due);
  const named = due.filter((entry) => entry.key === only.join("/"));
  if (named.length === 0) return noSuchEntry(only.join("/"), due);
  return values.accept ? accept(named, key!) : complete(named, due);
}

/** `all`: the order in which what is missing of the entries is put among the others of its file. */
function complete(entries: readonly LocatedEntry[], all: readonly LocatedEntry[]): string[] {
  const missing = entries.filter(({ state }) => state === "missing");
  const written = byFile(missing).map(([file, inFile]) => {
    const order = all.filter(({ translationFile }) => translationFile === file);
    change(file, (text) => completedTranslation(text, inFile, order));
    return `${join(directory, file)}: ${counted(inFile.length)} to be translated`;
  });
  return written.length > 0 ? written : ["Nothing is missing."];
}

function accept(entries: readonly LocatedEntry[], key: string): string[] | { refused: string[] } {
  const named = key === "all" ? entries.filter(({ state }) => state === "stale") : entries.filter((entry) => entry.key === key);
  if (key !== "all" && named.length === 0) return noSuchEntry(key, entries);
  if (named.some(({ state }) => state === "missing")) return { refused: [`${key} is not translated in full yet.`] };
  const stale = named.filter(({ state }) => state === "stale");
  const written = byFile(stale).map(([file, inFile]) => {
    change(file, (text) => acceptedTranslation(text!, inFile));
    return `${join(directory, file)}: ${counted(inFile.length)} accepted`;
  });
  return written.length > 0 ? written : ["Nothing is stale."];
}

function noSuchEntry(key: string, entries: readonly LocatedEntry[]): { refused: string[] } {
  return { refused: [`There is no entry "${key}". There are: ${entries.map((entry) => entry.key).join(", ")}.`] };
}

function change(file: string, to: (text: string | null) => string): void {
  const path = join(directory, file);
  writeFileSync(path, to(existsSync(path) ? readFileSync(path, "utf8") : null));
}

function byFile(entries: readonly LocatedEntry[]): [file: string, entries: LocatedEntry[]][] {
  const files = [...new Set(entries.map(({ translationFile }) => translationFile))];
  return files.map((file) => [file, entries.filter(({ translationFile }) => translationFile === file)]);
}

function counted(entries: number): string {
  return `${entries} ${entries === 1 ? "entry" : "entries"}`;
}

const outcome = run();
for (const line of "refused" in outcome ? outcome.refused : outcome) console.log(line);
if ("refused" in outcome) process.exitCode = 1;
