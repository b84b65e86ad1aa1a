import { chosenIn } from "#app/domain/board/own-initiative-form.ts";
import { raisedIn } from "#app/domain/board/raise-fields.ts";
import type { Named } from "#app/domain/board/own-in-words.ts";
import type { Item } from "#app/domain/assessment/definition.ts";
import type { Choice } from "./own-choices.server.ts";

type Question = {
  assessment: string;
  item: string;
  text: string;
  kind: "one" | "several" | "places" | "figure";
  places: number;
  options: { id: string; label: string }[];
};

/** The rows that a form's fields have chosen, in words: what it rests on, its KPIs, and the questions that it raises with the answers there are. */
export function chosenRows(fields: Readonly<Record<string, string>>, named: Named): { requires: Choice[]; kpis: Choice[]; raises: Question[] } {
  return {
    requires: chosenIn(fields, "requires").map((id) => ({ id, title: named.initiativeTitle(id) })),
    kpis: chosenIn(fields, "kpis").map((id) => ({ id, title: named.kpiTitle(id) })),
    raises: raisedIn(fields).flatMap(({ assessment, item }) => {
      const asked = named.assessments.get(assessment)?.items.find(({ id }) => id === item);
      return asked ? [{ assessment, item, text: asked.text, ...answersOf(asked) }] : [];
    }),
  };
}

function answersOf(item: Item): Pick<Question, "kind" | "places" | "options"> {
  switch (item.kind) {
    case "single":
      return { kind: "one", places: 0, options: item.options };
    case "shift":
      return { kind: "one", places: 0, options: item.positions.map((label, index) => ({ id: String(index), label })) };
    case "scale":
      return {
        kind: "one",
        places: 0,
        options: Array.from({ length: item.max - item.min + 1 }, (_, index) => String(item.min + index)).map((id) => ({ id, label: id })),
      };
    case "multi":
      return { kind: "several", places: 0, options: item.options };
    case "ranking":
      return { kind: "places", places: item.pick, options: item.options };
    case "number":
      return { kind: "figure", places: 0, options: [] };
  }
}
