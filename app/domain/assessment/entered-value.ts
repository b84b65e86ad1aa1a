import type { Said } from "./answer.ts";
import type { Item } from "./definition.ts";
import { typedNumber } from "./typed-number.ts";

/** What the reading of entered values has to know of an item; a question on the screen is one too. */
export type EnteredKind = Pick<Item, "kind"> & { readonly pick?: number };

/** Counted from 1; a ranking has at most five. */
export const PLACES = [1, 2, 3, 4, 5] as const;
export type Place = (typeof PLACES)[number];
type LaterPlace = Exclude<Place, 1>;

/** What keeps entered values from being an answer at all: the fact alone, which `missingText` words. */
export type Missing = { what: "today" } | { what: "figure" } | { what: "places"; open: Place[] } | { what: "other-answer"; place: LaterPlace };

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
 * What keeps entered values from being an answer at all; null when nothing does. A ranking counts whole, a figure has to
 * be readable, and a wish needs the place it starts from.
 */
export function whatIsMissing(item: EnteredKind, given: readonly string[], entered: readonly string[]): Missing | null {
  if (item.kind === "shift" && given.length === 0 && (entered[0] ?? "") !== "") return { what: "today" };
  if (item.kind === "number" && given.length > 0) return typedNumber(given[0]!) === null ? { what: "figure" } : null;
  if (item.kind !== "ranking" || given.length === 0) return null;
  const pick = item.pick ?? given.length;
  const open = PLACES.filter((place) => place <= pick && (entered[place - 1] ?? "").trim() === "");
  if (open.length > 0) return { what: "places", open };
  const place = PLACES.find((place): place is LaterPlace => given.slice(0, place - 1).includes(given[place - 1]!));
  return place === undefined ? null : { what: "other-answer", place };
}
