import type { Words } from "../../words/say.ts";
import { displayDate } from "../report/display.ts";
import type { Difference } from "../tenancy/differences.ts";
import { type Bet, BET_TEXTS, type Decision } from "./initiative-page-form.ts";

/** In what two people differ about who looks after an initiative, and by when. @param now with the name of its owner */
export function keepingDifferences(
  now: { owner: string | null; due: string | null },
  yours: { owner: string | null; due: string | null },
  words: Words,
): Difference[] {
  return differing(now, yours, ["owner", "due"], (of) => ({ owner: of.owner ?? words.say("initiatives:nobody"), due: dayInWords(of.due, words) }), words);
}

/** In what two people differ about what an initiative bets on. */
export function betDifferences(now: Bet, yours: Bet, words: Words): Difference[] {
  const { say } = words;
  const inWords = (of: Bet) => ({
    ...(Object.fromEntries(BET_TEXTS.map((name) => [name, of[name] ?? say("initiatives:notSaid")])) as Record<(typeof BET_TEXTS)[number], string>),
    measureOn: dayInWords(of.measureOn, words),
  });
  return differing(now, yours, [...BET_TEXTS, "measureOn"], inWords, words);
}

/** In what two people differ about what a measurement showed. */
export function decisionDifferences(now: Decision, yours: Decision, words: Words): Difference[] {
  const { say } = words;
  const inWords = ({ verdict, measured, decidedOn }: Decision) => ({
    verdict: say(`initiatives:verdict_${verdict ?? "open"}`),
    measured: measured ?? say("initiatives:notSaid"),
    decidedOn: dayInWords(decidedOn, words),
  });
  return differing(now, yours, ["verdict", "measured", "decidedOn"], inWords, words);
}

type Field = "owner" | "due" | keyof Bet | keyof Decision;

function differing<Of, Name extends Field>(
  now: Of,
  yours: Of,
  fields: readonly Name[],
  inWords: (of: Of) => Record<Name, string>,
  { say }: Words,
): Difference[] {
  const [saved, entered] = [inWords(now), inWords(yours)];
  const differ = fields.filter((field) => saved[field] !== entered[field]);
  return differ.map((field) => ({ field: say(`initiatives:${field as Field}`), savedNow: saved[field], yours: entered[field] }));
}

function dayInWords(day: string | null, { say, language }: Words): string {
  return day === null ? say("initiatives:noDay") : displayDate(day, language);
}
