import type { Words } from "../../words/say.ts";
import { displayDate } from "../report/display.ts";
import type { Difference } from "../tenancy/differences.ts";
import { displayReading } from "./kpi-in-words.ts";
import type { KpiTerms, Targets } from "./kpi-terms.ts";

type Named = KpiTerms & { ownerName: string | null };

/** In what two people differ about a KPI. */
export function kpiDifferences(now: Named, yours: Named, words: Words): Difference[] {
  const { say } = words;
  const names = {
    ...{ name: say("kpis:name"), unit: say("kpis:unit"), definition: say("kpis:definition"), better: say("kpis:better"), cadence: say("kpis:cadence") },
    ...{ owner: say("kpis:owner"), baseline: say("kpis:baseline"), baselineOn: say("kpis:baselineOn") },
    ...{ worst: say("kpis:worst"), middle: say("kpis:middle"), best: say("kpis:best") },
  };
  return differing(names, termsInWords(now, words), termsInWords(yours, words));
}

function termsInWords(terms: Named, words: Words) {
  const { say, language } = words;
  const open = say("kpis:notSaid");
  const figure = (value: number | null | undefined) => (value === null || value === undefined ? open : displayReading(value, terms.unit, words));
  return {
    ...{ name: terms.name, unit: terms.unit || open, definition: terms.definition ?? open, owner: terms.ownerName ?? say("kpis:nobody") },
    better: say(terms.higherIsBetter ? "kpis:better_up" : "kpis:better_down"),
    cadence: say(`kpis:cadence_${terms.cadence}`),
    baseline: figure(terms.baseline),
    baselineOn: terms.baselineOn === null ? open : displayDate(terms.baselineOn, language),
    ...{ worst: figure(terms.anchors?.worst), middle: figure(terms.anchors?.middle), best: figure(terms.anchors?.best) },
  };
}

/** In which quarters two people's targets differ. */
export function targetDifferences(now: Targets, yours: Targets, unit: string, words: Words): Difference[] {
  const open = words.say("kpis:notSaid");
  const said = (targets: Targets, quarter: string) => (targets[quarter] === undefined ? open : displayReading(targets[quarter], unit, words));
  return [...new Set([...Object.keys(now), ...Object.keys(yours)])]
    .sort()
    .map((quarter) => ({ field: quarter, savedNow: said(now, quarter), yours: said(yours, quarter) }))
    .filter(({ savedNow, yours: entered }) => savedNow !== entered);
}

type Figure = { value: number; note: string | null };

/** In what two people differ about a reading. */
export function readingDifferences(now: Figure, yours: Figure, unit: string, words: Words): Difference[] {
  const { say } = words;
  const inWords = ({ value, note }: Figure) => ({ value: displayReading(value, unit, words), note: note ?? say("kpis:notSaid") });
  return differing({ value: say("kpis:value"), note: say("kpis:note") }, inWords(now), inWords(yours));
}

function differing<Field extends string>(names: Record<Field, string>, saved: Record<Field, string>, entered: Record<Field, string>): Difference[] {
  return (Object.keys(names) as Field[]).filter((at) => saved[at] !== entered[at]).map((at) => ({ field: names[at], savedNow: saved[at], yours: entered[at] }));
}
