import type { Answer, Answers, Said } from "../assessment/answer.ts";
import type { Definition, Item } from "../assessment/definition.ts";

/** Shares of items that somebody does not know, and that do not exist where they work. */
const NOT_SURE = 0.06;
const NOT_APPLICABLE = 0.02;
/** How far apart the answers of one person lie, as a share of the way. */
const SPREAD = 0.35;

/**
 * Invented answers of one person to every item of an assessment.
 * @param strength 0..1: how far along the way to the best answers they lie on average
 * @param random numbers in [0, 1); the same source gives the same answers
 */
export function syntheticAnswers(definition: Definition, strength: number, random: () => number): Answers {
  return Object.fromEntries(definition.items.map((item) => [item.id, answerOf(item, strength, random)]));
}

function answerOf(item: Item, strength: number, random: () => number): Answer {
  const draw = random();
  if (draw < NOT_SURE) return { state: "not_sure" };
  if (draw < NOT_SURE + NOT_APPLICABLE) return { state: "not_applicable" };
  const x = within(strength + (random() + random() - 1) * SPREAD);
  const confidence = random() < 0.25 ? ({ confidence: "guess" } as const) : random() < 0.5 ? ({ confidence: "fairly_sure" } as const) : {};
  const target = item.kind === "shift" ? { target: Math.min(item.positions.length - 1, placeOf(x, item.positions.length) + 1) } : {};
  return { state: "answered", value: valueOf(item, x), ...target, ...confidence };
}

/** The answer that lies nearest to a share of the way. */
function valueOf(item: Item, x: number): Said["value"] {
  switch (item.kind) {
    case "single":
      return item.options.reduce((best, option) => (Math.abs(option.value - x) < Math.abs(best.value - x) ? option : best)).id;
    case "multi": {
      const practices = item.options.filter(({ exclusive, all }) => !exclusive && !all);
      const chosen = practices.slice(0, Math.round(x * practices.length)).map(({ id }) => id);
      return chosen.length > 0 ? chosen : [(item.options.find(({ exclusive }) => exclusive) ?? practices[0]!).id];
    }
    case "scale": {
      const place = Math.round(x * (item.max - item.min));
      return item.reverse ? item.max - place : item.min + place;
    }
    case "shift":
      return placeOf(x, item.positions.length);
    case "number": {
      const { at } = item.anchors.reduce((best, anchor) => (Math.abs(anchor.value - x) < Math.abs(best.value - x) ? anchor : best));
      return at;
    }
    case "ranking":
      return [...item.options]
        .sort((a, b) => Math.abs(a.value - x) - Math.abs(b.value - x))
        .slice(0, item.pick)
        .map(({ id }) => id);
  }
}

const within = (x: number) => Math.min(1, Math.max(0, x));
const placeOf = (x: number, places: number) => Math.round(x * (places - 1));
