import { describe, expect, it } from "vitest";
import { initiative } from "../../../tests/factories/plan-request.ts";
import { marked } from "../../../tests/factories/translation.ts";
import { type Initiative, initiativeSchema } from "../roadmap/initiative.ts";
import { rewordInitiative } from "./initiative-texts.ts";
import { entriesOf, type Reword } from "./text-entry.ts";

const mark: Reword = (_place, texts) => marked(texts);
const bare = initiative("greet-first", { effort: { people: 2 }, raises: { one: "o1", many: ["p0"] }, requires: ["another"] });
const paid: Initiative = { ...bare, cost: { ...bare.cost, high: 10, free: "A list on paper" } };

describe("the texts of an initiative", () => {
  it("are all reached, and nothing else is", () => {
    expect(initiativeSchema.parse(paid)).toEqual(paid);
    expect(rewordInitiative(paid, mark)).toEqual({
      ...paid,
      title: "fi: Title of greet-first",
      problem: "fi: A problem.",
      done: "fi: Done.",
      effortReason: "fi: Because.",
      cost: { ...paid.cost, free: "fi: A list on paper" },
      chance: { value: 0.5, reason: "fi: Even." },
      pilot: "fi: A pilot.",
      byHand: "fi: By hand.",
      hypothesis: "fi: A hypothesis.",
      refutedBy: "fi: A refutation.",
      checklist: ["fi: a", "fi: b", "fi: c", "fi: d", "fi: e"],
      owner: "fi: Somebody",
    });
  });

  it("have none of a free form where there is none", () => {
    expect(rewordInitiative(bare, mark).cost).toEqual(bare.cost);
    expect(rewordInitiative(bare, (_place, texts) => texts)).toEqual(bare);
  });

  it("are one entry in a file of its own, in the folder of the first pillar", () => {
    const entries = entriesOf((reword) => [paid, bare].map((one) => rewordInitiative(one, reword)));
    expect(entries[0]).toMatchObject({ key: "greet-first", file: "initiatives/process/greet-first", path: ["initiative"] });
    const keys = "title problem done effortReason free chance pilot byHand hypothesis refutedBy checklist owner";
    expect(entries.map(({ texts }) => Object.keys(texts).join(" "))).toEqual([keys, keys.replace("free ", "")]);
  });
});
