import type { Words } from "../../words/say.ts";
import { canonicalJson } from "../report/canonical-json.ts";
import type { Difference } from "../tenancy/differences.ts";
import { fieldsOfWishes, type WishesEntered } from "./wishes-form.ts";

/** In what a scenario that somebody else has saved is not what was entered: its name and first quarter word for word, and of the rest how many fields. */
export function wishDifferences(now: WishesEntered, yours: WishesEntered, { say }: Words): Difference[] {
  const count = (one: WishesEntered, other: WishesEntered) => {
    const [its, others] = [fieldsOfWishes("", "", one.wishes), fieldsOfWishes("", "", other.wishes)];
    return Object.keys(its).filter((field) => its[field] !== others[field]).length;
  };
  const rows = [
    { field: say("scenarios:name"), savedNow: now.name, yours: yours.name },
    { field: say("scenarios:firstQuarter"), savedNow: now.firstQuarter, yours: yours.firstQuarter },
  ].filter(({ savedNow, yours: entered }) => savedNow !== entered);
  if (canonicalJson(now.wishes) === canonicalJson(yours.wishes)) return rows;
  const fields = (other: number) => say("scenarios:fieldsOfTheirOwn", { count: other });
  return [...rows, { field: say("scenarios:changeConflict"), savedNow: fields(count(now, yours)), yours: fields(count(yours, now)) }];
}
