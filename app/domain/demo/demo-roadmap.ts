import { PILLARS } from "../assessment/vocabulary.ts";
import type { OwnInitiative } from "../board/own-initiative.ts";
import type { InitiativeState } from "../board/initiative-state.ts";
import { quarterAfter, quartersBetween } from "../cycles/period.ts";
import { daysOfQuarter, shiftDay } from "../kpis/reading-period.ts";
import { DEFAULT_SEED } from "../roadmap/plan-settings.ts";
import type { Wishes } from "../scenarios/wishes.ts";

/** How many quarters before the present one the plan was made and adopted, from the result of that quarter; it begins with the one after. */
export const ADOPTED_AGO = 4;
/** Days after the result that the plan starts from. */
export const DECIDED_AFTER = 12;
const QUARTERS = 6;

export const DEMO_SCENARIO = {
  name: "Example: four weeks a quarter",
  note: "Example. The board wants to see something finished every quarter, with the people there are.",
};

/** What is thought about for the time to come, with what earlier promises came to. */
export const DEMO_NEXT_SCENARIO = "Example: six weeks a quarter";

/** What a plan of the demonstration is asked for. @param cycle whose first result it starts from @param weeks person-weeks of each pool in a quarter */
export function demoWishes(assessment: string, cycle: string, { weeks, usesLedger }: { weeks: number; usesLedger: boolean }): Wishes {
  const everyQuarter = Array.from({ length: QUARTERS }, () => weeks);
  return {
    basis: [{ assessment, cycle, number: 1 }],
    ...{ quarters: QUARTERS, capacity: Object.fromEntries(PILLARS.map((pool) => [pool, everyQuarter])) as Wishes["capacity"], budget: null },
    ...{ target: { kind: "furthest" }, importance: {}, pinned: {}, excluded: [], usesLedger, seed: DEFAULT_SEED },
  };
}

/** What has become of a planned initiative. Days are ISO dates. */
export type DemoCourse = { state: InitiativeState; startedOn: string | null; endedOn: string | null; dueOn: string };

/**
 * What became of an initiative by today, as if it had gone as it was planned: it began two weeks into its first quarter and was done eight days before
 * the end of its last.
 * @param today ISO date
 */
export function demoCourse({ startQuarter, quarters }: { startQuarter: string; quarters: number }, present: string, today: string): DemoCourse {
  const lastQuarter = quarterAfter(startQuarter, quarters - 1);
  const begins = shiftDay(daysOfQuarter(startQuarter).first, 14);
  const dueOn = daysOfQuarter(lastQuarter).last;
  if (quartersBetween(lastQuarter, present) > 0) return { state: "done", startedOn: begins, endedOn: shiftDay(dueOn, -8), dueOn };
  // In the first days of a quarter what was to begin in it has begun on its first day, and not in the future.
  const begun = begins <= today ? begins : daysOfQuarter(startQuarter).first;
  return quartersBetween(startQuarter, present) >= 0
    ? { state: "under_way", startedOn: begun, endedOn: null, dueOn }
    : { state: "planned", startedOn: null, endedOn: null, dueOn };
}

/** What they bet on with the initiative that is under way longest, and with the one that was done first. */
export const DEMO_OPEN_BET = {
  leapOfFaith: "Example: customers notice the difference without being told.",
  hypothesis: "Example: within a quarter, fewer customers ask the same thing twice.",
  refutedBy: "Example: as many repeated questions as in the quarter before.",
  /** Days from today on which it is measured. */
  measureIn: 25,
};
export const DEMO_DECIDED_BET = {
  leapOfFaith: "Example: people take part without more pay for it.",
  refutedBy: "Example: fewer than half of them still do after a quarter.",
  verdict: "held",
  measured: "Example: invented figures, four in five still took part.",
} as const;
export const DEMO_NOTE = "Example: the people at the front desk asked for a second screen before they begin.";

/** Something of the client's own that nobody has agreed on. */
export const DEMO_OWN: OwnInitiative = {
  ...{ title: "Example: spend a day at the front desk", pillars: ["people"], problem: "Invented: managers hear of customers from reports.", done: "" },
  ...{ effort: { people: { low: 1, likely: 2, high: 3 } }, effortReason: "", cost: { currency: "EUR", low: 0, likely: 0, high: 0 }, quarters: 1 },
  ...{ requires: [], raises: [], chance: { value: 0.7, reason: "" }, pilot: "", byHand: "", kpis: ["net-recommendation"] },
  ...{ hypothesis: "", refutedBy: "", checklist: ["Choose the days", "Write down what surprised you"], owner: "" },
};
