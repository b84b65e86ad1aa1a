import { type ContentProblem, repeated } from "#app/domain/assessment/content-problem.ts";
import { checkInitiative, type KnownContent } from "#app/domain/roadmap/check-initiatives.ts";
import { type Initiative, initiativeSchema } from "#app/domain/roadmap/initiative.ts";
import { prerequisiteCycles } from "#app/domain/roadmap/prerequisite-cycles.ts";
import type { ContentFile } from "./list-content.server.ts";
import { readYaml } from "./read-yaml.server.ts";
import { inSource, type SourceProblem } from "./source-problem.server.ts";

export type LoadedInitiatives = {
  initiatives: Initiative[];
  /** Whether every file could be read. */
  complete: boolean;
  problems: SourceProblem[];
};

/** Reads and checks `initiatives/<pillar>/<id>.yaml`. */
export function loadInitiatives(directory: string, files: readonly ContentFile[], known: Omit<KnownContent, "initiatives">): LoadedInitiatives {
  const all = files.map((place) => ({
    place,
    ...readYaml(directory, `initiatives/${place.folder}/${place.name}.yaml`, initiativeSchema),
  }));
  const read = all.flatMap(({ place, source, value }) => (value ? [{ place, source, value }] : []));
  const unread = all.filter(({ value }) => value === null).map(({ place }) => place.name);
  const initiatives = read.map(({ value }) => value);
  const names = new Set([...initiatives.map(({ id }) => id), ...unread]);
  const references = read.flatMap(({ place, source, value }) => inSource(source, checkInitiative(value, place, { ...known, initiatives: names })));
  // A repeated id is told in the file that repeats it, so the path's first step is the file's position.
  const across: ContentProblem[] = [
    ...repeated(
      initiatives.map(({ id }) => id),
      "initiative",
      (i) => [i, "id"],
    ),
    ...prerequisiteCycles(initiatives).map((cycle) => cycleProblem(cycle, initiatives)),
  ];
  const located = across.flatMap(({ path: [file, ...path], ...rest }) => inSource(read[Number(file)]!.source, [{ path, ...rest }]));
  return {
    initiatives,
    complete: unread.length === 0,
    problems: [...all.flatMap(({ problems }) => problems), ...references, ...located],
  };
}

function cycleProblem(cycle: readonly string[], initiatives: readonly Initiative[]): ContentProblem {
  const [first, next = first] = cycle;
  const index = initiatives.findIndex(({ id }) => id === first);
  return {
    path: [index, "requires", initiatives[index]!.requires.indexOf(next!)],
    message: `prerequisites run in a circle: ${[...cycle, first].join(" -> ")}`,
    fix: "remove one of them",
  };
}
