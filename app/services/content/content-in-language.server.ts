import type { Contradiction } from "#app/domain/assessment/contradiction.ts";
import type { Definition } from "#app/domain/assessment/definition.ts";
import type { Initiative, Kpi } from "#app/domain/roadmap/initiative.ts";
import { type Compiled, compile } from "#app/domain/scoring/compile.ts";
import type { StartingQuestions } from "#app/domain/start/starting-questions.ts";
import { definitionEntries } from "#app/domain/translation/definition-texts.ts";
import { rewordInitiative } from "#app/domain/translation/initiative-texts.ts";
import { rewordKpi } from "#app/domain/translation/kpi-texts.ts";
import type { Reword } from "#app/domain/translation/text-entry.ts";
import {
  type Extent,
  extentOf,
  type InLanguage,
  translateContradictions,
  translateDefinition,
  translateExample,
  translateStart,
  translateWhole,
  type Translation,
} from "#app/domain/translation/translation.ts";
import { type Language, SOURCE_LANGUAGE } from "#app/words/language.ts";
import { catalog } from "./catalog-instance.server.ts";
import type { AssessmentEntry, Catalog } from "./load-content.server.ts";
import { textsHash } from "./texts-hash.server.ts";

/** A version of an assessment with its texts in one language; every id, value and figure is that of the English source. */
export type VersionInLanguage = {
  definition: Definition;
  compiled: Compiled;
  /** How much of the definition is in this language; the rest is English. */
  translated: Extent;
  /** What its pages speak: the language asked for, or English where nothing of it is in that. */
  language: Language;
  /** In English, as it is stored and hashed, and as plans are computed from it. */
  source: Definition;
};

/** By id; each says which language it is in, for each may be translated by itself. Plans are computed from the English ones. */
export type InitiativesInLanguage = {
  initiativeById: ReadonlyMap<string, InLanguage<Initiative>>;
  kpiById: ReadonlyMap<string, InLanguage<Kpi>>;
};

// Neither versions nor the translations of a catalogue ever change, so what was made of both once stays right.
const versions = new WeakMap<Translation, Map<string, VersionInLanguage>>(); // by hash
const contradictions = new WeakMap<Translation, Contradiction[]>();
const starts = new WeakMap<Translation, StartingQuestions>();
const initiatives = new WeakMap<Catalog, Map<Language, InitiativesInLanguage>>();

/** Any version of an assessment, by what it is in English and its hash. */
export function versionInLanguage(english: Compiled, hash: string, language: Language): VersionInLanguage {
  const { definition } = english;
  const inEnglish: Omit<VersionInLanguage, "translated"> = { definition, compiled: english, language: SOURCE_LANGUAGE, source: definition };
  if (language === SOURCE_LANGUAGE) return { ...inEnglish, translated: "all" };
  const translation = translationOf(definition.slug, language);
  if (!translation) return { ...inEnglish, translated: "none" };
  return kept(
    kept(versions, translation, () => new Map()),
    hash,
    () => translated(definition, translation, language),
  );
}

/** The current version of an assessment with its example; `hash` and the example's answers are those of the English source. */
export function assessmentIn(entry: AssessmentEntry, language: Language): AssessmentEntry & VersionInLanguage {
  const translation = translationOf(entry.definition.slug, language);
  const example = translation ? translateExample(entry.example, translation, textsHash) : entry.example;
  return { ...entry, ...versionInLanguage(entry.compiled, entry.hash, language), example };
}

export function contradictionsIn(language: Language): Contradiction[] {
  const english = catalog().contradictions;
  const translation = translationOf("contradictions", language);
  return translation ? kept(contradictions, translation, () => translateContradictions(english, translation, textsHash)) : english;
}

export function startIn(language: Language): StartingQuestions {
  const english = catalog().start;
  const translation = translationOf("start", language);
  return translation ? kept(starts, translation, () => translateStart(english, translation, textsHash)) : english;
}

export function initiativesIn(language: Language): InitiativesInLanguage {
  const source = catalog();
  const translate = <T extends { id: string }>(subject: string, all: readonly T[], rewordOne: (one: T, reword: Reword) => T) => {
    const translation: Translation = translationOf(subject, language) ?? new Map();
    return new Map(all.map((one) => [one.id, translateWhole(one, rewordOne, language, translation, textsHash)]));
  };
  return kept(
    kept(initiatives, source, () => new Map()),
    language,
    () => ({
      initiativeById: translate("initiatives", source.initiatives, rewordInitiative),
      kpiById: translate("kpis", source.kpis, rewordKpi),
    }),
  );
}

function translationOf(subject: string, language: Language): Translation | undefined {
  return catalog().translations.get(language)?.get(subject);
}

function translated(source: Definition, translation: Translation, language: Language): VersionInLanguage {
  const definition = translateDefinition(source, translation, textsHash);
  const extent = extentOf(definitionEntries(source), translation, textsHash);
  return { definition, compiled: compile(definition), translated: extent, language: extent === "none" ? SOURCE_LANGUAGE : language, source };
}

function kept<K, V>(known: { get(key: K): V | undefined; set(key: K, value: V): unknown }, key: K, make: () => V): V {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
