import { type Answer, type Answers, answerTo } from "../assessment/answer.ts";
import { type Definition, type Item, optionsOf } from "../assessment/definition.ts";
import { PILLARS } from "../assessment/vocabulary.ts";
import type { Score } from "../scoring/score.ts";
import type { Words } from "../../words/say.ts";
import { answersOf, itemOf, type Provenance, type ReferenceFigure, type ReferenceSet, type ReferenceValue, valueProblems } from "./reference-set.ts";

/** What a published set says beside what was answered here, as plain data. Nothing in it is computed from both. */
export type ReferenceView = { provenance: Provenance; parts: ReferencePart[] };

export type ReferencePart =
  /** `own`, 0..100, unrounded; the figures with rising percentiles, a mean last. */
  | { kind: "score"; title: string; own: number; figures: { at: number | null; score: number }[] }
  /** `percent` as it was published; null where the source gives none of this answer. */
  | { kind: "share"; question: string; rows: { label: string; isOwn: boolean; percent: number | null }[] }
  /** Places from 1, null where there is none; in the source's order, without what neither names. The source places `named` of the question's `of` answers. */
  | { kind: "rank"; question: string; named: number; of: number; rows: RankRow[] };

export type RankRow = { label: string; yours: number | null; source: number | null };

/**
 * The sets of an assessment beside one result. A part that the answered version does not have as the set means it, or that was not answered
 * or has no published score, is left out, and so is a set of which nothing is left.
 */
export function referenceViews(sets: readonly ReferenceSet[], definition: Definition, answers: Answers, score: Score, words: Words): ReferenceView[] {
  return sets.flatMap((set) => {
    const { slug: _, values, ...provenance } = set;
    const unfit = new Set(valueProblems(values, definition).map(({ index }) => values[index]!.part));
    const parts = [...new Set(values.map(({ part }) => part))].filter((part) => !unfit.has(part));
    const views = parts.flatMap((part) => {
      const own = values.filter((value) => value.part === part);
      const item = itemOf(part, definition);
      return item ? ofItem(own, item, answerTo(answers, item.id), words) : ofScore(own, part, definition, score, words);
    });
    return views.length === 0 ? [] : [{ provenance, parts: views }];
  });
}

function ofScore(values: readonly ReferenceValue[], part: string, definition: Definition, score: Score, { say }: Words): ReferencePart[] {
  const { title, own } = scoreOf(part, definition, score, say);
  if (own === null) return [];
  const figures = values
    .map(({ kind, at, value }) => ({ at: kind === "percentile" ? Number(at) : null, score: value }))
    .sort((a, b) => (a.at ?? 100) - (b.at ?? 100));
  return [{ kind: "score", title, own, figures }];
}

function scoreOf(part: string, { dimensions }: Definition, score: Score, say: Words["say"]): { title: string; own: number | null } {
  const published = (all: Score["dimensions"], id: string) => {
    const found = all.find((each) => each.id === id);
    return found?.published ? found.score : null;
  };
  const dimension = dimensions.find(({ id }) => part === `dimension:${id}`);
  if (dimension) return { title: dimension.title, own: published(score.dimensions, dimension.id) };
  const pillar = PILLARS.find((each) => part === `pillar:${each}`);
  return pillar ? { title: say(`terms:${pillar}`), own: published(score.pillars, pillar) } : { title: say("reference:overall"), own: score.overall.score };
}

function ofItem(values: readonly ReferenceValue[], item: Item, answer: Answer, words: Words): ReferencePart[] {
  if (answer.state !== "answered") return [];
  const chosen = (Array.isArray(answer.value) ? answer.value : [answer.value]).map(String);
  const of = (kind: ReferenceFigure) => new Map(values.filter((value) => value.kind === kind).map(({ at, value }) => [at, value]));
  const [ranks, shares] = [of("rank"), of("share")];
  const answered = answersOf(item).map((at) => ({ at, label: labelOf(item, at, words) }));
  const question = item.text;
  const places = answered
    .map(({ at, label }): RankRow => ({ label, yours: chosen.includes(at) ? chosen.indexOf(at) + 1 : null, source: ranks.get(at) ?? null }))
    .filter(({ yours, source }) => yours !== null || source !== null)
    .sort((a, b) => (a.source ?? 99) - (b.source ?? 99) || (a.yours ?? 99) - (b.yours ?? 99));
  const percents = answered.map(({ at, label }) => ({ label, isOwn: chosen.includes(at), percent: shares.get(at) ?? null }));
  return [
    ...(ranks.size > 0 ? [{ kind: "rank" as const, question, named: ranks.size, of: answered.length, rows: places }] : []),
    ...(shares.size > 0 ? [{ kind: "share" as const, question, rows: percents }] : []),
  ];
}

function labelOf(item: Item, at: string, { say }: Words): string {
  if (item.kind === "shift") return item.positions[Number(at)]!;
  if (item.kind !== "scale") return optionsOf(item).find(({ id }) => id === at)!.label;
  if (Number(at) === item.min) return say("reference:scaleEnd", { at, label: item.minLabel });
  return Number(at) === item.max ? say("reference:scaleEnd", { at, label: item.maxLabel }) : at;
}
