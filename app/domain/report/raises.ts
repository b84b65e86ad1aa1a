import type { Words } from "../../words/say.ts";
import { type Answers, answerTo, type Said } from "../assessment/answer.ts";
import type { Initiative } from "../roadmap/initiative.ts";
import type { RaisedItem } from "../roadmap/raised-items.ts";
import { optionIds, practicesAmong, type PromisedValue, raisedValue, withinTarget } from "../roadmap/promise.ts";
import type { Compiled, CompiledItem } from "../scoring/compile.ts";
import { itemValue } from "../scoring/item-value.ts";
import { overallFraction } from "../scoring/overall-fraction.ts";
import type { AnsweredAssessment } from "../scoring/portfolio-pillars.ts";
import { tally } from "../scoring/tally.ts";
import { valueText } from "./answer-text.ts";
import { pointsOfRises } from "./gaps.ts";

/**
 * One answer that an initiative raises; `points` is what that alone would add to the overall score, 0 in a part that is left
 * out. `assessments`: short titles of those that ask it; empty where there is only one assessment, which needs no naming.
 */
export type RaiseView = { question: string; from: string; to: string; points: number; assessments: string[] };

/**
 * What an initiative would raise of these answers, by itself; what is there already is not listed. Most points first, in
 * points of the mean score where there are several assessments. A shared question that rises alike in several is one rise.
 */
export function raisesOf(initiative: Initiative, assessments: readonly AnsweredAssessment[], words: Words): RaiseView[] {
  const scored = assessments.filter(({ compiled, answers }) => overallFraction(compiled, tally(compiled, answers).dimensions) !== null).length;
  const rises = assessments
    .flatMap(({ compiled, answers }) => raisesIn(initiative, compiled, answers, words))
    .map(({ raise, twin }) => ({ twin, ...raise, points: raise.points / Math.max(1, scored) }));
  const joined = twinsJoined(rises);
  return (assessments.length > 1 ? joined : joined.map((raise) => ({ ...raise, assessments: [] }))).sort((a, b) => b.points - a.points);
}

/** A rise, and what another of the same question from the same answer to the same is known by, whatever language each is in. */
type Rise = { raise: RaiseView; twin: string };

function twinsJoined(rises: readonly (RaiseView & { twin: string })[]): RaiseView[] {
  const joined = new Map<string, RaiseView>();
  for (const { twin: name, ...rise } of rises) {
    const twin = joined.get(name);
    joined.set(name, twin ? { ...twin, points: twin.points + rise.points, assessments: [...twin.assessments, ...rise.assessments] } : rise);
  }
  return [...joined.values()];
}

function raisesIn(initiative: Initiative, compiled: Compiled, answers: Answers, words: Words): Rise[] {
  const { definition, unit } = compiled;
  const pointsOf = pointsOfRises(compiled, tally(compiled, answers).dimensions);
  return initiative.raises.flatMap((promise): Rise[] => {
    const item = promise.assessment === definition.slug ? compiled.itemById.get(promise.item) : undefined;
    const answer = answerTo(answers, promise.item);
    if (!item || answer.state !== "answered") return [];
    const today = itemValue(item, answer.value, unit);
    const raised = raisedValue(item, answer, [promise.to], unit);
    if (raised <= today) return [];
    const points = pointsOf(item, raised - today);
    return [
      {
        raise: {
          question: item.item.text,
          from: valueText(item.item, answer.value, words),
          to: reachedText(item, answer, promise.to, words),
          points,
          assessments: [definition.shortTitle],
        },
        twin: JSON.stringify([item.item.shared ?? [definition.slug, item.item.id], answer.value, promise.to]),
      },
    ];
  });
}

/** One answer that an initiative raises beside a plan, in words; `points` are those at its place, `sharedWith` ids of planned ones that promise some of the same. */
export type PlacedRise = { question: string; from: string; to: string; points: number; sharedWith: readonly string[]; assessments: string[] };

/**
 * What an initiative raises at its place in a plan, most points first. A shared question that rises alike in several assessments is one rise;
 * where there is one assessment only, `assessments` is empty.
 */
export function placedRises(raised: readonly RaisedItem[], initiative: Initiative, assessments: readonly AnsweredAssessment[], words: Words): PlacedRise[] {
  const joined = new Map<string, PlacedRise>();
  for (const { assessment, item: itemId, points, sharedWith } of raised) {
    const { compiled, answers } = assessments.find((a) => a.compiled.definition.slug === assessment)!;
    const item = compiled.itemById.get(itemId)!;
    const answer = answerTo(answers, itemId);
    const promise = initiative.raises.find((made) => made.assessment === assessment && made.item === itemId);
    if (!promise || answer.state !== "answered") continue;
    const twin = JSON.stringify([item.item.shared ?? [assessment, itemId], answer.value, promise.to, sharedWith]);
    const known = joined.get(twin);
    const named = assessments.length > 1 ? [compiled.definition.shortTitle] : [];
    joined.set(
      twin,
      known
        ? { ...known, points: known.points + points, assessments: [...known.assessments, ...named] }
        : {
            ...{ question: item.item.text, points, sharedWith, assessments: named },
            ...{ from: valueText(item.item, answer.value, words), to: reachedText(item, answer, promise.to, words) },
          },
    );
  }
  return [...joined.values()].sort((a, b) => b.points - a.points);
}

/** Where the answer will be: the promised option, or every practice there will then be. */
function reachedText(compiled: CompiledItem, today: Said, to: PromisedValue, words: Words): string {
  const { item } = compiled;
  if (item.kind !== "multi") return valueText(item, withinTarget(today, to), words);
  const practices = practicesAmong(compiled, [...(Array.isArray(today.value) ? today.value : []), ...optionIds(to)]);
  return item.options
    .filter((o) => practices.has(o.id))
    .map((o) => o.label)
    .join("; ");
}
