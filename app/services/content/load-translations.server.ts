import type { Contradiction } from "#app/domain/assessment/contradiction.ts";
import type { Initiative, Kpi } from "#app/domain/roadmap/initiative.ts";
import type { StartingQuestions } from "#app/domain/start/starting-questions.ts";
import { contradictionEntries } from "#app/domain/translation/contradiction-texts.ts";
import { definitionEntries } from "#app/domain/translation/definition-texts.ts";
import { exampleEntries } from "#app/domain/translation/example-texts.ts";
import { rewordInitiative } from "#app/domain/translation/initiative-texts.ts";
import { rewordKpi } from "#app/domain/translation/kpi-texts.ts";
import { readTranslation } from "#app/domain/translation/read-translation.ts";
import { startEntries } from "#app/domain/translation/start-texts.ts";
import { entriesOf, type TextEntry } from "#app/domain/translation/text-entry.ts";
import { type EntryState, stateOf, type Translation } from "#app/domain/translation/translation.ts";
import { translationFileSchema } from "#app/domain/translation/translation-schemas.ts";
import { type Language, LANGUAGES, SOURCE_LANGUAGE } from "#app/words/language.ts";
import type { ContentList } from "./list-content.server.ts";
import type { LoadedAssessment } from "./load-assessment.server.ts";
import { readYaml } from "./read-yaml.server.ts";
import { inSource, type SourceProblem } from "./source-problem.server.ts";
import { textsHash } from "./texts-hash.server.ts";
import type { YamlSource } from "./yaml-source.server.ts";

/** An English entry and how its translation stands. */
export type LocatedEntry = TextEntry & {
  state: EntryState;
  /** Hash of the English texts now. */
  hash: string;
  /** The `source` that the translation was written with; null where it has none of this entry. */
  source: string | null;
  /** Relative to the content directory. */
  translationFile: string;
  /** Whether the file is there yet. */
  hasFile: boolean;
  line: number;
};

/** One language of an assessment, or of all contradiction rules, starting questions, initiatives or KPIs. */
export type LoadedTranslation = {
  language: Language;
  /** The slug of an assessment, `contradictions`, `start`, `initiatives` or `kpis`. */
  subject: string;
  /** Null where there is no file of this language. */
  translation: Translation | null;
  /** All that can be translated, in the order of the English files. */
  entries: LocatedEntry[];
  problems: SourceProblem[];
};

type Subject = {
  name: string;
  /** Where its files stand, with a slash at the end, or nothing for the content directory. */
  folder: string;
  english: TextEntry[];
  /** Whether the English of a translation could be read; where it could not, nobody can say what it lacks. */
  isKnown: (file: string) => boolean;
  files: ContentList["translations"];
};

/** Reads the translations of everything into every language but English's own. */
export function loadTranslations(
  directory: string,
  files: Pick<ContentList, "assessments" | "translations">,
  english: {
    assessments: readonly LoadedAssessment[];
    contradictions: readonly Contradiction[] | null;
    start: StartingQuestions | null;
    /** Of these, those that could be read. */
    initiatives: readonly Initiative[];
    kpis: readonly Kpi[];
  },
): LoadedTranslation[] {
  const top = (name: string) => ({ name, folder: "", files: files.translations.filter(({ file }) => file.split("/")[0] === name) });
  const whole = (entries: TextEntry[] | null) => ({ english: entries ?? [], isKnown: () => entries !== null });
  const eachAlone = (entries: TextEntry[]) => ({ english: entries, isKnown: (file: string) => entries.some((entry) => entry.file === file) });
  const subjects: Subject[] = [
    ...english.assessments.map(({ slug, definition, example }, i) => ({
      name: slug,
      folder: `assessments/${slug}/`,
      ...whole(definition && example && [...definitionEntries(definition), ...exampleEntries(example)]),
      files: files.assessments[i]!.translations,
    })),
    { ...top("contradictions"), ...whole(english.contradictions && contradictionEntries(english.contradictions)) },
    { ...top("start"), ...whole(english.start && startEntries(english.start)) },
    { ...top("initiatives"), ...eachAlone(entriesOf((reword) => english.initiatives.map((one) => rewordInitiative(one, reword)))) },
    { ...top("kpis"), ...eachAlone(entriesOf((reword) => english.kpis.map((one) => rewordKpi(one, reword)))) },
  ];
  return LANGUAGES.filter((language) => language !== SOURCE_LANGUAGE).flatMap((language) => subjects.map((subject) => loadSubject(directory, subject, language)));
}

function loadSubject(directory: string, { name, folder, english, isKnown, files }: Subject, language: Language): LoadedTranslation {
  const nameOf = (file: string) => `${folder}${file}.${language}.yaml`;
  const sources = new Map<string, YamlSource>();
  const translation = new Map<string, NonNullable<ReturnType<Translation["get"]>>>();
  const problems: SourceProblem[] = [];
  for (const { file } of files.filter((one) => one.language === language)) {
    const read = readYaml(directory, nameOf(file), translationFileSchema(file));
    sources.set(file, read.source);
    problems.push(...read.problems);
    if (!read.value || !isKnown(file)) continue;
    const found = readTranslation(read.value, english.filter((entry) => entry.file === file)); // prettier-ignore
    problems.push(...inSource(read.source, found.problems));
    for (const [key, entry] of found.translated) translation.set(key, entry);
  }
  const entries = english.map((entry): LocatedEntry => ({
    ...entry,
    state: stateOf(entry, translation, textsHash),
    hash: textsHash(entry.texts),
    source: translation.get(entry.key)?.source ?? null,
    translationFile: nameOf(entry.file),
    hasFile: sources.has(entry.file),
    line: sources.get(entry.file)?.lineAt(entry.path) ?? 1,
  }));
  return { language, subject: name, translation: sources.size > 0 ? translation : null, entries, problems };
}
