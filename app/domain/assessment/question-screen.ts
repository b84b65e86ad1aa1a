import { type Answer, type Answers, answerTo } from "./answer.ts";
import type { PostedAnswer } from "./answers-form.ts";
import { type Definition, type Item, optionsOf } from "./definition.ts";
import type { NumberUnit } from "./vocabulary.ts";
import { canonicalJson } from "../report/canonical-json.ts";
import { screensOf } from "./screens.ts";

export type QuestionView = {
  id: string;
  kind: Item["kind"];
  /** Its place in the whole assessment, from 1. */
  number: number;
  text: string;
  why: string;
  evidence: string;
  /** What the kind asks besides: the unit and range of a number, how many places of a ranking. */
  unit?: NumberUnit;
  range?: { min: number; max: number };
  pick?: number;
  /** The two ends of a shift. */
  ends?: { from: string; to: string };
  /** `alone`: cannot be combined with the others ("none of these", "all of these"). */
  options: { id: string; label: string; alone?: true }[];
  answer: Answer;
  /** Chosen beside the answer on a screen that came back; see `PostedAnswer`. */
  alsoChosen?: readonly string[];
  /** What its fields held on a screen that came back, word for word. */
  entered?: readonly string[];
  /** How often it was saved; 0: never. */
  revision: number;
  /** The stored answer this screen was made from, as text: what comes back equal to it was not changed here. */
  shown: string;
};

/** A screen of questions, grouped by dimension, with what was answered so far. */
export type QuestionScreen = {
  title: string;
  screen: number;
  screens: number;
  /** Numbers of the first and last question on the screen, and how many there are in all. */
  first: number;
  last: number;
  total: number;
  sections: { title: string; summary: string; questions: QuestionView[] }[];
};

/** The items of one screen, 1 being the first; null when there is no such screen. */
export function screenItems(definition: Definition, screen: number): Item[] | null {
  const ids = screensOf(definition)[screen - 1];
  return ids ? definition.items.filter((item) => ids.includes(item.id)) : null;
}

/** @returns null when there is no such screen */
export function questionScreen(
  definition: Definition,
  answers: Answers,
  revisions: Readonly<Record<string, number>>,
  screen: number,
  posted: Readonly<Record<string, Omit<PostedAnswer, "answer">>> = {},
  stored: Answers = answers,
): QuestionScreen | null {
  const items = screenItems(definition, screen);
  if (!items) return null;
  const numberOf = new Map(definition.items.map((item, i) => [item.id, i + 1]));
  const numbers = items.map((item) => numberOf.get(item.id)!);
  return {
    title: definition.title,
    screen,
    screens: screensOf(definition).length,
    first: Math.min(...numbers),
    last: Math.max(...numbers),
    total: definition.items.length,
    sections: definition.dimensions
      .filter((d) => items.some((item) => item.dimension === d.id))
      .map((d) => ({
        title: d.title,
        summary: d.summary,
        questions: items
          .filter((item) => item.dimension === d.id)
          .map((item) => ({
            ...askedOf(item, numberOf.get(item.id)!),
            answer: answerTo(answers, item.id),
            ...(posted[item.id]?.alsoChosen.length ? { alsoChosen: posted[item.id]!.alsoChosen } : {}),
            ...(posted[item.id]?.entered.length ? { entered: posted[item.id]!.entered } : {}),
            revision: revisions[item.id] ?? 0,
            shown: canonicalJson(answerTo(stored, item.id)),
          })),
      })),
  };
}

/** One question by itself, with the answer it shows. */
export function questionView({ items }: Definition, item: Item, answer: Answer): QuestionView {
  return { ...askedOf(item, items.indexOf(item) + 1), answer, revision: 0, shown: "" };
}

function askedOf(item: Item, number: number): Omit<QuestionView, "answer" | "revision" | "shown"> {
  const { id, kind, text, why, evidence } = item;
  return { id, kind, number, text, why, evidence, options: choicesOf(item), ...askedBesides(item) };
}

/** Which screen an item is on, from 1. */
export function screenOf(definition: Definition, itemId: string): number {
  return screensOf(definition).findIndex((ids) => ids.includes(itemId)) + 1;
}

/** What can be chosen for an item, in its order; of a scale its steps, of a shift its positions by number. */
export function choicesOf(item: Item): QuestionView["options"] {
  if (item.kind === "shift") return item.positions.map((label, position) => ({ id: String(position), label }));
  if (item.kind !== "scale") {
    return optionsOf(item).map((o) => ({ id: o.id, label: o.label, ...(o.exclusive || o.all ? { alone: true as const } : {}) }));
  }
  return Array.from({ length: item.max - item.min + 1 }, (_, i) => {
    const value = item.min + i;
    const note = value === item.min ? `: ${item.minLabel}` : value === item.max ? `: ${item.maxLabel}` : "";
    return { id: String(value), label: `${value}${note}` };
  });
}

function askedBesides(item: Item): Pick<QuestionView, "unit" | "range" | "pick" | "ends"> {
  switch (item.kind) {
    case "number":
      return { unit: item.unit, range: { min: item.min, max: item.max } };
    case "ranking":
      return { pick: item.pick };
    case "shift":
      return { ends: { from: item.from, to: item.to } };
    default:
      return {};
  }
}
