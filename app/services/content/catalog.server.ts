import { createHash } from "node:crypto";
import type { Contradiction } from "#app/domain/assessment/contradiction.ts";
import type { Definition } from "#app/domain/assessment/definition.ts";
import type { Example } from "#app/domain/assessment/example.ts";
import type { ReferenceSet } from "#app/domain/benchmark/reference-set.ts";
import { canonicalJson } from "#app/domain/report/canonical-json.ts";
import type { Initiative, Kpi } from "#app/domain/roadmap/initiative.ts";
import type { StartingQuestions } from "#app/domain/start/starting-questions.ts";
import { compile, type Compiled } from "#app/domain/scoring/compile.ts";
import type { Translation } from "#app/domain/translation/translation.ts";
import type { Language } from "#app/words/language.ts";

export type AssessmentEntry = {
  definition: Definition;
  /** Ready for `score`. */
  compiled: Compiled;
  /** SHA-256 (hex) over the canonical JSON of the definition; stored with every result. */
  hash: string;
  example: Example;
};

/** All content, checked. Lists are in order of slug, id or file; contradictions in the order of their file. */
export type Catalog = {
  assessments: AssessmentEntry[];
  initiatives: Initiative[];
  kpis: Kpi[];
  references: ReferenceSet[];
  contradictions: Contradiction[];
  start: StartingQuestions;
  assessmentBySlug: ReadonlyMap<string, AssessmentEntry>;
  initiativeById: ReadonlyMap<string, Initiative>;
  kpiById: ReadonlyMap<string, Kpi>;
  translations: Translations;
};

/**
 * The translations by language and then by subject: the slug of an assessment, `contradictions`, `start`, `initiatives` or
 * `kpis`. What has no file of a language is not there; how they are applied is in `content-in-language.server.ts`.
 */
export type Translations = ReadonlyMap<Language, ReadonlyMap<string, Translation>>;

/** Makes a catalogue of content that has passed every check. */
export function makeCatalog(content: {
  assessments: readonly { definition: Definition; example: Example }[];
  initiatives: readonly Initiative[];
  kpis: readonly Kpi[];
  references: readonly ReferenceSet[];
  contradictions: readonly Contradiction[];
  start: StartingQuestions;
  translations: readonly { language: Language; subject: string; translation: Translation | null }[];
}): Catalog {
  const assessments = inOrder(content.assessments, (a) => a.definition.slug).map(({ definition, example }): AssessmentEntry => ({
    definition,
    compiled: compile(definition),
    hash: contentHash(definition),
    example,
  }));
  const initiatives = inOrder(content.initiatives, (i) => i.id);
  const kpis = inOrder(content.kpis, (k) => k.id);
  return {
    assessments,
    initiatives,
    kpis,
    references: [...content.references],
    contradictions: [...content.contradictions],
    start: content.start,
    assessmentBySlug: new Map(assessments.map((a) => [a.definition.slug, a])),
    initiativeById: new Map(initiatives.map((i) => [i.id, i])),
    kpiById: new Map(kpis.map((k) => [k.id, k])),
    translations: byLanguage(content.translations),
  };
}

function byLanguage(translations: Parameters<typeof makeCatalog>[0]["translations"]): Translations {
  const found = new Map<Language, Map<string, Translation>>();
  for (const { language, subject, translation } of translations) {
    if (translation) found.set(language, (found.get(language) ?? new Map<string, Translation>()).set(subject, translation));
  }
  return found;
}

/** SHA-256 (hex) over the canonical JSON of a definition. */
export function contentHash(definition: Definition): string {
  return createHash("sha256").update(canonicalJson(definition)).digest("hex");
}

function inOrder<T>(list: readonly T[], key: (entry: T) => string): T[] {
  return [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
