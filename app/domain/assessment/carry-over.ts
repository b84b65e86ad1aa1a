import { type Answer, problemWith } from "./answer.ts";
import type { Definition } from "./definition.ts";

/** After so many days a carried answer has to be given again (content.md). */
const RECONFIRM_AFTER_DAYS = 90;
export const RECONFIRM_AFTER_MS = RECONFIRM_AFTER_DAYS * 24 * 3600 * 1000;

/** Where an answer comes from that was not given here: the assessment it was given in, and when. */
export type CarriedFrom = { assessment: string; on: Date };
/** An answer to a question that stands in several assessments, under the id they share. */
export type SharedAnswer = CarriedFrom & { shared: string; answer: Answer };
/** `stale`: too old to count; it is shown beside the question and has to be given again. */
export type CarriedAnswer = { answer: Answer; from: CarriedFrom; stale: boolean };

/** Whether an answer counts from one assessment to the next: a value, or that the thing does not exist here. "I don't know" is asked again. */
export function isCarried(answer: Answer): boolean {
  return answer.state === "answered" || answer.state === "not_applicable";
}

/**
 * The answers that a new response begins with, by item: for each shared question the latest answer, when it was given in
 * another assessment. Where it was given in this one, was "I don't know", or is one that this version of the question does
 * not offer, the question is asked again: what the latest answer took the place of does not count any more.
 */
export function carryOver(definition: Definition, given: readonly SharedAnswer[], now: Date): Record<string, CarriedAnswer> {
  const carried = definition.items.flatMap((item): [string, CarriedAnswer][] => {
    const latest = given
      .filter((g) => item.shared !== undefined && g.shared === item.shared && g.answer.state !== "blank")
      .reduce<SharedAnswer | null>((best, g) => (best && best.on >= g.on ? best : g), null);
    if (!latest || latest.assessment === definition.slug || !isCarried(latest.answer) || problemWith(item, latest.answer) !== null) return [];
    const { answer, assessment, on } = latest;
    return [[item.id, { answer, from: { assessment, on }, stale: now.getTime() - on.getTime() > RECONFIRM_AFTER_MS }]];
  });
  return Object.fromEntries(carried);
}
