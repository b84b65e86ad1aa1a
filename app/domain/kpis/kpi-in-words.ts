import type { Words } from "../../words/say.ts";
import { displayDate, displayExact, displayMonth } from "../report/display.ts";
import type { ReadingPeriod } from "./reading-period.ts";
import { FEWEST_FOR_SIGNALS, type RunSignal } from "./run-signals.ts";
import type { TargetStanding } from "./target-standing.ts";

/** A no-break space, so that a figure stays with its unit. */
const TIED = "\u00a0";

/** A figure with its unit: "42.5 %", in Finnish "42,5 %"; three decimals at most. */
export function displayReading(value: number, unit: string, { language }: Pick<Words, "language">): string {
  const figure = displayExact(Math.round(value * 1000) / 1000, language);
  return unit === "" ? figure : `${figure}${TIED}${unit}`;
}

/** A month in words or a quarter by its name: "March 2027", "2027-Q1". */
export function periodInWords({ name, first }: ReadingPeriod, { language }: Pick<Words, "language">): string {
  return name.includes("Q") ? name : displayMonth(first, language);
}

/** "42 % is below its target for 2027-Q1 (50 %)." */
export function standingInWords(standing: TargetStanding | null, words: Words, unit: string): string {
  if (standing === null) return words.say("kpis:noTarget");
  return words.say(`kpis:target_${standing.stands}`, { quarter: standing.quarter, target: displayReading(standing.target, unit, words) });
}

/** What a run chart shows that is seldom chance alone, one sentence each, or that there is nothing, or too little to say. */
export function signalsInWords(signals: readonly RunSignal[], days: readonly string[], words: Words): string[] {
  const { say, language } = words;
  if (days.length < FEWEST_FOR_SIGNALS) return [say("kpis:tooFewReadings", { fewest: FEWEST_FOR_SIGNALS })];
  if (signals.length === 0) return [say("kpis:noSignal")];
  return signals.map((signal) => {
    const values = { points: signal.points, from: displayDate(days[signal.from]!, language), to: displayDate(days[signal.to]!, language) };
    return signal.kind === "shift" ? say(`kpis:shift_${signal.side}`, values) : say(`kpis:trend_${signal.way}`, values);
  });
}
