import type { Words } from "../../words/say.ts";
import { type Contradiction, doubtedItems, firingContradictions } from "../assessment/contradiction.ts";
import { type Pillar, PILLARS } from "../assessment/vocabulary.ts";
import { type Band, scoreBand } from "../scoring/band.ts";
import { type DatedAssessment, portfolioPillars } from "../scoring/portfolio-pillars.ts";
import { score } from "../scoring/score.ts";
import { type ContradictionView, contradictionViews } from "./contradiction-views.ts";
import { pillarTakeaway } from "./pillar-takeaway.ts";

/** A submitted response; the latest of its assessment. */
export type PortfolioEntry = DatedAssessment & { readonly submittedAt: Date };

export type PortfolioRow = {
  slug: string;
  title: string;
  submittedAt: string;
  /** 0..100, unrounded; null when no part has one. */
  score: number | null;
  level: { number: number; name: string } | null;
  /** Likeliest level over what is unsure, doubt from contradictions included; null when nothing can be drawn. */
  band: Pick<Band, "low" | "high" | "levels"> | null;
  /** Score of each pillar in the order of PILLARS; null where it has none. */
  pillars: (number | null)[];
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
};

/** Everything a portfolio says, as plain data; figures are unrounded. Entries come latest first, one for each assessment. */
export function portfolioView(entries: readonly PortfolioEntry[], rules: readonly Contradiction[], words: Words): PortfolioView {
  const answered = Object.fromEntries(entries.map(({ compiled: { definition }, answers }) => [definition.slug, { definition, answers }]));
  const contradictions = firingContradictions(rules, answered);
  const rows = entries.map((entry) => rowOf(entry, contradictions));
  const pillars = portfolioPillars(entries).map(({ reason: _, ...pillar }) => ({ ...pillar, title: words.say(`terms:${pillar.id}`) }));
  const scores = rows.flatMap((row) => (row.score === null ? [] : [row.score]));
  return {
    rows,
    pillars,
    takeaway: pillarTakeaway(pillars.filter((p) => p.published)),
    mean: scores.length === 0 ? null : scores.reduce((sum, s) => sum + s, 0) / scores.length,
    contradictions: contradictionViews(contradictions, answered),
  };
}

function rowOf({ compiled, answers, submittedAt }: PortfolioEntry, contradictions: readonly Contradiction[]): PortfolioRow {
  const { slug, shortTitle, levels } = compiled.definition;
  const { overall, pillars } = score(compiled, answers);
  const band = scoreBand(compiled, answers, doubtedItems(contradictions, slug));
  return {
    slug,
    title: shortTitle,
    submittedAt: submittedAt.toISOString(),
    score: overall.score,
    level: overall.gatedLevel === null ? null : { number: overall.gatedLevel, name: levels[overall.gatedLevel - 1]!.name },
    band: band && { low: band.low, high: band.high, levels: band.levels },
    pillars: PILLARS.map((id) => pillars.find((p) => p.id === id && p.published)?.score ?? null),
  };
}
