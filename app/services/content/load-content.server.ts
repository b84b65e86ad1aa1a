import { z } from "zod";
import { checkContradictions } from "#app/domain/assessment/check-contradictions.ts";
import { checkShared } from "#app/domain/assessment/check-shared.ts";
import { contradictionSchema } from "#app/domain/assessment/contradiction.ts";
import type { KnownAssessments } from "#app/domain/assessment/known-assessments.ts";
import type { PublishedFile } from "#app/domain/assessment/published-record.ts";
import { checkInitiativeCoverage } from "#app/domain/roadmap/check-initiatives.ts";
import { checkStartingQuestions } from "#app/domain/start/check-starting-questions.ts";
import { startingQuestionsSchema } from "#app/domain/start/starting-questions.ts";
import { type Catalog, makeCatalog } from "./catalog.server.ts";
import { listContent } from "./list-content.server.ts";
import { loadAssessment, type LoadedAssessment } from "./load-assessment.server.ts";
import { loadInitiatives } from "./load-initiatives.server.ts";
import { loadKpis } from "./load-kpis.server.ts";
import { loadPublished } from "./load-published.server.ts";
import { loadReferences } from "./load-references.server.ts";
import { loadTranslations, type LoadedTranslation } from "./load-translations.server.ts";
import { readYaml } from "./read-yaml.server.ts";
import { inSource, type SourceProblem } from "./source-problem.server.ts";

export type { AssessmentEntry, Catalog } from "./catalog.server.ts";

/**
 * `published`: the records of published versions by slug; an assessment that was never published has none.
 * `translations`: what there is to translate and what is, for each language.
 */
export type LoadedContent =
  | { catalog: Catalog; published: ReadonlyMap<string, PublishedFile>; translations: LoadedTranslation[] }
  | { problems: SourceProblem[] };

/**
 * Reads and checks everything under the content directory. Either a catalogue in which every reference holds, or every
 * problem that was found, in order of file and line. Problems that only follow from an unreadable file are left out.
 */
export function loadContent(directory: string): LoadedContent {
  const files = listContent(directory);
  const assessments = files.assessments.map((folder) => loadAssessment(directory, folder));
  const records = assessments.flatMap((a, i) => (files.assessments[i]!.hasRecord ? [{ slug: a.slug, ...loadPublished(directory, a) }] : []));
  const kpis = loadKpis(directory, files.kpis);
  const known: KnownAssessments = new Map(assessments.map((a) => [a.slug, a.definition]));
  const initiatives = loadInitiatives(directory, files.initiatives, { assessments: known, kpis: kpis.names });
  const references = loadReferences(directory, files.references, known);
  const contradictions = readYaml(directory, "contradictions.yaml", z.array(contradictionSchema));
  const rules = contradictions.value ?? [];
  const start = readYaml(directory, "start.yaml", startingQuestionsSchema);
  const translations = loadTranslations(directory, files, {
    assessments,
    contradictions: contradictions.value,
    start: start.value,
    initiatives: initiatives.initiatives,
    kpis: kpis.kpis,
  });

  const problems = [
    ...files.problems,
    ...assessments.flatMap((a) => a.problems),
    ...records.flatMap((r) => r.problems),
    ...sharedProblems(assessments),
    ...kpis.problems,
    ...initiatives.problems,
    ...(initiatives.complete ? assessments.flatMap((a) => coverageProblems(a, initiatives.initiatives)) : []),
    ...contradictions.problems,
    ...inSource(contradictions.source, checkContradictions(rules, known)),
    ...references.problems,
    ...start.problems,
    ...(start.value ? inSource(start.source, checkStartingQuestions(start.value, known)) : []),
    ...translations.flatMap((t) => t.problems),
  ];
  if (problems.length > 0) return { problems: problems.sort(byFileAndLine) };
  return {
    catalog: makeCatalog({
      assessments: assessments.map((a) => ({ definition: a.definition!, example: a.example! })),
      initiatives: initiatives.initiatives,
      kpis: kpis.kpis,
      references: references.references,
      contradictions: rules,
      start: start.value!,
      translations,
    }),
    published: new Map(records.flatMap(({ slug, published }) => (published ? [[slug, published]] : []))),
    translations,
  };
}

function sharedProblems(assessments: readonly LoadedAssessment[]): SourceProblem[] {
  // By the folder: two definitions may claim the same slug.
  const definitions = assessments.flatMap(({ slug, definition }) => (definition ? [{ ...definition, slug }] : []));
  return checkShared(definitions).flatMap(({ slug, ...problem }) => assessments.find((a) => a.slug === slug)!.locate([problem]));
}

function coverageProblems({ slug, definition, locate }: LoadedAssessment, initiatives: Parameters<typeof checkInitiativeCoverage>[1]): SourceProblem[] {
  // Initiatives name the folder; a definition that disagrees with it is a problem told once.
  return definition ? locate(checkInitiativeCoverage({ ...definition, slug }, initiatives)) : [];
}

function byFileAndLine(a: SourceProblem, b: SourceProblem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line;
}
