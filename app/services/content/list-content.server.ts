import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";
import { PILLARS } from "#app/domain/assessment/vocabulary.ts";
import { type Language, LANGUAGES, SOURCE_LANGUAGE } from "#app/words/language.ts";
import type { SourceProblem } from "./source-problem.server.ts";

/** An assessment's folder: its slug, the names of its question files, without `.yaml`, and whether it has a record of what was published. */
export type AssessmentFolder = { slug: string; questions: string[]; hasRecord: boolean; translations: TranslationFile[] };
/** `<file>.<language>.yaml`, beside `<file>.yaml`; of an assessment relative to its folder, else to the content directory. */
export type TranslationFile = { file: string; language: Language };
/** An initiative's or KPI's file: `<folder>/<name>.yaml`. */
export type ContentFile = { folder: string; name: string };

export type ContentList = {
  assessments: AssessmentFolder[];
  initiatives: ContentFile[];
  kpis: ContentFile[];
  /** Names of the files of reference sets, without `.yaml`. */
  references: string[];
  /** Of everything but the assessments. */
  translations: TranslationFile[];
  problems: SourceProblem[];
};

const TOP = ["assessments", "initiatives", "kpis", "references", "contradictions.yaml", "start.yaml"];
const TRANSLATED_TOP = ["contradictions", "start"];
const ASSESSMENT_FILES = ["assessment.yaml", "questions", "readings.yaml", "example.yaml", "published.yaml"];
const TRANSLATED_ASSESSMENT_FILES = ["assessment", "readings", "example"];

/** Lists the content files in order of name, and names everything that nobody would read. */
export function listContent(directory: string): ContentList {
  const problems: SourceProblem[] = [];
  const inside = (folder: string, expected: (entry: Dirent) => boolean): string[] => {
    const names: string[] = [];
    for (const entry of entriesOf(join(directory, folder))) {
      if (expected(entry)) names.push(entry.name);
      else problems.push(unexpected(folder === "" ? entry.name : `${folder}/${entry.name}`));
    }
    return names;
  };
  /** The files of a folder and their translations. */
  const translatedIn = (folder: string): { names: string[]; translated: string[] } => {
    const sources = entriesOf(join(directory, folder)).filter((entry) => isYaml(entry) && !TRANSLATED.test(entry.name));
    const names = sources.map(({ name }) => name.slice(0, -".yaml".length));
    const files = inside(folder, (entry) => (TRANSLATED.test(entry.name) ? isTranslation(entry, names) : isYaml(entry)));
    return { names, translated: files.filter((name) => TRANSLATED.test(name)) };
  };

  const top = inside("", (entry) => TOP.includes(entry.name) || isTranslation(entry, TRANSLATED_TOP));
  const assessments = inside("assessments", (entry) => entry.isDirectory()).map((slug) => {
    const folder = `assessments/${slug}`;
    const files = inside(folder, (entry) => ASSESSMENT_FILES.includes(entry.name) || isTranslation(entry, TRANSLATED_ASSESSMENT_FILES));
    const questions = translatedIn(`${folder}/questions`);
    const translations = translationsAmong([...files, ...questions.translated.map((name) => `questions/${name}`)]);
    return { slug, questions: questions.names, hasRecord: files.includes("published.yaml"), translations };
  });
  const pillars = inside("initiatives", (entry) => entry.isDirectory() && (PILLARS as readonly string[]).includes(entry.name));
  const byPillar = pillars.map((folder) => ({ folder, ...translatedIn(`initiatives/${folder}`) }));
  const kpis = translatedIn("kpis");
  // A set is shown in the words it was published under, and is not translated.
  const references = inside("references", (entry) => isYaml(entry) && !TRANSLATED.test(entry.name)).map((name) => name.slice(0, -".yaml".length));
  const translations = translationsAmong([
    ...top,
    ...byPillar.flatMap(({ folder, translated }) => translated.map((name) => `initiatives/${folder}/${name}`)),
    ...kpis.translated.map((name) => `kpis/${name}`),
  ]);
  return {
    assessments,
    initiatives: byPillar.flatMap(({ folder, names }) => names.map((name) => ({ folder, name }))),
    kpis: kpis.names.map((name) => ({ folder: "kpis", name })),
    references,
    translations,
    problems,
  };
}

/** Entries in order of name; none when the folder is not there, which the missing files then say. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

function isYaml(entry: Dirent): boolean {
  return entry.isFile() && entry.name.endsWith(".yaml");
}

/** A name with a language before its ending, whether or not the language is one that is translated into. */
const TRANSLATED = /^(.+)\.([a-z]{2})\.yaml$/;
const TRANSLATED_INTO = LANGUAGES.filter((language) => language !== SOURCE_LANGUAGE);

/** Whether this is the translation of one of these files. */
function isTranslation(entry: Dirent, files: readonly string[]): boolean {
  return entry.isFile() && translationsAmong([entry.name]).some(({ file }) => files.includes(file));
}

function translationsAmong(names: readonly string[]): TranslationFile[] {
  return names.flatMap((name) => {
    const [, file, code] = TRANSLATED.exec(name) ?? [];
    const language = TRANSLATED_INTO.find((one) => one === code);
    return file !== undefined && language !== undefined ? [{ file, language }] : [];
  });
}

function unexpected(file: string): SourceProblem {
  return { file, line: 1, message: "nothing reads this file", fix: "move, rename or remove it" };
}
