import type { Words } from "../../words/say.ts";
import { areEqual } from "../agreement/role-weights.ts";
import type { AgreementBand, TeamGap, TeamPart, TeamResult } from "../agreement/team-result-shape.ts";
import type { RespondentRole } from "../tenancy/profile-choices.ts";
import { displayAmount, displayScore, inWords } from "./display.ts";
import { namesWithin } from "./names-within.ts";
import { type TeamNames, titlesOf } from "./team-names.ts";

/** What the figures of a team say, in sentences. */

/** The result in one sentence: where the team is, what holds it back, and which two roles see it most differently. */
export function teamHeadline(name: string, { overall, gaps }: TeamResult, names: TeamNames, words: Words): string {
  const { say, language } = words;
  const { mean, level, gatedLevel, heldBackBy } = overall;
  if (mean === null || level === null) return say("team:headlineNoScore", { name });
  const score = displayScore(mean, language);
  const held =
    gatedLevel !== null && gatedLevel < level
      ? say("team:headlineHeld", { name, score, level: gatedLevel, parts: namesWithin(titlesOf(names, heldBackBy), words) })
      : say("team:headlineScore", { name, score, level });
  const widest = gaps.filter(isClearOverall).sort((a, b) => Math.abs(b.overall.difference!) - Math.abs(a.overall.difference!))[0];
  return widest ? `${held}; ${say("team:headlineGap", gapWithin(widest, words))}` : held;
}

/** Whether two role groups see the whole differently: 0 is outside of the interval. */
export function isClearOverall({ overall: { difference, interval } }: Pick<TeamGap, "overall">): boolean {
  return difference !== null && interval !== null && (interval.low > 0 || interval.high < 0);
}

/** How two role groups see the whole. */
export function gapText(gap: TeamGap, words: Words): string {
  const { say, language } = words;
  const { difference, interval } = gap.overall;
  if (difference === null || interval === null) return say("team:gapNone");
  const [low, high] = [interval.low, interval.high].map((end) => displayScore(end, language)) as [string, string];
  if (!isClearOverall(gap)) return say("team:gapUnclear", { points: displayScore(difference, language), low, high });
  // The interval as that of who sees it higher.
  const ends = difference > 0 ? { low, high } : { low: displayScore(-interval.high, language), high: displayScore(-interval.low, language) };
  return upperFirst(say("team:gapHigher", { ...gapWithin(gap, words), ...ends }), words);
}

function gapWithin({ a, b, overall }: Pick<TeamGap, "a" | "b" | "overall">, { say, language }: Words) {
  const within = (role: RespondentRole) => say(`team:within_${role}`);
  const [higher, lower] = overall.difference! > 0 ? [a, b] : [b, a];
  return { higher: within(higher), lower: within(lower), points: displayScore(Math.abs(overall.difference!), language) };
}

/** What weighting the role groups changes, or why that is not said; and by which weights. */
export function weightedText({ mean, weighted }: TeamPart, { roleWeights }: Pick<TeamResult, "roleWeights">, words: Words): string {
  const { say, language } = words;
  if (weighted.reason === "no_weights") return say("team:weightedNone");
  if (weighted.mean === null || mean === null) {
    const groups = inWords(
      weighted.groups.map((group) => say(`team:within_${group}`)),
      language,
    );
    const missing = say(weighted.reason === "group_empty" ? "team:weightedEmpty" : "team:weightedHidden", { groups });
    return areEqual(roleWeights) ? missing : `${missing} ${weightsText(roleWeights, words)}`;
  }
  const shown = displayScore(weighted.mean, language);
  const points = displayScore(Math.abs(weighted.mean - mean), language);
  const isSame = displayScore(weighted.mean - mean, language) === displayScore(0, language);
  const difference = isSame
    ? say("team:weightedSame", { weighted: shown })
    : say(weighted.mean > mean ? "team:weightedHigher" : "team:weightedLower", { weighted: shown, points });
  return `${difference} ${weightsText(roleWeights, words)}`;
}

function weightsText(weights: TeamResult["roleWeights"], { say, language }: Words): string {
  if (areEqual(weights)) return say("team:weightsEqual");
  const { executive, manager, frontline } = weights;
  return say("team:weightsOther", {
    executive: displayAmount(executive, language),
    manager: displayAmount(manager, language),
    frontline: displayAmount(frontline, language),
  });
}

/** How far people agree: the band and the index behind it. */
export function agreementText({ agreement, band }: { agreement: number | null; band: AgreementBand | null }, { say, language }: Words): string {
  if (agreement === null || band === null) return say("team:noBand");
  return say("team:agreementOf", { band: say(`team:band_${band}`), agreement: displayAmount(agreement, language) });
}

function upperFirst(sentence: string, { language }: Words): string {
  return sentence.slice(0, 1).toLocaleUpperCase(language) + sentence.slice(1);
}
