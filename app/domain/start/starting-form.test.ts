import { describe, expect, it } from "vitest";
import { english } from "../../../tests/factories/english.ts";
import { readStartingForm } from "./starting-form.ts";
import type { StartingQuestions } from "./starting-questions.ts";

const question = (id: string) => ({
  id,
  text: `Which ${id}?`,
  options: ["one", "two", "three"].map((option) => ({ id: option, label: option, because: `it is ${option}`, points: { shop: 1 } })),
});
const START: StartingQuestions = { questions: [question("who"), question("what"), question("when")] };
const read = (query: string) => readStartingForm(START, new URLSearchParams(query), english);

describe("the answers in an address", () => {
  it("are none, and nothing is missing, before the form was sent", () => {
    expect(read("")).toEqual({ chosen: {}, problems: [], options: null });
    expect(read("campaign=spring")).toEqual({ chosen: {}, problems: [], options: null });
  });

  it("are missed, one by one, once it was sent", () => {
    expect(read("form_sent=yes").problems).toEqual(
      ["who", "what", "when"].map((field) => ({ field, question: `Which ${field}?`, message: "Choose an answer" })),
    );
    expect(read("form_sent=yes&what=two")).toMatchObject({ chosen: { what: "two" }, problems: [{ field: "who" }, { field: "when" }], options: null });
    expect(read("what=two").problems).toHaveLength(2);
  });

  it.each(["who=four", "who=", "who=one&who=two", "who=one&who=one", "who=constructor", "who=One"])("are only those that are offered: %s", (query) => {
    expect(read(`${query}&what=two&when=three`)).toEqual({
      chosen: { what: "two", when: "three" },
      problems: [{ field: "who", question: "Which who?", message: "Choose one of the answers shown" }],
      options: null,
    });
  });

  it("stand in the order of the questions", () => {
    const { chosen, problems, options } = read("when=three&who=one&what=two");
    expect({ chosen, problems }).toEqual({ chosen: { who: "one", what: "two", when: "three" }, problems: [] });
    expect(options!.map(({ because }) => because)).toEqual(["it is one", "it is two", "it is three"]);
  });
});
