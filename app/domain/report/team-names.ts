import type { Definition, Item } from "../assessment/definition.ts";
import { choicesOf } from "../assessment/question-screen.ts";

/** What the figures of a team are called: the words of its assessment, by the ids that figures carry. */
export type TeamNames = {
  title: string;
  shortTitle: string;
  ends: { from: string; to: string };
  levels: { name: string; cut: number; paragraph: string }[];
  dimensions: { id: string; title: string; critical: boolean }[];
  items: {
    id: string;
    /** Its place in the assessment, from 1. */
    number: number;
    text: string;
    dimension: string;
    kind: Item["kind"];
    /** Empty for a number. */
    options: { id: string; label: string }[];
  }[];
};
export type TeamItemName = TeamNames["items"][number];

export function teamNames(definition: Definition): TeamNames {
  const { title, shortTitle, line, levels, dimensions, items } = definition;
  return {
    title,
    shortTitle,
    ends: line,
    levels: levels.map(({ name, cut, paragraph }) => ({ name, cut, paragraph })),
    dimensions: dimensions.map(({ id, title, critical }) => ({ id, title, critical })),
    items: items.map((item, i) => ({
      id: item.id,
      number: i + 1,
      text: item.text,
      dimension: item.dimension,
      kind: item.kind,
      options: item.kind === "number" ? [] : choicesOf(item).map(({ id, label }) => ({ id, label })),
    })),
  };
}

/** The titles of dimensions, in the order of the ids. */
export function titlesOf({ dimensions }: Pick<TeamNames, "dimensions">, ids: readonly string[]): string[] {
  return ids.map((id) => dimensions.find((d) => d.id === id)!.title);
}
