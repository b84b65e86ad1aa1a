import type { ContentProblem } from "./content-problem.ts";
import type { Definition, Item } from "./definition.ts";
import { PILLARS } from "./vocabulary.ts";

/** A problem with a shared question, in the definition of `slug`; the path leads into that definition. */
export type SharedProblem = ContentProblem & { slug: string };

/**
 * Whether all items with the same `shared` ask the same: one kind, one text, the same answers with the same ids and
 * values, the same pillars; and whether each stands once in an assessment. The first in the order given is the model of the others.
 */
export function checkShared(definitions: readonly Definition[]): SharedProblem[] {
  const models = new Map<string, { slug: string; item: Item }>();
  return definitions.flatMap(({ slug, items }) =>
    items.flatMap((item, i): SharedProblem[] => {
      const { shared } = item;
      if (shared === undefined) return [];
      const model = models.get(shared);
      if (!model) {
        models.set(shared, { slug, item });
        return [];
      }
      const path = ["items", i];
      if (items.findIndex((other) => other.shared === shared) !== i) {
        const message = `the shared question "${shared}" stands twice in ${slug}`;
        return [{ slug, path: [...path, "shared"], message, fix: "keep one of the two" }];
      }
      const difference = differenceBetween(item, model.item);
      if (difference === null) return [];
      const message = `the shared question "${shared}" has another ${difference.what} than "${model.item.id}" in ${model.slug}`;
      return [{ slug, path: [...path, difference.key], message, fix: "make both the same, or give it another shared" }];
    }),
  );
}

function differenceBetween(item: Item, model: Item): { what: string; key: string } | null {
  if (item.kind !== model.kind) return { what: "kind", key: "kind" };
  if (item.text !== model.text) return { what: "text", key: "text" };
  const [answers, others] = [answersOf(item), answersOf(model)];
  const key = Object.keys(answers).find((k) => JSON.stringify(answers[k]) !== JSON.stringify(others[k]));
  if (key !== undefined) return { what: `set of answers (${key})`, key };
  // In a portfolio it counts for the pillars of one side: it must not matter which.
  return PILLARS.every((pillar) => item.pillars.includes(pillar) === model.pillars.includes(pillar)) ? null : { what: "list of pillars", key: "pillars" };
}

/** What can be answered and what it is worth, by the keys it is written under. Labels may differ. */
function answersOf(item: Item): Record<string, unknown> {
  switch (item.kind) {
    case "single":
      return { options: item.options.map(({ id, value }) => [id, value]) };
    case "multi":
      return { options: item.options.map(({ id, value, all, exclusive }) => [id, value, all, exclusive]) };
    case "scale":
      return { min: item.min, max: item.max, reverse: item.reverse };
    case "shift":
      return { positions: item.positions };
    case "number":
      return { unit: item.unit, min: item.min, max: item.max, anchors: item.anchors.map(({ at, value }) => [at, value]) };
    case "ranking":
      return { pick: item.pick, options: item.options.map(({ id, value }) => [id, value]) };
  }
}
