import { quarterAfter } from "#app/domain/cycles/period.ts";
import { inWords } from "#app/domain/report/display.ts";
import type { TitleView } from "#app/domain/report/plan-view.ts";
import { admissionSentence } from "#app/domain/roadmap/admission-sentence.ts";
import { type InitiativeFigures, initiativeFigures } from "#app/domain/roadmap/initiative-figures.ts";
import { placedBy, type Placed, rice, wsjf } from "#app/domain/roadmap/quotients.ts";
import { inMapOrder } from "#app/domain/scenarios/initiative-map.ts";
import type { Words } from "#app/words/say.ts";
import type { Database } from "../db/open-database.server.ts";
import { planContext } from "./plan-context.server.ts";
import { requestOf } from "./plan-inputs.server.ts";
import type { Scenario } from "./read-scenario.server.ts";

/** An initiative as it stands in the three views; figures unrounded. `number` is its own in all of them, from 1. */
export type ViewedInitiative = Omit<InitiativeFigures, "sharedWith" | "startQuarter"> &
  TitleView & {
    number: number;
    /** Such as "2027-Q1"; null: not in the plan. */
    starts: string | null;
    /** Numbers of the planned initiatives that raise some of the same, ascending. */
    sharedWith: number[];
  };
export type PlacedInitiative = Placed<{ initiative: string }>;
/** Initiatives in an order, and in sentences how the plan and the order go together. */
export type OrderView = { rows: PlacedInitiative[]; notes: string[] };
export type ScenarioViews = {
  /** In the order of their numbers. */
  initiatives: ViewedInitiative[];
  rice: OrderView;
  wsjf: OrderView;
  /** What a quarter later counts less, 0..1. */
  discount: number;
};

/** The initiatives of a plan by impact and effort, RICE and WSJF; null where there is no plan. */
export async function scenarioViews(db: Database, { inputs, outcome, firstQuarter }: Scenario, words: Words): Promise<ScenarioViews | null> {
  if (!inputs || !outcome || outcome.status === "impossible") return null;
  const context = await planContext(db, inputs, firstQuarter, words);
  const titleOf = (id: string): TitleView => {
    const { title, language } = context.initiativeById.get(id)!;
    return { title, language };
  };
  const figures = initiativeFigures(await requestOf(db, inputs), outcome.items);
  const inOrder = inMapOrder(figures);
  const numberOf = new Map(inOrder.map(({ initiative }, k) => [initiative, k + 1]));
  const initiatives = inOrder.map(({ sharedWith, startQuarter, ...its }): ViewedInitiative => ({
    ...its,
    ...titleOf(its.initiative),
    number: numberOf.get(its.initiative)!,
    starts: startQuarter === null ? null : quarterAfter(firstQuarter, startQuarter - 1),
    sharedWith: sharedWith.map((id) => numberOf.get(id)!).sort((a, b) => a - b),
  }));
  const names = {
    assessments: context.assessments.map(({ compiled }) => compiled),
    initiativeById: context.initiativeById,
    quarters: inputs.settings.quarters,
  };
  const reasonOf = new Map(outcome.notPlanned.map((entry) => [entry.initiative, () => admissionSentence(entry, names, words)]));
  const neededBy = (id: string) => outcome.items.filter((item) => context.initiativeById.get(item.initiative)!.requires.includes(id));
  const byId = new Map(initiatives.map((its) => [its.initiative, its]));

  return {
    initiatives,
    rice: order((its) => rice(its.rice)),
    wsjf: order((its) => wsjf(its.wsjf)),
    discount: 1 - inputs.settings.discount,
  };

  function order(quotientOf: (its: InitiativeFigures) => number | null): OrderView {
    const placed = placedBy(figures, quotientOf);
    return { rows: placed.map(({ initiative, quotient, place }) => ({ initiative, quotient, place })), notes: notesOn(placed) };
  }

  /** How many at the top are planned, what is passed over, and what is planned for the sake of others. */
  function notesOn(placed: readonly Placed<InitiativeFigures>[]): string[] {
    const { say, language } = words;
    const planned = placed.filter((its) => its.startQuarter !== null);
    if (planned.length === 0) return [];
    const first = Math.min(placed.length, planned.length);
    const top = placed.slice(0, first);
    const last = placed.findLastIndex((its) => its.startQuarter !== null);
    const passedOver = placed.slice(0, last).find((its) => its.startQuarter === null && its.place !== null && reasonOf.has(its.initiative));
    const forOthers = planned.findLast((its) => its.place !== null && its.place > first && neededBy(its.initiative).length > 0);
    return [
      say("views:agree", { count: top.filter((its) => its.startQuarter !== null).length, first }),
      ...(passedOver
        ? [say("views:skipped", { title: titleOf(passedOver.initiative).title, place: passedOver.place!, reason: reasonOf.get(passedOver.initiative)!() })]
        : []),
      ...(forOthers
        ? [
            say("views:early", {
              title: titleOf(forOthers.initiative).title,
              place: forOthers.place!,
              quarter: byId.get(forOthers.initiative)!.starts!,
              others: inWords(
                neededBy(forOthers.initiative).map((item) => say("planning:quoted", { text: titleOf(item.initiative).title })),
                language,
              ),
            }),
          ]
        : []),
    ];
  }
}
