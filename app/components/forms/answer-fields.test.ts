// @vitest-environment jsdom
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Answer } from "#app/domain/assessment/answer.ts";
import type { Item } from "#app/domain/assessment/definition.ts";
import { type QuestionView, questionScreen } from "#app/domain/assessment/question-screen.ts";
import { answered, BLANK, definitionOf, dimension, NOT_SURE, number, ranking, shift } from "../../../tests/factories/definition.ts";
import { english } from "../../../tests/factories/english.ts";
import { finnish } from "../../../tests/factories/finnish.ts";
import { WordsContext } from "#app/components/words/use-words.tsx";
import { AnswerFields } from "./answer-fields.tsx";
import { answerFromFields } from "./answer-from-fields.ts";
import { answerLabel } from "./answer-label.ts";
import { clearWhatItRulesOut } from "./clear-what-it-rules-out.ts";

function questionOf(item: Item): QuestionView {
  return questionScreen(definitionOf([dimension("d")], [item]), {}, {}, 1)!.sections[0]!.questions[0]!;
}

/** The fields in a form, as the server renders them. */
function formOf(item: Item, answer: Answer, entered?: string[], words = english) {
  const question = questionOf(item);
  const form = document.createElement("form");
  form.innerHTML = renderToStaticMarkup(createElement(WordsContext.Provider, { value: words }, createElement(AnswerFields, { question, answer, entered })));
  const field = (id: string) => form.querySelector<HTMLInputElement>(`[id="${id}"]`)!;
  const change = (id: string, act: (element: HTMLInputElement) => void) => {
    act(field(id));
    clearWhatItRulesOut(field(id), item.id);
  };
  return { form, field, change, said: () => answerFromFields(form, question) };
}

const check = (element: HTMLInputElement) => void (element.checked = true);
const type = (value: string) => (element: HTMLInputElement) => void (element.value = value);

describe("the fields of a shift", () => {
  const way = shift("way", "d", 4);

  it("are two groups with legends, nothing preselected", () => {
    const { form } = formOf(way, BLANK);
    expect([...form.querySelectorAll("legend")].map((legend) => legend.textContent)).toEqual(["Today", "Wanted in 12 months (optional)"]);
    expect(form.querySelectorAll("input:checked")).toHaveLength(0);
    expect(form.querySelectorAll("input[type=radio]")).toHaveLength(4 + 4 + 1 + 2);
  });

  it("say what was answered, and read it back", () => {
    for (const answer of [answered(1), answered(0, { target: 3 }), NOT_SURE, BLANK]) expect(formOf(way, answer).said()).toEqual(answer);
  });

  it("make no answer of a wish alone, and take the wish back", () => {
    const { change, said, field } = formOf(way, BLANK);
    change("way-target-3", check);
    expect(said()).toBeNull();
    change("way-2", check);
    expect(said()).toEqual(answered(1, { target: 2 }));
    change("way-target-none", check);
    expect(said()).toEqual(answered(1));
    change("way-target-1", check);
    change("way-not_sure", check);
    expect(said()).toEqual(NOT_SURE);
    expect(field("way-target-1").checked).toBe(false);
    change("way-target-4", check);
    expect(said()).toBeNull();
  });
});

describe("the field of a number", () => {
  const age = {
    ...number("age", "d", [
      [0, 1],
      [24, 0],
    ]),
    unit: "months" as const,
  };

  it("says its unit and range, takes a comma, and holds back what it cannot be", () => {
    const { form, change, said } = formOf(age, BLANK);
    expect(form.querySelector("label")!.textContent).toBe("Figure in months");
    expect(form.querySelector("#age-hint")!.textContent).toContain("From -10 to 34.");
    expect(form.querySelector("input")!.getAttribute("inputmode")).toBe("decimal");
    change("age-1", type("2,5"));
    expect(said()).toEqual(answered(2.5));
    for (const text of ["x", "1,000", "35"]) {
      change("age-1", type(text));
      expect(said()).toBeNull();
    }
    change("age-1", type(""));
    expect(said()).toEqual(BLANK);
  });

  it("says so in Finnish too", () => {
    const { form } = formOf(age, BLANK, undefined, finnish);
    expect(form.querySelector("label")!.textContent).toBe("Kuukausina");
    expect(form.querySelector("#age-hint")!.textContent).toBe("Vähintään \u221210, enintään 34. Voit kirjoittaa 2,5 tai 2.5.");
    expect(form.querySelector("label[for=age-not_sure]")!.textContent).toBe("En tiedä");
    expect(answerLabel(questionOf(age), answered(2.5), finnish)).toBe("2,5");
  });

  it("gives way to a way out, and the other way round", () => {
    const { change, said, field } = formOf(age, answered(3));
    change("age-not_sure", check);
    expect(said()).toEqual(NOT_SURE);
    expect(field("age-1").value).toBe("");
    change("age-1", type("4"));
    expect(said()).toEqual(answered(4));
    expect(field("age-not_sure").checked).toBe(false);
  });

  it("comes back with what was typed", () => {
    expect(formOf(age, answered(3), ["about 3"]).field("age-1").value).toBe("about 3");
  });
});

describe("the fields of a ranking", () => {
  const order = ranking("order", "d", 3, [1, 1, 1, 0]);

  it("are a labelled choice for each place, and an answer when all are made", () => {
    const { form, change, said } = formOf(order, BLANK);
    expect([...form.querySelectorAll("label > span:first-child")].map((label) => label.textContent).slice(0, 3)).toEqual(["First", "Second", "Third"]);
    expect(said()).toEqual(BLANK);
    change("order-1", type("r2"));
    expect(said()).toBeNull();
    change("order-2", type("r0"));
    change("order-3", type("r0"));
    expect(said()).toBeNull();
    change("order-3", type("r3"));
    expect(said()).toEqual(answered(["r2", "r0", "r3"]));
    change("order-not_applicable", check);
    expect(said()).toEqual({ state: "not_applicable" });
  });

  it("come back as they were posted, and as they were answered", () => {
    const values = (form: HTMLFormElement) => [...form.querySelectorAll("select")].map((select) => select.value);
    expect(values(formOf(order, BLANK, ["r2", "", "r2"]).form)).toEqual(["r2", "", "r2"]);
    expect(values(formOf(order, answered(["r1", "r0", "r3"])).form)).toEqual(["r1", "r0", "r3"]);
  });
});

it("what another device has answered is said in the words of the question", () => {
  expect(answerLabel(questionOf(shift("way", "d", 3)), answered(1, { target: 2 }), english)).toBe("Position 1; wanted: Position 2");
  expect(
    answerLabel(
      questionOf(
        number("age", "d", [
          [0, 1],
          [24, 0],
        ]),
      ),
      answered(2.5),
      english,
    ),
  ).toBe("2.5");
  expect(answerLabel(questionOf(ranking("order", "d", 2, [1, 1, 0])), answered(["r2", "r0"]), english)).toBe("1. Choice 2; 2. Choice 0");
  expect(answerLabel(questionOf(shift("way", "d", 3)), NOT_SURE, english)).toBe("I don’t know");
});
