import { type Claim, claimOf, OTHERS_FOR } from "./claim.ts";
import { type Cohort, type Profile, cohortKey, cohortsOf, EVERYBODY, isIn, parentOf } from "./cohort.ts";
import { BINS, binOf, countOf, type Histogram, momentsOf, quantileOf, withoutOwn } from "./histogram.ts";
import { SMALLEST_BLOCK } from "./blocks.ts";
import { type CohortFigures, shrinkageWeight, shrunkMean } from "./shrinkage.ts";

/** Bars of a distribution that is shown: 20 of five points each. */
const BARS = 20;
const BINS_A_BAR = BINS / BARS;

/** Scores by part ("overall", "dimension:<id>", "pillar:<id>"), 0..100; absent: none. */
export type ScoresByPart = Readonly<Record<string, number>>;

/** What of the organisation that looks is in the published figures, and in which cohorts; null: nothing is. */
export type OwnInSnapshot = { readonly profile: Profile; readonly scores: ScoresByPart } | null;

/** The distributions of a cohort by part. */
export type Distributions = Readonly<Record<string, Histogram>>;

/** A cohort that the organisation is in, and whether there is something to see of it. */
export type CohortChoice = { readonly cohort: Cohort; readonly key: string } & (
  | { readonly state: "published"; readonly others: number }
  /** Of everybody: so many others share a result as yet. Of narrower cohorts nobody learns how many. */
  | { readonly state: "too_few"; readonly others: number; readonly needed: number }
  /** There may be enough, and what was said of it would tell of fewer than ten. */
  | { readonly state: "kept_back" }
);

export type CohortsInput = {
  readonly profile: Profile;
  /** Published cohorts by key, with how many are in each; null: there is no snapshot. */
  readonly published: ReadonlyMap<string, number>;
  /** Organisations that share a result, shown and waiting together, oneself as well where one is. */
  readonly sharing: number;
  readonly isSharing: boolean;
  readonly own: OwnInSnapshot;
};

/** The cohorts that an organisation may look at, everybody first: those it is in and no other. */
export function cohortChoices({ profile, published, sharing, isSharing, own }: CohortsInput): CohortChoice[] {
  const others = Math.max(0, sharing - (isSharing ? 1 : 0));
  const needed = SMALLEST_BLOCK - (isSharing ? 1 : 0);
  return cohortsOf(profile).map((cohort) => {
    const key = cohortKey(cohort);
    const n = published.get(key);
    if (n !== undefined) return { cohort, key, state: "published", others: n - (own && isIn(cohort, own.profile) ? 1 : 0) };
    // Of everybody alone it is known how many there are.
    return key === cohortKey(EVERYBODY) && others < needed ? { cohort, key, state: "too_few", others, needed } : { cohort, key, state: "kept_back" };
  });
}

/** The cohort that is shown: the one asked for, else that of everybody. Null: it is none of one's own, or there is nothing to see of it. */
export function chosenCohort(choices: readonly CohortChoice[], key: string | null): CohortChoice | null {
  const chosen = choices.find((choice) => choice.key === (key ?? cohortKey(EVERYBODY)));
  return chosen?.state === "published" ? chosen : null;
}

/** The nearest published cohort that a cohort is a part of; null for everybody, and where none is published. */
export function towards(cohort: Cohort, published: ReadonlyMap<string, number>): Cohort | null {
  const parent = parentOf(cohort);
  return parent === null || published.has(cohortKey(parent)) ? parent : towards(parent, published);
}

export type ComparedPart = {
  readonly part: string;
  /** One's own score; null: there is none, or it may not be shown. */
  readonly own: number | null;
  /** Others with a score here, without oneself. */
  readonly n: number;
  /** What may be said; null where one has no score to compare and the others are enough. */
  readonly claim: Claim | null;
  /** Of ten others and more, within a quarter of a point. */
  readonly median: number | null;
  /** First and third quartile of the others; of thirty and more. */
  readonly middleHalf: { readonly low: number; readonly high: number } | null;
  /** How many others in each five points, the last with 100; of ten others and more. */
  readonly bars: readonly number[] | null;
  /** Which of the bars one's own score falls into. */
  readonly here: number | null;
  /** Mean of the others; of ten and more. */
  readonly mean: number | null;
  /** Of 10 to 29 others: their mean drawn towards that of a wider cohort, which is worth so many organisations. */
  readonly shrunk: { readonly mean: number; readonly parentMean: number; readonly weight: number } | null;
};

