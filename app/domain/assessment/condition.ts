import { type Answer, type Answers, answerTo } from "./answer.ts";
import { type Definition, type Item, optionsOf } from "./definition.ts";
import type { Condition } from "./reading-schemas.ts";

/**
 * Whether a condition holds. Only an answered item can make one hold: what was not said proves nothing, neither
 * that a practice is there nor that it is lacking.
 */
export function conditionHolds(definition: Definition, answers: Answers, condition: Condition): boolean {
  const item = definition.items.find((i) => i.id === condition.item);
  return item !== undefined && madeTrueBy(item, condition)(answerTo(answers, condition.item));
}

/** A condition made ready to be asked often: whether this answer to its item makes it hold. */
function madeTrueBy(item: Item, condition: Condition): (answer: Answer) => boolean {
  const says = saying(item, condition);
  return (answer) => answer.state === "answered" && says(answer.value);
}

type Value = string | number | string[];

function saying(item: Item, condition: Condition): (value: Value) => boolean {
  if ("has" in condition) return choosing(item, condition.has);
  if ("lacks" in condition) {
    const chooses = choosing(item, condition.lacks);
    return (value) => !chooses(value);
  }
  const given = "atMost" in condition ? condition.atMost : condition.atLeast;
  if (item.kind === "shift" || item.kind === "number") {
    if (typeof given !== "number") return () => false;
    return (value) => typeof value === "number" && ("atMost" in condition ? value <= given : value >= given);
  }
  if (item.kind !== "single") return () => false;
  const options = item.options;
  // Where there is no such option there is nothing to compare: NaN is neither below nor above anything.
  const bound = options.find((o) => o.id === given)?.value ?? NaN;
  const within = options.filter((o) => ("atMost" in condition ? o.value <= bound : o.value >= bound));
  const ids = new Set<Value>(within.map((o) => o.id));
  return (value) => ids.has(value);
}

/** Whether an option was chosen; an `all` option means every practice. */
function choosing(item: Item, id: string): (value: Value) => boolean {
  const options = optionsOf(item);
  const everything = options.filter((o) => o.all).map((o) => o.id);
  const isPractice = options.some((o) => o.id === id && !o.exclusive);
  return (value) => {
    const ids = Array.isArray(value) ? value : [String(value)];
    return everything.some((all) => ids.includes(all)) ? isPractice : ids.includes(id);
  };
}

/** A flag made ready to be asked often; `given` are the answers in the order of the items. */
export type ReadyFlag = { readonly id: string; readonly fires: (given: readonly Answer[]) => boolean };

/** The flags of a definition, in the order of the content. */
export function readyFlags({ items, flags }: Definition): ReadyFlag[] {
  const ready = (condition: Condition) => {
    const index = items.findIndex((item) => item.id === condition.item);
    if (index === -1) return () => false;
    const holds = madeTrueBy(items[index]!, condition);
    return (given: readonly Answer[]) => holds(given[index]!);
  };
  return flags.map((flag) => {
    const conditions = ("anyOf" in flag ? flag.anyOf : flag.allOf).map(ready);
    const isEnough = "anyOf" in flag;
    return {
      id: flag.id,
      fires: (given) => (isEnough ? conditions.some((holds) => holds(given)) : conditions.every((holds) => holds(given))),
    };
  });
}
