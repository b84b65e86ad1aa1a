import { type Answers, answerTo, type Evidence } from "../assessment/answer.ts";
import type { Item } from "../assessment/definition.ts";
import type { ReferenceSet } from "../benchmark/reference-set.ts";
import { type ReferenceView, referenceViews } from "../benchmark/reference-views.ts";
import type { Contradiction } from "../assessment/contradiction.ts";
import type { Words } from "../../words/say.ts";
import type { Pillar } from "../assessment/vocabulary.ts";
import type { Band } from "../scoring/band.ts";
import type { Compiled } from "../scoring/compile.ts";
import type { Overall, PartScore, Score } from "../scoring/score.ts";
import { answerText } from "./answer-text.ts";
import type { CarriedNote } from "./carried-notes.ts";
import { type ContradictionView, contradictionViews } from "./contradiction-views.ts";
import { gapsByWeight } from "./gaps.ts";
import { capital, readingBand, whyNotPublished } from "./part-reading.ts";
import { type ReadoutView, readoutViews } from "./readouts.ts";

export type PartView<Id extends string = string> = Omit<PartScore, "id" | "missing" | "findOut" | "reason" | "counts"> & {
  id: Id;
  title: string;
  summary: string | null;
  critical: boolean;
  weight: number | null;
  /** The written reading for this score; null without a published score. */
  reading: string | null;
  why: string | null;
  /** Titles of the dimensions that carry it, the first of the chain first; empty when none does. */
  carriers: string[];
  /** What it counts as where it is carried, 0..100; null when it is not carried or has no published score. */
  counts: number | null;
};

export type TraceView = {
  item: string;
  pillars: Pillar[];
  question: string;
  answer: string;
  /** The respondent's own words, and where the proof is; null when not given. */
  comment: string | null;
  evidence: Evidence | null;
  /** Null where it was given here, or was too old to count. */
  carried: CarriedNote | null;
  /** How many places a ranking has; null of any other kind, and where it was not answered. */
  places: number | null;
  x: number | null;
  weight: number;
  contribution: number | null;
};

export type GapView = { item: string; question: string; answer: string; why: string; dimension: string; points: number; gate: boolean };

/** Everything a result page or report says, as plain data. Figures are unrounded; rounding happens where they are shown. */
export type ResultView = {
  slug: string;
  version: number;
  title: string;
  shortTitle: string;
  ends: { from: string; to: string };
  levels: { name: string; cut: number; paragraph: string }[];
  overall: Overall;
  /** The answer in one sentence. */
  headline: string;
  band: Band | null;
  evidenced: number | null;
  heldBackBy: string[];
  leftOut: string[];
  dimensions: PartView[];
  pillars: PartView<Pillar>[];
  strong: { title: string; score: number; clause: string }[];
  gaps: GapView[];
  findOut: { question: string; evidence: string }[];
  flags: { id: string; title: string; text: string }[];
  contradictions: ContradictionView[];
  readouts: ReadoutView[];
  /** What others published beside it; never in one table or chart with anything measured here. */
  references: ReferenceView[];
  trace: { dimension: string; lines: TraceView[] }[];
};

const GAPS_SHOWN = 3;
const STRONG_FROM = 60;

