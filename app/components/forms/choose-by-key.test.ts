// @vitest-environment jsdom
import { createElement, type KeyboardEvent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, it } from "vitest";
import { questionScreen } from "#app/domain/assessment/question-screen.ts";
import { BLANK, definitionOf, dimension, number, shift } from "../../../tests/factories/definition.ts";
import { english } from "../../../tests/factories/english.ts";
import { WordsContext } from "#app/components/words/use-words.tsx";
import { AnswerFields } from "./answer-fields.tsx";
import { chooseByKey } from "./choose-by-key.ts";

const items = [
  shift("way", "d", 3),
  number("age", "d", [
    [0, 1],
    [24, 0],
  ]),
];

beforeEach(() => {
  const { questions } = questionScreen(definitionOf([dimension("d")], items), {}, {}, 1)!.sections[0]!;
  document.body.innerHTML = questions
    .map(
      (question) =>
        `<div data-question="${question.id}">${renderToStaticMarkup(createElement(WordsContext.Provider, { value: english }, createElement(AnswerFields, { question, answer: BLANK, entered: undefined })))}</div>`,
    )
    .join("");
});

const at = (id: string) => document.getElementById(id) as HTMLInputElement;

/** Presses a key where the focus is; says whether the key was taken. */
function press(id: string, key: string, more: Partial<KeyboardEvent> = {}): boolean {
  let taken = false;
  const event = { key, target: at(id), preventDefault: () => (taken = true), ...more };
  chooseByKey(event as unknown as KeyboardEvent<HTMLFormElement>);
  return taken;
}

it("chooses among the positions of today, or of what is wanted, where the focus is", () => {
  expect(press("way-1", "3")).toBe(true);
  expect(at("way-3").checked).toBe(true);
  expect(document.activeElement).toBe(at("way-3"));
  expect(press("way-target-1", "2")).toBe(true);
  expect(at("way-target-2").checked).toBe(true);
  expect(at("way-3").checked).toBe(true);
  expect(press("way-not_sure", "1")).toBe(true);
  expect(at("way-1").checked).toBe(true);
});

it("leaves other keys, keys that are not there, and typing alone", () => {
  for (const key of ["0", "a", "9", "Enter"]) expect(press("way-1", key)).toBe(false);
  expect(press("way-1", "2", { ctrlKey: true })).toBe(false);
  expect(press("age-1", "2")).toBe(false);
  expect(press("age-not_sure", "1")).toBe(false);
  expect(document.querySelectorAll("input:checked")).toHaveLength(0);
});