export type ComparisonInput = {
  readonly parts: readonly string[];
  readonly scores: ScoresByPart;
  readonly own: OwnInSnapshot;
  readonly cohort: Cohort;
  readonly figures: Distributions;
  /** The cohort that this one is a part of; null: there is none to shrink to. */
  readonly parent: { readonly cohort: Cohort; readonly figures: Distributions } | null;
  /** By part, the cohorts beside this one under the same parent. */
  readonly siblings: Readonly<Record<string, readonly CohortFigures[]>>;
};

/** What is shown of each part. Of fewer than ten others there is no figure but how many there are. */
export function comparison({ parts, scores, own, cohort, figures, parent, siblings }: ComparisonInput): ComparedPart[] {
  const othersIn = (of: Cohort, published: Histogram | undefined, part: string): Histogram => {
    const mine = own && isIn(of, own.profile) ? own.scores[part] : undefined;
    if (published === undefined) return NOBODY;
    return mine === undefined ? published : withoutOwn(published, mine);
  };
  return parts.map((part) => {
    const others = othersIn(cohort, figures[part], part);
    const score = scores[part] ?? null;
    const n = countOf(others);
    const isSmall = n >= OTHERS_FOR.median && n < OTHERS_FOR.quartile;
    return {
      part,
      ...distributionOf(others, score),
      shrunk:
        isSmall && parent
          ? shrunkIn({ figures: figuresOf(others), parent: figuresOf(othersIn(parent.cohort, parent.figures[part], part)), siblings: siblings[part] ?? [] })
          : null,
    };
  });
}

/** The same of organisations of which none is oneself. */
export function summaryOf(part: string, histogram: Histogram): ComparedPart {
  return { part, ...distributionOf(histogram, null), shrunk: null };
}

const NOBODY: Histogram = { bins: new Array<number>(BINS).fill(0), sum: 0, squares: 0 };

function distributionOf(others: Histogram, score: number | null): Omit<ComparedPart, "part" | "shrunk"> {
  const n = countOf(others);
  const isEnough = n >= OTHERS_FOR.median;
  return {
    own: score,
    n,
    claim: score === null ? (isEnough ? null : { kind: "too_few", n, needed: OTHERS_FOR.median }) : claimOf(others, score),
    median: isEnough ? quantileOf(others, 0.5) : null,
    middleHalf: n >= OTHERS_FOR.quartile ? { low: quantileOf(others, 0.25)!, high: quantileOf(others, 0.75)! } : null,
    bars: isEnough ? barsOf(others) : null,
    here: score === null || !isEnough ? null : Math.floor(binOf(score) / BINS_A_BAR),
    mean: isEnough ? figuresOf(others).mean : null,
  };
}

function barsOf({ bins }: Histogram): number[] {
  return Array.from({ length: BARS }, (_, bar) => bins.slice(bar * BINS_A_BAR, (bar + 1) * BINS_A_BAR).reduce((all, count) => all + count, 0));
}

function figuresOf(histogram: Histogram): CohortFigures {
  const n = countOf(histogram);
  return { n, ...momentsOf({ ...histogram, n }) };
}

function shrunkIn(of: { figures: CohortFigures; parent: CohortFigures; siblings: readonly CohortFigures[] }): ComparedPart["shrunk"] {
  const { figures, parent, siblings } = of;
  if (figures.mean === null || parent.mean === null || parent.n < OTHERS_FOR.median) return null;
  const weight = shrinkageWeight([figures, ...siblings]);
  return { mean: shrunkMean(figures.n, figures.mean, parent.mean, weight), parentMean: parent.mean, weight };
}

/** How the best quarter of a cohort answered an item, and the others; means 0..1. */
export type BestItem = {
  readonly item: string;
  readonly best: { readonly n: number; readonly mean: number };
  readonly rest: { readonly n: number; readonly mean: number };
};

/**
 * What the best quarter does differently: the items it is furthest ahead in, those first. None where one side could be fewer than ten others:
 * oneself may be on either.
 */
export function furthestAhead(items: readonly BestItem[], { isOwnIn, most }: { isOwnIn: boolean; most: number }): BestItem[] {
  const least = OTHERS_FOR.median + (isOwnIn ? 1 : 0);
  const ahead = ({ best, rest }: BestItem) => best.mean - rest.mean;
  return items
    .filter((item) => item.best.n >= least && item.rest.n >= least && ahead(item) > 0)
    .sort((a, b) => ahead(b) - ahead(a) || (a.item < b.item ? -1 : 1))
    .slice(0, most);
}
