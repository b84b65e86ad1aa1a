import type { Answer, Said } from "../assessment/answer.ts";
import type { Item } from "../assessment/definition.ts";
import { UNIT_TEXTS } from "../assessment/vocabulary.ts";

/** What was answered, in the words of the options. */
export function answerText(item: Item, answer: Answer): string {
  if (answer.state === "not_applicable") return "Does not apply to us";
  if (answer.state === "not_sure") return "I don’t know";
  if (answer.state === "blank") return "Not answered";
  const text = valueText(item, answer.value);
  if (item.kind !== "shift") return text;
  return answer.target === undefined ? `Today: ${text}` : `Today: ${text}; wanted: ${valueText(item, answer.target)}`;
}

/** One value of an item in words: a promised one too. */
export function valueText(item: Item, value: Said["value"]): string {
  const ids = [value].flat();
  switch (item.kind) {
    case "scale":
      return String(value);
    case "shift":
      return item.positions[Number(value)] ?? String(value);
    case "number":
      return readingText(Number(value), item.unit);
    case "ranking":
      return ids.map((id, p) => `${p + 1}. ${item.options.find((o) => o.id === id)?.label ?? id}`).join("; ");
    default:
      return item.options
        .filter((o) => ids.includes(o.id))
        .map((o) => o.label)
        .join("; ");
  }
}

/** A reading with its unit: "2.5 months", "1 day", "40 %"; as it was given, up to three decimals. */
export function readingText(reading: number, unit: keyof typeof UNIT_TEXTS): string {
  const { one, many } = UNIT_TEXTS[unit];
  const word = reading === 1 ? one : many;
  return word === "" ? String(reading) : `${reading} ${word}`;
}
