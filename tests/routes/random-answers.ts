import type { Answer, Answers } from "#app/domain/assessment/answer.ts";
import type { Definition, Item } from "#app/domain/assessment/definition.ts";

/** Answers by chance, all states and kinds; the same source of chance gives the same answers. @param isWhole whether every question is answered */
export function randomAnswers(definition: Definition, random: () => number, isWhole = false): Answers {
  const below = (n: number) => Math.floor(random() * n);
  const entries = definition.items.map((item): [string, Answer] => {
    const state = isWhole ? 9 : below(10);
    if (state === 0) return [item.id, { state: "not_applicable" }];
    if (state === 1) return [item.id, { state: "not_sure" }];
    if (state === 2) return [item.id, { state: "blank" }];
    const confidence = below(3) === 0 ? { confidence: "guess" as const } : {};
    const evidence = below(4) === 0 ? { evidence: { link: "https://example.com/record" } } : {};
    const target = item.kind === "shift" && below(2) === 0 ? { target: below(item.positions.length) } : {};
    return [item.id, { state: "answered", value: randomValue(item, below), ...target, ...confidence, ...evidence }];
  });
  return Object.fromEntries(isWhole ? entries : entries.filter(() => below(12) > 0));
}

function randomValue(item: Item, below: (n: number) => number): string | number | string[] {
  if (item.kind === "scale") return item.min + below(item.max - item.min + 1);
  if (item.kind === "single") return item.options[below(item.options.length)]!.id;
  if (item.kind === "shift") return below(item.positions.length);
  if (item.kind === "number") return Math.floor((item.min + (below(1001) / 1000) * (item.max - item.min)) * 1000) / 1000;
  if (item.kind === "ranking") {
    const left = item.options.map((o) => o.id);
    return Array.from({ length: item.pick }, () => left.splice(below(left.length), 1)[0]!);
  }
  const exclusive = item.options.find((o) => o.exclusive);
  if (exclusive && below(6) === 0) return [exclusive.id];
  const others = item.options.filter((o) => !o.exclusive);
  const chosen = others.filter(() => below(2) === 0).map((o) => o.id);
  return chosen.length > 0 ? chosen : [others[0]!.id];
}