/** Turns figures into what the page says, in the language of `words`. `contradictions` are those that fired; `evidenced` is of `evidencedScore`. */
export function resultView(
  compiled: Compiled,
  answers: Answers,
  scored: {
    score: Score;
    band: Band | null;
    contradictions: readonly Contradiction[];
    evidenced: number | null;
    carried?: Readonly<Record<string, CarriedNote>>;
    references?: readonly ReferenceSet[];
  },
  words: Words,
): ResultView {
  const { definition } = compiled;
  const { score, band, evidenced } = scored;
  const itemOf = (id: string) => compiled.itemById.get(id)!.item;
  const question = (id: string) => itemOf(id).text;
  const titleOf = (id: string) => definition.dimensions.find((d) => d.id === id)!.title;
  const dimensions = score.dimensions.map((part, i): PartView => {
    const { title, summary, critical, weight } = definition.dimensions[i]!;
    const carriers = carriersOf(compiled, i);
    const reading = part.published ? definition.readings[part.id]![readingBand(part.score!)] : null;
    return {
      ...shown(part),
      title,
      summary,
      critical,
      weight,
      reading,
      why: whyNotPublished(part, question, carriers.at(-1) ?? null, words),
      carriers,
      counts: part.counts ?? null,
    };
  });
  return {
    slug: definition.slug,
    version: definition.version,
    title: definition.title,
    shortTitle: definition.shortTitle,
    ends: definition.line,
    levels: definition.levels.map(({ name, cut, paragraph }) => ({ name, cut, paragraph })),
    overall: score.overall,
    headline: headlineOf(compiled, score, words),
    band,
    evidenced,
    heldBackBy: score.overall.heldBackBy.map(titleOf),
    leftOut: score.overall.leftOut.map(titleOf),
    dimensions,
    pillars: score.pillars
      .filter((part) => compiled.items.some((c) => c.item.pillars.includes(part.id as Pillar)))
      .map((part): PartView<Pillar> => ({
        ...shown(part),
        id: part.id as Pillar,
        title: words.say(`terms:${part.id as Pillar}`),
        summary: null,
        critical: false,
        weight: null,
        reading: null,
        why: whyNotPublished(part, question, null, words),
        carriers: [],
        counts: null,
      })),
    strong: strongest(score).map((part) => ({
      title: titleOf(part.id),
      score: part.score!,
      clause: capital(definition.readings[part.id]!.strength),
    })),
    gaps: gapsByWeight(compiled, answers)
      .slice(0, GAPS_SHOWN)
      .map((gap) => ({
        item: gap.item,
        question: question(gap.item),
        answer: answerText(itemOf(gap.item), answerTo(answers, gap.item), words),
        why: itemOf(gap.item).why,
        dimension: titleOf(gap.dimension),
        points: gap.points,
        gate: score.overall.heldBackBy.includes(gap.dimension),
      })),
    findOut: definition.items
      .filter((item) => answerTo(answers, item.id).state === "not_sure")
      .map((item) => ({ question: item.text, evidence: item.evidence })),
    flags: definition.flags.filter((f) => score.flags.includes(f.id)).map(({ id, title, text }) => ({ id, title, text })),
    contradictions: contradictionViews(scored.contradictions, { [definition.slug]: { definition, answers } }, words),
    readouts: readoutViews(definition, answers, score),
    references: referenceViews(scored.references ?? [], definition, answers, score, words),
    trace: definition.dimensions.map((d) => ({
      dimension: d.id,
      lines: score.trace
        .filter((line) => line.dimension === d.id)
        .map(({ item, pillars, x, weight, contribution }) => ({
          item,
          pillars,
          question: question(item),
          answer: answerText(itemOf(item), answerTo(answers, item), words),
          comment: answerTo(answers, item).comment ?? null,
          evidence: answerTo(answers, item).evidence ?? null,
          carried: countedNote(scored.carried?.[item]),
          places: x === null ? null : placesOf(itemOf(item)),
          x,
          weight,
          contribution,
        })),
    })),
  };
}

function carriersOf(compiled: Compiled, dimension: number): string[] {
  const carrier = compiled.carriers[dimension] ?? null;
  return carrier === null ? [] : [...carriersOf(compiled, carrier), compiled.definition.dimensions[carrier]!.title];
}

function placesOf(item: Item): number | null {
  return item.kind === "ranking" ? item.pick : null;
}

/** A note on an answer that was too old to count is for whoever can still answer. */
function countedNote(note: CarriedNote | undefined): CarriedNote | null {
  return note && note.said === null ? note : null;
}

function shown({ id, score, coverage, published }: PartScore) {
  return { id, score, coverage, published };
}

/** What a published part weighs in the overall score: a carried one no more than its carrier. */
function countedScore(part: PartScore): number {
  return part.counts ?? part.score!;
}

/** Published parts, the one that counts most first; of those that count alike, the one with the higher score of its own. */
function byCounted({ dimensions }: Score): PartScore[] {
  return dimensions.filter((d) => d.published).sort((a, b) => countedScore(b) - countedScore(a) || b.score! - a.score!);
}

function strongest(score: Score): PartScore[] {
  return byCounted(score).filter((part) => countedScore(part) >= STRONG_FROM);
}

/**
 * "You listen well, yet few act on it": the strongest and the weakest published dimension in the words of the content. A
 * part is never both: a strength is said only of one that counts 60 or more, a weakness only of one whose own score is less.
 */
function headlineOf(compiled: Compiled, score: Score, { say }: Words): string {
  const { readings } = compiled.definition;
  const [best] = strongest(score);
  const [worst, next] = byCounted(score)
    .reverse()
    .filter((part) => part.score! < STRONG_FROM);
  const strength = best && readings[best.id]!.strength;
  const weakness = worst && readings[worst.id]!.weakness;
  if (strength && weakness) return say("report:headlineBoth", { strength: capital(strength), weakness });
  if (weakness && next) return say("report:headlineWeak", { weakness: capital(weakness), next: readings[next.id]!.weakness });
  const clause = strength ?? weakness;
  return clause ? say("report:headlineOne", { clause: capital(clause) }) : say("report:headlineNone");
}
