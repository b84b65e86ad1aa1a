import { describe, expect, it } from "vitest";
import { answered, definitionOf, dimension, NOT_APPLICABLE, NOT_SURE, multi, single } from "../../../tests/factories/definition.ts";
import { english } from "../../../tests/factories/english.ts";
import type { Answer } from "../assessment/answer.ts";
import type { Item } from "../assessment/definition.ts";
import { compile } from "../scoring/compile.ts";
import { differingAnswers, type HeldResponse } from "./differing-answers.ts";
import { portfolioView } from "./portfolio-view.ts";

const DAY = 24 * 3600 * 1000;
const day = (n: number, ms = 0) => new Date(Date.UTC(2026, 0, 1) + n * DAY + ms);
const OWNER: Item = { ...single("owner", "d", [0, 0.5, 1], { pillars: ["people"] }), shared: "owner" };

/** One answer to the shared question, in the assessment of this slug. */
function held(slug: string, answer: Answer, on: Date, rest: { draft?: boolean; givenIn?: string; item?: Item } = {}): HeldResponse {
  const item = rest.item ?? OWNER;
  const definition = { ...definitionOf([dimension("d")], [item], { slug }), shortTitle: `The ${slug}` };
  const origins = { [item.id]: { assessment: rest.givenIn ?? slug, on } };
  return { compiled: compile(definition), answers: { [item.id]: answer }, origins, draft: rest.draft ?? false };
}
const shown = (...responses: HeldResponse[]) =>
  differingAnswers(responses, english).map(({ view }) => view.answers.map(({ assessment, answer }) => `${assessment}: ${answer}`));
const A = held("a", answered("o0"), day(1));

describe("a shared question that was answered differently", () => {
  it("is shown with both answers, the latest first, whether they are submitted or not", () => {
    const later = held("b", answered("o2"), day(3), { draft: true });
    expect(differingAnswers([A, later], english)).toEqual([
      {
        view: {
          id: "shared-owner",
          text: "This question was answered in more than one assessment, and not alike. What was given last stands first.",
          rule: false,
          answers: [
            { slug: "b", assessment: "The b, not submitted yet", question: OWNER.text, answer: "Option 2" },
            { slug: "a", assessment: "The a", question: OWNER.text, answer: "Option 0" },
          ],
        },
        places: [
          { response: later, item: "owner" },
          { response: A, item: "owner" },
        ],
      },
    ]);
    expect(shown(later, A)).toEqual(shown(A, later));
    expect(shown({ ...A, draft: true }, later)).toEqual([["The b, not submitted yet: Option 2", "The a, not submitted yet: Option 0"]]);
    expect(shown(A, held("b", NOT_APPLICABLE, day(0)))).toHaveLength(1);
  });

  it("is none where all say the same, whatever they note, or one is not known", () => {
    expect(shown(A, held("b", answered("o0", { comment: "as told", confidence: "guess" }), day(3)))).toEqual([]);
    expect(shown(A, held("b", NOT_SURE, day(3)))).toEqual([]);
    expect(shown(A, held("b", { state: "blank" }, day(3)))).toEqual([]);
    expect(shown(A)).toEqual([]);
    expect(shown(A, held("b", answered("o2"), day(3), { item: single("owner", "d", [0, 0.5, 1]) }))).toEqual([]);
    const ticked: Item = { ...multi("owner", "d", [0.5, 0.5]), shared: "owner" };
    expect(shown(held("a", answered(["p0", "p1"]), day(1), { item: ticked }), held("b", answered(["p1", "p0"]), day(2), { item: ticked }))).toEqual([]);
  });

  it("is none where the earlier answer did not count any more: it counts for 90 days", () => {
    const a = day(1);
    expect(shown(A, held("b", answered("o2"), new Date(a.getTime() + 90 * DAY)))).toHaveLength(1);
    expect(shown(A, held("b", answered("o2"), new Date(a.getTime() + 90 * DAY + 1)))).toEqual([]);
  });

  it("speaks once for each assessment, with what was given there last; what was carried from it is no answer of its own", () => {
    const again = held("a", answered("o2"), day(5), { draft: true });
    expect(shown(A, again)).toEqual([]);
    expect(shown(A, again, held("b", answered("o0"), day(1), { givenIn: "a" }))).toEqual([]);
    // The same giving is named where it was made.
    const carried = held("b", answered("o0"), day(1), { givenIn: "a" });
    const other = held("c", answered("o1"), day(4));
    for (const list of [
      [A, carried, other],
      [carried, A, other],
    ])
      expect(shown(...list)).toEqual([["The c: Option 1", "The a: Option 0"]]);
  });

  it("makes both results less sure at the same scores, and counts a draft for nothing", () => {
    const submitted = (response: HeldResponse) => ({ ...response, submittedAt: day(9) });
    const b = held("b", answered("o2"), day(3));
    const [one, two] = portfolioView([submitted(A), submitted(b)], [], english).rows;
    expect([one!.score, two!.score]).toEqual([0, 100]);
    for (const row of [one!, two!]) expect(row.band!.levels.length).toBeGreaterThan(1);
    const beside = portfolioView([submitted(A)], [], english, [b]);
    expect(beside.contradictions).toHaveLength(1);
    expect(beside.rows).toHaveLength(1);
    expect(portfolioView([], [], english, [A, b])).toMatchObject({ rows: [], mean: null, contradictions: [{ id: "shared-owner" }] });
    expect(portfolioView([submitted(A)], [], english).rows[0]!.band!.levels).toHaveLength(1);
  });
});
