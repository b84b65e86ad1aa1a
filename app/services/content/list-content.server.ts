import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";
import { PILLARS } from "#app/domain/assessment/vocabulary.ts";
import type { SourceProblem } from "./source-problem.server.ts";

/** An assessment's folder: its slug, the names of its question files, without `.yaml`, and whether it has a record of what was published. */
export type AssessmentFolder = { slug: string; questions: string[]; hasRecord: boolean };
/** An initiative's or KPI's file: `<folder>/<name>.yaml`. */
export type ContentFile = { folder: string; name: string };

export type ContentList = {
  assessments: AssessmentFolder[];
  initiatives: ContentFile[];
  kpis: ContentFile[];
  problems: SourceProblem[];
};

const TOP = ["assessments", "initiatives", "kpis", "contradictions.yaml", "start.yaml"];
const ASSESSMENT_FILES = ["assessment.yaml", "questions", "readings.yaml", "example.yaml", "published.yaml"];

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
  const yamlIn = (folder: string) => inside(folder, isYaml).map((name) => name.slice(0, -".yaml".length));

  inside("", (entry) => TOP.includes(entry.name));
  const assessments = inside("assessments", (entry) => entry.isDirectory()).map((slug) => {
    const files = inside(`assessments/${slug}`, (entry) => ASSESSMENT_FILES.includes(entry.name));
    return { slug, questions: yamlIn(`assessments/${slug}/questions`), hasRecord: files.includes("published.yaml") };
  });
  const pillars = inside("initiatives", (entry) => entry.isDirectory() && (PILLARS as readonly string[]).includes(entry.name));
  const initiatives = pillars.flatMap((folder) => yamlIn(`initiatives/${folder}`).map((name) => ({ folder, name })));
  const kpis = yamlIn("kpis").map((name) => ({ folder: "kpis", name }));
  return { assessments, initiatives, kpis, problems };
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

function unexpected(file: string): SourceProblem {
  return { file, line: 1, message: "nothing reads this file", fix: "move, rename or remove it" };
}
