import type { Consensus } from "../agreement/consensus.ts";
import type { TeamItem } from "../agreement/team-result-shape.ts";
import type { Answer, Answers } from "../assessment/answer.ts";
import type { Definition, Item, ItemOf } from "../assessment/definition.ts";

/** Where the answer that a plan starts from is from; `none`: what was published of the team says too little to start from. */
export type StartingFrom = "consensus" | "middle" | "none";
export type MiddleAnswers = { readonly answers: Answers; readonly from: Readonly<Record<string, StartingFrom>> };

/**
 * One answer to each question for a whole team, so that a plan can start from it and anybody can score it again: what the team agreed on, and
 * where it agreed on nothing the answer in the middle. It is made of the published result alone, which holds nothing of fewer than five.
 *
 * - single, scale, shift: of all answers from the worst to the best the middle one; of two in the middle the worse;
 * - multi: every practice that at least half of those who answered named ("all of these" names each); where there is none, "none of these";
 * - number: the reading that is worth the mean of what the readings were worth, of several the smallest;
 * - ranking: none, for what was put first by whom is not published.
 *
 * "Not applicable" and "I don't know" are the middle answer where more than half of all respondents said so. Everything else is blank.
 */
export function middleAnswers(definition: Definition, items: readonly TeamItem[], agreed: readonly Consensus[]): MiddleAnswers {
  const published = new Map(items.map((item) => [item.id, item]));
  const consensus = new Map(agreed.map(({ item, answer }) => [item, answer]));
  const answers: Answers = {};
  const from: Record<string, StartingFrom> = {};
  for (const item of definition.items) {
    const settled = consensus.get(item.id);
    const its = settled ?? middleOf(item, published.get(item.id));
    from[item.id] = settled ? "consensus" : its ? "middle" : "none";
    if (its && its.state !== "blank") answers[item.id] = its.state === "answered" ? { state: "answered", value: its.value } : { state: its.state };
  }
  return { answers, from };
}

function middleOf(item: Item, team: TeamItem | undefined): Answer | null {
  if (!team) return null;
  const { states } = team;
  const all = states.answered + states.not_applicable + states.not_sure + states.blank;
  if (states.not_sure * 2 > all) return { state: "not_sure" };
  if (states.not_applicable * 2 > all) return { state: "not_applicable" };
  const value = valueOf(item, team);
  return value === null ? null : { state: "answered", value };
}

function valueOf(item: Item, { distribution, mean, states }: TeamItem): string | number | string[] | null {
  if (item.kind === "number") return mean === null ? null : readingWorth(item, mean);
  if (distribution === null || item.kind === "ranking") return null;
  const counts = new Map(distribution.map(({ option, count }) => [option, count]));
  switch (item.kind) {
    case "single":
      return inTheMiddle(
        [...item.options].sort((a, b) => a.value - b.value).map(({ id }) => id),
        counts,
      );
    case "scale": {
      const steps = Array.from({ length: item.max - item.min + 1 }, (_, i) => item.min + i);
      return numberInTheMiddle(item.reverse ? steps.reverse() : steps, counts);
    }
    case "shift":
      return numberInTheMiddle(
        item.positions.map((_, i) => i),
        counts,
      );
    case "multi":
      return practicesOfMost(item, counts, states.answered);
  }
}

/** @param worstFirst what can be said, from the worst to the best */
function inTheMiddle(worstFirst: readonly string[], counts: ReadonlyMap<string, number>): string | null {
  const all = worstFirst.reduce((sum, option) => sum + (counts.get(option) ?? 0), 0);
  let seen = 0;
  return worstFirst.find((option) => (seen += counts.get(option) ?? 0) * 2 >= all && seen > 0) ?? null;
}

function numberInTheMiddle(worstFirst: readonly number[], counts: ReadonlyMap<string, number>): number | null {
  const middle = inTheMiddle(worstFirst.map(String), counts);
  return middle === null ? null : Number(middle);
}

function practicesOfMost({ options }: ItemOf<"multi">, counts: ReadonlyMap<string, number>, answered: number): string[] | null {
  const everything = options.reduce((sum, option) => sum + (option.all ? (counts.get(option.id) ?? 0) : 0), 0);
  const practices = options.filter((option) => !option.exclusive && !option.all);
  const named = practices.filter(({ id }) => ((counts.get(id) ?? 0) + everything) * 2 >= answered).map(({ id }) => id);
  if (named.length > 0) return named;
  const none = options.find((option) => option.exclusive);
  return none ? [none.id] : null;
}

/** Between two anchors a value rises or falls evenly, and is the same beyond the outermost (method, section 2). */
function readingWorth({ anchors }: ItemOf<"number">, value: number): number {
  for (let k = 1; k < anchors.length; k++) {
    const [a, b] = [anchors[k - 1]!, anchors[k]!];
    if (value < Math.min(a.value, b.value) || value > Math.max(a.value, b.value)) continue;
    const share = a.value === b.value ? 0 : (value - a.value) / (b.value - a.value);
    return Math.round((a.at + share * (b.at - a.at)) * 1000) / 1000;
  }
  const nearest = [...anchors].sort((a, b) => Math.abs(a.value - value) - Math.abs(b.value - value) || a.at - b.at);
  return nearest[0]!.at;
}
