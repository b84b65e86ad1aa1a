import { problemWith } from "../assessment/answer.ts";
import { type ContentProblem, repeated } from "../assessment/content-problem.ts";
import type { Definition, Item } from "../assessment/definition.ts";
import { type KnownAssessments, unknownAssessment } from "../assessment/known-assessments.ts";
import { numberValue } from "../scoring/number-value.ts";
import type { Initiative, InitiativePromise } from "./initiative.ts";

/** How many initiatives a planner needs to choose from, for every dimension of every assessment. */
export const INITIATIVES_PER_DIMENSION = 3;

/** What an initiative may refer to; ids of files that cannot be read count as known. */
export type KnownContent = {
  assessments: KnownAssessments;
  initiatives: ReadonlySet<string>;
  kpis: ReadonlySet<string>;
};

/** Checks one initiative, stored as `<folder>/<name>.yaml`. Paths lead into the initiative. */
export function checkInitiative(initiative: Initiative, place: { folder: string; name: string }, known: KnownContent): ContentProblem[] {
  const problems: ContentProblem[] = [];
  if (initiative.pillars[0] !== place.folder) {
    problems.push({
      path: ["pillars", 0],
      message: `the first pillar is ${initiative.pillars[0]}, the folder is ${place.folder}`,
      fix: "move the file or change the order of the pillars",
    });
  }
  if (initiative.id !== place.name) {
    problems.push({
      path: ["id"],
      message: `the id is "${initiative.id}", the file is called ${place.name}.yaml`,
      fix: "give both the same name",
    });
  }
  return [
    ...problems,
    ...repeated(initiative.pillars, "pillar", (i) => ["pillars", i]),
    ...unknownIds(initiative.requires, known.initiatives, "requires", "initiative"),
    ...unknownIds(initiative.kpis, known.kpis, "kpis", "KPI"),
    ...initiative.raises.flatMap((promise, i) => {
      const problem = problemWithPromise(promise, known.assessments);
      return problem ? [{ ...problem, path: ["raises", i, ...problem.path] }] : [];
    }),
    ...repeated(
      initiative.raises.map((promise) => `${promise.assessment}/${promise.item}`),
      "promise",
      (i) => ["raises", i],
    ),
  ];
}

function unknownIds(ids: readonly string[], known: ReadonlySet<string>, key: string, what: string): ContentProblem[] {
  const unknown = ids.flatMap((id, i) =>
    known.has(id) ? [] : [{ path: [key, i], message: `there is no ${what} "${id}"`, fix: "correct the id or remove it" }],
  );
  return [...repeated(ids, what, (i) => [key, i]), ...unknown];
}

function problemWithPromise(promise: InitiativePromise, assessments: KnownAssessments): ContentProblem | null {
  const definition = assessments.get(promise.assessment);
  if (definition === undefined) return unknownAssessment(promise.assessment, ["assessment"]);
  if (definition === null) return null;
  const item = definition.items.find((i) => i.id === promise.item);
  if (!item) {
    const message = `there is no item "${promise.item}" in ${definition.slug}`;
    return { path: ["item"], message, fix: "name an item of that assessment" };
  }
  const message = problemWith(item, { state: "answered", value: promise.to });
  if (message) return { path: ["to"], message: `"${item.id}" ${message}`, fix: "promise what the item offers" };
  return raisesNothing(item, promise.to)
    ? { path: ["to"], message: `"${item.id}" cannot be raised to its lowest answer`, fix: "promise a better answer" }
    : null;
}

/** Nobody can be below the lowest answer, so promising it is promising nothing. */
export function raisesNothing(item: Item, to: InitiativePromise["to"]): boolean {
  switch (item.kind) {
    case "scale":
      return to === (item.reverse ? item.max : item.min);
    case "shift":
      return to === 0;
    case "number":
      return numberValue(item, Number(to)) === 0;
    case "ranking": {
      const valueOf = (id: string) => item.options.find((option) => option.id === id)?.value ?? 0;
      const lowest = item.options.map((option) => option.value).sort((a, b) => a - b);
      // The first place weighs most, so the lowest ranking is the one that rises.
      return [to].flat().every((id, p) => valueOf(String(id)) === lowest[p]);
    }
    default: {
      const promised = [to].flat();
      return item.options.filter((option) => promised.includes(option.id)).every((option) => option.value === 0);
    }
  }
}

/** Dimensions that too few initiatives raise, and items that none does. Paths lead into the definition. */
export function checkInitiativeCoverage(definition: Definition, initiatives: readonly Initiative[]): ContentProblem[] {
  const raisedBy = raisersOf(definition, initiatives);
  const items = definition.items.flatMap(({ id }, i): ContentProblem[] =>
    raisedBy.has(id) ? [] : [{ path: ["items", i, "id"], message: `item "${id}" can be raised by no initiative`, fix: "add it to the raises of one" }],
  );
  const dimensions = definition.dimensions.flatMap((dimension, i): ContentProblem[] => {
    const inside = definition.items.filter((item) => item.dimension === dimension.id);
    const count = new Set(inside.flatMap(({ id }) => raisedBy.get(id) ?? [])).size;
    if (count >= INITIATIVES_PER_DIMENSION) return [];
    const message = `dimension "${dimension.id}" is raised by ${count} of at least ${INITIATIVES_PER_DIMENSION} initiatives`;
    return [{ path: ["dimensions", i], message, fix: "write more initiatives that raise its items" }];
  });
  return [...items, ...dimensions];
}

/** Item ids of an assessment and the ids of the initiatives that raise them; an item that none raises is absent. */
export function raisersOf({ slug }: Pick<Definition, "slug">, initiatives: readonly Pick<Initiative, "id" | "raises">[]): Map<string, string[]> {
  const raisers = new Map<string, string[]>();
  for (const { id, raises } of initiatives) {
    for (const { item } of raises.filter((promise) => promise.assessment === slug)) raisers.set(item, [...(raisers.get(item) ?? []), id]);
  }
  return raisers;
}
