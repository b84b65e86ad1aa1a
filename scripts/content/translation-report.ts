import { join } from "node:path";
import type { LoadedContent } from "#app/services/content/load-content.server.ts";
import type { LoadedTranslation, LocatedEntry } from "#app/services/content/load-translations.server.ts";
import { dueEntries } from "./due-entries.ts";

type Loaded = Extract<LoadedContent, { catalog: unknown }>;
type Due = LoadedTranslation & { due: LocatedEntry[] };

/** Of what each stands in a file of its own, and is translated when somebody comes to it: one of it and several. */
const EACH_BY_ITSELF: Record<string, [one: string, several: string]> = { initiatives: ["initiative", "initiatives"], kpis: ["KPI", "KPIs"] };

/**
 * What the check says about translations, for each language: a count, a line for each entry that is missing or stale where
 * translating has begun, what is complete, and what has not been begun.
 */
export function translationReport(directory: string, { translations, catalog: { contradictions } }: Loaded): string[] {
  return [...new Set(translations.map(({ language }) => language))].flatMap((language) => {
    const all = translations
      .filter((one) => one.language === language)
      .map((one): Due => ({ ...one, due: dueEntries(one, { translations, contradictions }) }));
    const begun = all.filter(({ translation }) => translation);
    const open = begun.flatMap(({ subject, due }) => due.filter(({ state, hasFile }) => state !== "translated" && (hasFile || !(subject in EACH_BY_ITSELF))));
    const complete = begun.filter(({ due }) => due.length > 0 && due.every(({ state }) => state === "translated")).map(({ subject }) => subject);
    return [
      countOf(language, all),
      ...open.map((entry) => `${join(directory, entry.translationFile)}:${entry.line}  ${entry.key}  ${whatIsOpen(entry)}`),
      ...(complete.length > 0 ? [`${language}: ${complete.join(", ")} complete`] : []),
      ...notBegun(language, all),
    ];
  });
}

function countOf(language: string, all: readonly Due[]): string {
  const entries = all.flatMap((one) => one.entries);
  const count = (state: LocatedEntry["state"]) => entries.filter((entry) => entry.state === state).length;
  return `${language}: ${count("translated")} of ${entries.length} entries translated, ${count("stale")} stale, ${count("missing")} missing`;
}

function whatIsOpen({ state, source, hash }: LocatedEntry): string {
  if (state === "missing") return "is not translated";
  if (source === "") return "has no source yet, so nobody has said from which English text it was translated";
  return `the English text has changed since this was translated: was ${source}, is ${hash}`;
}

function notBegun(language: string, all: readonly Due[]): string[] {
  const named = all.filter(({ translation, subject }) => !translation && !(subject in EACH_BY_ITSELF)).map(({ subject }) => subject);
  const others = ["contradictions", "start"].filter((subject) => named.includes(subject));
  const slugs = named.filter((subject) => !others.includes(subject));
  const waiting = all.reduce((sum, { translation, entries, due }) => sum + (translation ? entries.length - due.length : 0), 0);
  return [
    ...(slugs.length > 0 ? [`${language}: ${slugs.length} ${slugs.length === 1 ? "assessment is" : "assessments are"} not translated: ${slugs.join(", ")}`] : []),
    ...others.map((subject) => `${language}: ${subject}.yaml is not translated`),
    ...withoutFile(language, all),
    ...(waiting > 0 ? [`${language}: ${waiting} contradiction ${waiting === 1 ? "rule waits" : "rules wait"} for assessments that are not translated`] : []),
  ];
}

/** One line for what each stands in a file of its own and has none of this language. */
function withoutFile(language: string, all: readonly Due[]): string[] {
  const counts = all.flatMap(({ subject, due }) => {
    const count = due.filter(({ hasFile }) => !hasFile).length;
    const names = EACH_BY_ITSELF[subject];
    return names && count > 0 ? [{ count, text: `${count} ${names[count === 1 ? 0 : 1]}` }] : [];
  });
  const sum = counts.reduce((total, { count }) => total + count, 0);
  return sum > 0 ? [`${language}: ${counts.map(({ text }) => text).join(" and ")} ${sum === 1 ? "is" : "are"} not translated`] : [];
}
