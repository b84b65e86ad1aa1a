import type { Words } from "../../words/say.ts";
import { type Contradiction, doubtedItems, firingContradictions } from "../assessment/contradiction.ts";
import { type Pillar, PILLARS } from "../assessment/vocabulary.ts";
import { type Band, scoreBand } from "../scoring/band.ts";
import { type DatedAssessment, portfolioPillars } from "../scoring/portfolio-pillars.ts";
import { score } from "../scoring/score.ts";
import { type ContradictionView, contradictionViews } from "./contradiction-views.ts";
import { differingAnswers } from "./differing-answers.ts";
import { pillarTakeaway } from "./pillar-takeaway.ts";

/** A submitted response; the latest of its assessment. */
export type PortfolioEntry = DatedAssessment & { readonly submittedAt: Date };

export type PortfolioRow = {
  slug: string;
  title: string;
  submittedAt: string;
  /** 0..100, unrounded; null when no part has one. */
  score: number | null;
  /** The level of the score, as the result names it; null with the score. */
  level: { number: number; name: string } | null;
  /** Where critical parts hold it below that level: the level reached, and the titles of these parts; null when none does. */
  held: { level: number; by: string[] } | null;
  /** Likeliest level over what is unsure, doubt from contradictions included; null when nothing can be drawn. */
  band: Pick<Band, "low" | "high" | "levels"> | null;
  /** In the order of PILLARS: the score, null where there is none, and how many questions name the pillar. */
  pillars: { score: number | null; questions: number }[];
};

export type PortfolioPillarView = {
  id: Pillar;
  title: string;
  score: number | null;
  coverage: number | null;
  published: boolean;
  questions: number;
  /** Questions left out because the same one is counted in another assessment. */
  countedOnce: number;
};

export type PortfolioView = {
  rows: PortfolioRow[];
  pillars: PortfolioPillarView[];
  /** What the pillars with a score say, in one sentence. */
  takeaway: string;
  /** Unweighted mean of the scores there are; null when there is none. */
  mean: number | null;
  contradictions: ContradictionView[];
  /** Whether these make a score less sure; not where they stand in drafts alone, or where there is no score. */
  doubtsScores: boolean;
};

/**
 * Everything a portfolio says, as plain data; figures are unrounded. Entries come latest first, one for each assessment. Drafts
 * are the responses that are not submitted yet: they count for nothing, but what they answer differently is shown.
 */
export function portfolioView(
  entries: readonly PortfolioEntry[],
  rules: readonly Contradiction[],
  words: Words,
  drafts: readonly DatedAssessment[] = [],
): PortfolioView {
  const answered = Object.fromEntries(entries.map(({ compiled: { definition }, answers }) => [definition.slug, { definition, answers }]));
  const contradictions = firingContradictions(rules, answered);
  const submitted = entries.map((entry) => ({ ...entry, draft: false }));
  const differing = differingAnswers([...submitted, ...drafts.map((draft) => ({ ...draft, draft: true }))], words);
  const doubted = submitted.map((entry) => {
    const inTwoMinds = differing.flatMap(({ places }) => places.filter(({ response }) => response === entry).map(({ item }) => item));
    return new Set([...doubtedItems(contradictions, entry.compiled.definition.slug), ...inTwoMinds]);
  });
  const rows = submitted.map((entry, i) => rowOf(entry, doubted[i]!));
  const pillars = portfolioPillars(entries).map(({ reason: _, ...pillar }) => ({ ...pillar, title: words.say(`terms:${pillar.id}`) }));
  const scores = rows.flatMap((row) => (row.score === null ? [] : [row.score]));
  return {
    rows,
    pillars,
    takeaway: pillarTakeaway(
      pillars.filter((p) => p.published),
      words,
    ),
    mean: scores.length === 0 ? null : scores.reduce((sum, s) => sum + s, 0) / scores.length,
    contradictions: [...contradictionViews(contradictions, answered, words), ...differing.map(({ view }) => view)],
    doubtsScores: rows.some(({ score }, i) => score !== null && doubted[i]!.size > 0),
  };
}

function rowOf({ compiled, answers, submittedAt }: PortfolioEntry, doubted: ReadonlySet<string>): PortfolioRow {
  const { slug, shortTitle, levels, items, dimensions } = compiled.definition;
  const { overall, pillars } = score(compiled, answers);
  const band = scoreBand(compiled, answers, doubted);
  const isHeld = overall.level !== null && overall.gatedLevel! < overall.level;
  return {
    slug,
    title: shortTitle,
    submittedAt: submittedAt.toISOString(),
    score: overall.score,
    level: overall.level === null ? null : { number: overall.level, name: levels[overall.level - 1]!.name },
    held: isHeld ? { level: overall.gatedLevel!, by: overall.heldBackBy.map((id) => dimensions.find((d) => d.id === id)!.title) } : null,
    band: band && { low: band.low, high: band.high, levels: band.levels },
    pillars: PILLARS.map((id) => ({
      score: pillars.find((p) => p.id === id && p.published)?.score ?? null,
      questions: items.filter((item) => item.pillars.includes(id)).length,
    })),
  };
}
