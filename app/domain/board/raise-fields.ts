import { problemWith } from "../assessment/answer.ts";
import type { Item } from "../assessment/definition.ts";
import type { KnownAssessments } from "../assessment/known-assessments.ts";
import { typedNumber } from "../assessment/typed-number.ts";
import { raisesNothing } from "../roadmap/check-initiatives.ts";
import type { InitiativePromise } from "../roadmap/initiative.ts";

/**
 * How a form holds which answers an initiative raises: `raise.<assessment>.<item>` for each question, and under `to.<assessment>.<item>` the answer
 * reached: an option, a position or a figure; for several practices one field more for each (`.<option>`), for a ranking one for each place (`.1`).
 */
type Fields = Readonly<Record<string, string>>;
export type RaisedItem = { assessment: string; item: string };
const RAISE = /^raise\.([a-z][a-z0-9-]*)\.([a-z][a-z0-9-]*)$/;

export const raiseField = ({ assessment, item }: RaisedItem) => `raise.${assessment}.${item}`;
export const reachedField = ({ assessment, item }: RaisedItem) => `to.${assessment}.${item}`;

/** The questions that a form's fields name, each once, with the one that is to be added (`raiseMore`, as `<assessment>.<item>`) at the end. */
export function raisedIn(fields: Fields): RaisedItem[] {
  const more = fields["raiseMore"] ? [`raise.${fields["raiseMore"]}`] : [];
  return [...new Set([...Object.keys(fields), ...more])].flatMap((name) => {
    const [, assessment, item] = RAISE.exec(name) ?? [];
    return assessment !== undefined && item !== undefined ? [{ assessment, item }] : [];
  });
}

/** The promise of one question; null where nothing is chosen, or what raises nothing: nobody can be below the lowest answer. */
export function promiseIn(fields: Fields, raised: RaisedItem, assessments: KnownAssessments): InitiativePromise | null {
  const item = assessments.get(raised.assessment)?.items.find(({ id }) => id === raised.item);
  const to = item && reachedIn(fields, reachedField(raised), item);
  if (!item || to === undefined || to === null) return null;
  return problemWith(item, { state: "answered", value: to }) === null && !raisesNothing(item, to) ? { ...raised, to } : null;
}

function reachedIn(fields: Fields, name: string, item: Item): InitiativePromise["to"] | null {
  switch (item.kind) {
    case "single":
      return fields[name] || null;
    case "scale":
    case "shift":
    case "number":
      return typedNumber(fields[name] ?? "");
    case "multi":
      return item.options.filter(({ id }) => fields[`${name}.${id}`] !== undefined).map(({ id }) => id);
    case "ranking":
      return Array.from({ length: item.pick }, (_, place) => fields[`${name}.${place + 1}`] ?? "").filter((id) => id !== "");
  }
}

/** The fields that hold a promise. */
export function fieldsOfPromise({ to, ...raised }: InitiativePromise, item: Item | undefined): Record<string, string> {
  const name = reachedField(raised);
  const named = { [raiseField(raised)]: "yes" };
  if (!Array.isArray(to)) return { ...named, [name]: String(to) };
  const each = to.map((id, place): [string, string] => (item?.kind === "ranking" ? [`${name}.${place + 1}`, id] : [`${name}.${id}`, "yes"]));
  return { ...named, ...Object.fromEntries(each) };
}
