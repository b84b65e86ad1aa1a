import { type ContentProblem, repeated } from "./content-problem.ts";
import type { ItemOf } from "./definition.ts";

/** Positions are different, and the best (the last) does not give itself away by its length. Paths lead into the item. */
export function checkShift({ id, positions }: ItemOf<"shift">): ContentProblem[] {
  const last = positions.length - 1;
  const others = Math.max(...positions.slice(0, last).map((label) => label.length));
  const twice = repeated(positions, `item "${id}": position`, (i) => ["positions", i]);
  const length = positions[last]!.length;
  if (length <= others) return twice;
  const message = `item "${id}": the last position is the longest (${length} characters, the others ${others} at most)`;
  return [...twice, { path: ["positions", last], message, fix: "shorten it or say more in another position" }];
}

/** Every reading has one value, 0 and 1 can both be reached, and better readings never lower it. Paths lead into the item. */
export function checkNumber({ id, min, max, anchors }: ItemOf<"number">): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const say = (path: ContentProblem["path"], message: string, fix: string) => void problems.push({ path, message: `item "${id}": ${message}`, fix });
  if (min >= max) say(["max"], `max ${max} is not above min ${min}`, "give a range with more than one reading");
  const falling = anchors[0]!.value > anchors.at(-1)!.value;
  anchors.forEach(({ at, value }, i) => {
    const before = anchors[i - 1];
    if (at < min || at > max) say(["anchors", i, "at"], `no reading can reach the anchor at ${at}`, `keep it from ${min} to ${max}`);
    if (before && at <= before.at) say(["anchors", i, "at"], `the anchor at ${at} is not above the one before`, "order the anchors by at, each once");
    if (before && (falling ? value > before.value : value < before.value)) {
      say(["anchors", i, "value"], `the value ${value} turns back`, "let the values only rise or only fall");
    }
  });
  for (const end of [0, 1]) {
    if (!anchors.some(({ value }) => value === end))
      say(["anchors"], `no anchor has the value ${end}`, `give the ${end === 1 ? "best" : "worst"} anchor the value ${end}`);
  }
  return problems;
}

/** The best ranking is worth exactly 1, and not every ranking is. Paths lead into the item. */
export function checkRanking({ id, pick, options }: ItemOf<"ranking">): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const say = (path: ContentProblem["path"], message: string, fix: string) => void problems.push({ path, message: `item "${id}": ${message}`, fix });
  if (options.length <= pick) say(["options"], `${options.length} options leave no choice when ${pick} are picked`, "add an option or pick fewer");
  const best = options.filter((option) => option.value === 1).length;
  if (best < pick)
    say(["options"], `${best} options have the value 1, and ${pick} are picked: 1 cannot be reached`, `give at least ${pick} options the value 1`);
  if (best === options.length) say(["options"], "every option has the value 1, so the ranking says nothing", "give an option a lower value");
  options.forEach(({ reference }, i) => {
    if (reference !== undefined) say(["options", i, "reference"], "the places of a survey do not stand here", "make a reference set of it, under references/");
  });
  return problems;
}
