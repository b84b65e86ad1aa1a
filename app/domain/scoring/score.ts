import { type Answer, type Answers, type AnswerState } from "../assessment/answer.ts";
import { PILLARS, type Pillar } from "../assessment/vocabulary.ts";
import type { Compiled } from "./compile.ts";
import { toNumber } from "./exact.ts";
import { gatedLevel, scoredLevel } from "./level.ts";
import { countedFractions, overallFraction, partFraction } from "./overall-fraction.ts";
import { coverage, type Unpublished, unpublishedBecause, unpublishedDimensions } from "./publication.ts";
import { addUp, type Reading, readAnswers, type Sums } from "./tally.ts";

/** Changes when a rule of this folder changes a figure; stored with every result. */
export const METHOD_VERSION = "1";

export type PartScore = {
  id: string;
  /** 0..100, unrounded; null when nothing was answered. */
  score: number | null;
  /** 0..1; null when nothing is applicable. */
  coverage: number | null;
  published: boolean;
  reason: Unpublished | null;
  /**
   * Only of a dimension that is carried by another: what it counts as in the overall score and the levels, its own score
   * or what its carrier counts as, whichever is smaller; null when it is not published.
   */
  counts?: number | null;
  /** Item ids that are blank, and those answered "I don't know". */
  missing: string[];
  findOut: string[];
};

export type TraceLine = {
  item: string;
  dimension: string;
  pillars: Pillar[];
  state: AnswerState;
  /** Item value 0..1; null unless answered. */
  x: number | null;
  weight: number;
  /** Points of the dimension's score that this item brings; they add up to it. Null unless answered. */
  contribution: number | null;
};

export type Overall = {
  /** 0..100, unrounded; null when no dimension is published. */
  score: number | null;
  /** 1..5 */
  level: number | null;
  gatedLevel: number | null;
  /** Critical dimensions that keep the gated level below the scored one. */
  heldBackBy: string[];
  /** Dimensions that are not part of the overall score because they are not published. */
  leftOut: string[];
};

export type Score = {
  overall: Overall;
  dimensions: PartScore[];
  pillars: PartScore[];
  flags: string[];
  trace: TraceLine[];
};

/**
 * Scores one respondent's answers (method, sections 3 and 4). Answers must have passed `checkAnswers`. Pure and exact:
 * the same answers give the same figures in any order, on any machine.
 */
export function score(compiled: Compiled, answers: Answers): Score {
  const { definition, unit } = compiled;
  const reading = readAnswers(compiled, answers);
  const sums = addUp(compiled, reading);
  const reasons = unpublishedDimensions(compiled, sums.dimensions);
  const counted = countedFractions(compiled, sums.dimensions);
  const dimensions = definition.dimensions.map((d, i): PartScore => {
    const own = part(d.id, sums.dimensions[i]!, unit, reasons[i]!);
    return compiled.carriers[i] == null ? own : { ...own, counts: counted[i] ? toNumber(counted[i]) : null };
  });
  const pillars = PILLARS.map((id, i) => part(id, sums.pillars[i]!, unit, unpublishedBecause(sums.pillars[i]!)));
  nameWhatIsOpen(compiled, reading, dimensions, pillars);
  return {
    overall: overallOf(compiled, sums.dimensions),
    dimensions,
    pillars,
    flags: compiled.flags.filter((flag) => flag.fires(reading.given)).map((flag) => flag.id),
    trace: traceOf(compiled, reading, sums.dimensions),
  };
}

export function overallOf(compiled: Compiled, sums: readonly Sums[]): Overall {
  const { definition } = compiled;
  const overall = overallFraction(compiled, sums);
  const counted = countedFractions(compiled, sums);
  const leftOut = definition.dimensions.filter((_, i) => counted[i] === null).map((d) => d.id);
  if (overall === null) return { score: null, level: null, gatedLevel: null, heldBackBy: [], leftOut };
  const gated = gatedLevel(definition, overall, counted);
  return {
    score: toNumber(overall),
    level: scoredLevel(definition, overall),
    gatedLevel: gated.level,
    heldBackBy: gated.heldBackBy,
    leftOut,
  };
}

/**
 * The overall score when only answers with unexpired evidence count and all other answers are worth 0; the distance
 * to the claimed score is the audit list. `today` is an ISO date.
 */
export function evidencedOverall(compiled: Compiled, answers: Answers, today: string): number | null {
  const { given, values } = readAnswers(compiled, answers);
  const evidenced = values.map((x, i) => (x === null || isEvidenced(given[i]!, today) ? x : 0));
  const overall = overallFraction(compiled, addUp(compiled, { given, values: evidenced }).dimensions);
  return overall === null ? null : toNumber(overall);
}

/** Whether an answer carries evidence that has not expired. `today` is an ISO date. */
export function isEvidenced(answer: Answer, today: string): boolean {
  if (!answer.evidence) return false;
  return answer.evidence.expires === undefined || answer.evidence.expires >= today;
}

function part(id: string, sums: Sums, unit: number, reason: Unpublished | null): PartScore {
  const exact = partFraction(sums, unit);
  return {
    id,
    score: exact === null ? null : toNumber(exact),
    coverage: coverage(sums),
    published: reason === null,
    reason,
    missing: [],
    findOut: [],
  };
}

/** Enters the open items into the lists of their dimension and pillars: they are few, the parts are many. */
function nameWhatIsOpen({ items }: Compiled, { given }: Reading, dimensions: readonly PartScore[], pillars: readonly PartScore[]): void {
  for (let i = 0; i < items.length; i++) {
    const { state } = given[i]!;
    if (state !== "blank" && state !== "not_sure") continue;
    const { id, dimension, pillars: own } = items[i]!;
    const list = state === "blank" ? "missing" : "findOut";
    dimensions[dimension]![list].push(id);
    for (const p of own) pillars[p]![list].push(id);
  }
}

function traceOf({ items, unit }: Compiled, { given, values }: Reading, sums: readonly Sums[]): TraceLine[] {
  return items.map((c, i) => {
    const x = values[i]!;
    return {
      item: c.id,
      dimension: c.item.dimension,
      pillars: c.item.pillars,
      state: given[i]!.state,
      x: x === null ? null : x / unit,
      weight: c.item.weight,
      contribution: x === null ? null : (100 * c.weight * x) / (unit * sums[c.dimension]!.answered),
    };
  });
}
