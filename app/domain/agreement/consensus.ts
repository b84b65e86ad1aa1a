import { z } from "zod";
import { type Answer, safeText } from "../assessment/answer.ts";
import type { Compiled } from "../scoring/compile.ts";
import { itemValue } from "../scoring/item-value.ts";
import { overallOf, type Overall } from "../scoring/score.ts";
import { partFraction } from "../scoring/overall-fraction.ts";
import { toNumber } from "../scoring/exact.ts";
import { unpublishedDimensions } from "../scoring/publication.ts";
import type { Sums } from "../scoring/tally.ts";
import type { TeamItem } from "./team-result-shape.ts";

/** What a team agreed on for an item after it had talked about it: an answer, and why. It stands beside the raw answers and changes none of them. */
export const LONGEST_REASON = 1000;
export const reasonSchema = safeText(LONGEST_REASON).trim().min(1);
const agreedSchema = z.enum(["answered", "not_applicable", "not_sure"]);

/** Answers that a team can agree on: a team that says nothing has agreed on nothing. */
export function isAgreed(answer: Answer): boolean {
  return agreedSchema.safeParse(answer.state).success;
}

export type Consensus = { item: string; answer: Answer };
export type AgreedScore = { overall: Overall; dimensions: { id: string; score: number | null; published: boolean }[] };

/** Item means are not whole numbers of an item's unit; this many times finer they are, to less than a millionth of a point. */
const FINER = 1000;

/**
 * The score of the team as one respondent: an item with a consensus takes its value, every other one the mean of the answers to it, and
 * dimensions and the whole follow by the same formula and the same rules of publication as those of a respondent (method, section 3).
 * Made of nothing but figures of the team result that are shown. An item whose mean is withheld counts as not answered.
 * It is not the mean of the respondents' scores, also where nothing was agreed on: who answered fewer questions weighs less here.
 * @param agreed in any order; items that are not in the assessment are left out
 * @returns scores 0..100, unrounded; null where too little was answered
 */
export function scoreWithConsensus(compiled: Compiled, items: readonly Pick<TeamItem, "id" | "mean">[], agreed: readonly Consensus[]): AgreedScore {
  const unit = compiled.unit * FINER;
  const fine = { ...compiled, unit };
  const means = new Map(items.map(({ id, mean }) => [id, mean]));
  const answers = new Map(agreed.map(({ item, answer }) => [item, answer]));
  const sums = compiled.definition.dimensions.map((): Sums => ({ value: 0, answered: 0, applicable: 0, total: 0 }));
  for (const item of compiled.items) {
    const answer = answers.get(item.id);
    const of = sums[item.dimension]!;
    const mean = means.get(item.id) ?? null;
    const x = answer ? (answer.state === "answered" ? itemValue(item, answer.value, compiled.unit) * FINER : null) : mean === null ? null : mean * unit;
    of.total += item.weight;
    if (answer?.state !== "not_applicable") of.applicable += item.weight;
    if (x === null) continue;
    of.answered += item.weight;
    of.value += Math.round(item.weight * x);
  }
  const reasons = unpublishedDimensions(compiled, sums);
  const dimensions = compiled.definition.dimensions.map(({ id }, i) => {
    const own = partFraction(sums[i]!, unit);
    return { id, score: own === null ? null : toNumber(own), published: reasons[i] === null };
  });
  return { overall: overallOf(fine, sums), dimensions };
}
