import type { Words } from "../../words/say.ts";
import type { Answer, Said } from "../assessment/answer.ts";
import type { Item } from "../assessment/definition.ts";
import type { NumberUnit } from "../assessment/vocabulary.ts";
import { displayExact } from "./display.ts";

/** What was answered, in the words of the options. */
export function answerText(item: Item, answer: Answer, words: Words): string {
  const { say } = words;
  if (answer.state === "not_applicable") return say("taking:notApplicable");
  if (answer.state === "not_sure") return say("taking:notSure");
  if (answer.state === "blank") return say("answering:notAnswered");
  const today = valueText(item, answer.value, words);
  if (item.kind !== "shift") return today;
  if (answer.target === undefined) return say("answering:todayOnly", { today });
  return say("answering:todayAndWanted", { today, wanted: valueText(item, answer.target, words) });
}

/** One value of an item in words: a promised one too. */
export function valueText(item: Item, value: Said["value"], words: Words): string {
  const ids = [value].flat();
  switch (item.kind) {
    case "scale":
      return String(value);
    case "shift":
      return item.positions[Number(value)] ?? String(value);
    case "number":
      return readingText(Number(value), item.unit, words);
    case "ranking":
      return ids.map((id, p) => `${p + 1}. ${item.options.find((o) => o.id === id)?.label ?? id}`).join("; ");
    default:
      return item.options
        .filter((o) => ids.includes(o.id))
        .map((o) => o.label)
        .join("; ");
  }
}

/** A reading with its unit where it has one: "2.5 months", "1 day", "40 %"; as it was given, up to three decimals. */
export function readingText(count: number, unit: NumberUnit, { say, language }: Words): string {
  const reading = displayExact(count, language);
  switch (unit) {
    case "percent":
      return say("answering:percent", { reading });
    case "months":
    case "days":
    case "hours":
    case "minutes":
      return say(`answering:${unit}`, { reading, count });
    default:
      return reading;
  }
}
