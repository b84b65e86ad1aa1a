import type { Said } from "./answer.ts";
import type { Item } from "./definition.ts";
import { typedNumber } from "./typed-number.ts";

/** What the reading of entered values has to know of an item; a question on the screen is one too. */
export type EnteredKind = Pick<Item, "kind"> & { readonly pick?: number };

export const PLACE_NAMES = ["First", "Second", "Third", "Fourth", "Fifth"];

/**
 * An answer in the making, as its fields say it: `given` are the options chosen, the figure typed or the places picked
 * (empty ones left out, at least one is there), `entered` the fields of the kind, word for word. The browser and the
 * server share it; whether the item takes the value is `problemWith`'s matter.
 */
export function valueOf(item: EnteredKind, given: readonly string[], entered: readonly string[]): Said {
  const first = given[0]!;
  switch (item.kind) {
    case "single":
      return { state: "answered", value: first };
    case "multi":
    case "ranking":
      return { state: "answered", value: [...given] };
    case "scale":
      return { state: "answered", value: Number(first) };
    case "number":
      return { state: "answered", value: typedNumber(first) ?? NaN };
    case "shift": {
      const wanted = entered[0] ?? "";
      return { state: "answered", value: Number(first), ...(wanted === "" ? {} : { target: Number(wanted) }) };
    }
  }
}

/**
 * What keeps entered values from being an answer at all, in words for the respondent; null when nothing does. A ranking
 * counts whole, a figure has to be readable, and a wish needs the place it starts from.
 */
export function whatIsMissing(item: EnteredKind, given: readonly string[], entered: readonly string[]): string | null {
  if (item.kind === "shift" && given.length === 0 && (entered[0] ?? "") !== "") return "say where you are today as well, or choose “No target”";
  if (item.kind === "number" && given.length > 0) return typedNumber(given[0]!) === null ? UNREADABLE : null;
  if (item.kind !== "ranking" || given.length === 0) return null;
  const pick = item.pick ?? given.length;
  const empty = PLACE_NAMES.slice(0, pick).filter((_, p) => (entered[p] ?? "").trim() === "");
  if (empty.length > 0) return `choose the ${empty.join(" and the ").toLowerCase()} as well: a ranking counts when it is whole`;
  const twice = given.findIndex((id, p) => given.indexOf(id) !== p);
  return twice === -1 ? null : `the ${PLACE_NAMES[twice]!.toLowerCase()} is chosen already: give each place to another answer`;
}

const UNREADABLE = "enter a number such as 12 or 2.5, with at most three decimals and no separator between thousands";
