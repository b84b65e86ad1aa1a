import { type Answers, answerTo } from "../assessment/answer.ts";
import { pointsOfRises } from "../report/gaps.ts";
import type { Compiled } from "../scoring/compile.ts";
import { toNumber } from "../scoring/exact.ts";
import { overallFraction } from "../scoring/overall-fraction.ts";
import { addUp, type Reading, readAnswers } from "../scoring/tally.ts";
import { evidenceState } from "./evidence-state.ts";

/** What shows something of an item, and its last day (ISO date; null: none). */
export type ItemEvidence = { item: string; expires: string | null };
/** Items with evidence: whether any of it holds, or all of it has expired. */
export type EvidenceStanding = ReadonlyMap<string, "holds" | "expired">;

export type EvidencedScore = {
  /** 0..100, unrounded; null when no dimension is published. */
  claimed: number | null;
  /** The same formula, where an answered item without evidence that holds is worth 0. */
  evidenced: number | null;
  /** Points between the two, 0..100; null when there is no score. */
  distance: number | null;
  /** Answered items without evidence that holds: those whose evidence has expired first, then by what they would add; equals in the order of the questions. */
  audit: AuditLine[];
};

export type AuditLine = {
  item: string;
  /** Points of the evidenced score that evidence for this item alone would add; 0 for an item worth 0, and where its dimension does not count. */
  points: number;
  hasExpired: boolean;
};

/** Item values of several respondents, 0..1 by item id, for items that anybody answered; and what nobody could answer, for it does not apply. */
export type MeanValues = { values: Readonly<Record<string, number>>; notApplicable?: ReadonlySet<string> };

/** Millionths: a mean counts to that, which is a ten-thousandth of a point. */
const MEAN_UNIT = 1_000_000;

/** How the items stand on a day: one evidence that holds is enough. @param today ISO date */
export function evidenceStanding(entries: Iterable<ItemEvidence>, today: string): EvidenceStanding {
  const standing = new Map<string, "holds" | "expired">();
  for (const { item, expires } of entries) {
    if (evidenceState(expires, today) !== "expired") standing.set(item, "holds");
    else if (!standing.has(item)) standing.set(item, "expired");
  }
  return standing;
}

/** The links that were given with answers. */
export function evidenceOfAnswers(answers: Answers): ItemEvidence[] {
  return Object.keys(answers).flatMap((item) => {
    const { evidence } = answerTo(answers, item);
    return evidence ? [{ item, expires: evidence.expires ?? null }] : [];
  });
}

/** What one respondent claims and what of it is shown (method, section 3). Exact, as `score` is. */
export function evidencedScore(compiled: Compiled, answers: Answers, standing: EvidenceStanding): EvidencedScore {
  return ofReading(compiled, readAnswers(compiled, answers), standing);
}

/**
 * The same of the means of several. The claimed score is that of the means, each rounded to a millionth, and an item without a mean is
 * blank unless it does not apply.
 */
export function evidencedMeans(compiled: Compiled, { values, notApplicable = new Set() }: MeanValues, standing: EvidenceStanding): EvidencedScore {
  const meanOf = (id: string) => (Object.hasOwn(values, id) ? values[id]! : null);
  const reading: Reading = {
    given: compiled.items.map(({ id }) => ({ state: meanOf(id) === null && notApplicable.has(id) ? "not_applicable" : "blank" })),
    values: compiled.items.map(({ id }) => {
      const mean = meanOf(id);
      return mean === null ? null : Math.round(mean * MEAN_UNIT);
    }),
  };
  return ofReading({ ...compiled, unit: MEAN_UNIT }, reading, standing);
}

function ofReading(compiled: Compiled, reading: Reading, standing: EvidenceStanding): EvidencedScore {
  const { items } = compiled;
  const holds = items.map(({ id }) => standing.get(id) === "holds");
  const shown = addUp(compiled, { ...reading, values: reading.values.map((x, i) => (x === null || holds[i] ? x : 0)) }).dimensions;
  const [claimed, evidenced] = [addUp(compiled, reading).dimensions, shown].map((sums) => {
    const overall = overallFraction(compiled, sums);
    return overall === null ? null : toNumber(overall);
  }) as [number | null, number | null];
  const points = pointsOfRises(compiled, shown);
  const audit = items.flatMap((item, i): AuditLine[] => {
    const x = reading.values[i]!;
    if (x === null || holds[i]) return [];
    return [{ item: item.id, points: evidenced === null ? 0 : points(item, x), hasExpired: standing.get(item.id) === "expired" }];
  });
  audit.sort((a, b) => Number(b.hasExpired) - Number(a.hasExpired) || b.points - a.points);
  return { claimed, evidenced, distance: claimed === null || evidenced === null ? null : claimed - evidenced, audit };
}
