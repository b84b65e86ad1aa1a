import { displayAmount, displayCount, inWords } from "../report/display.ts";
import type { Compiled } from "../scoring/compile.ts";
import type { Words } from "../../words/say.ts";
import type { Initiative } from "./initiative.ts";
import type { Need, NotPlanned } from "./plan.ts";
import { quarterName } from "./quarter-name.ts";

/** What the names in a plan stand for. */
export type PlanNames = {
  /** Those the plan was made for. */
  readonly assessments: readonly Compiled[];
  readonly initiativeById: ReadonlyMap<string, Initiative>;
  /** Quarters the plan has. */
  readonly quarters: number;
  /** Its first, where it is known when that is: "2027-Q1". */
  readonly firstQuarter?: string;
};

/**
 * One sentence that says what would admit an initiative to a plan, by title. Person-weeks are rounded up to a tenth and EUR
 * to a whole, so that giving what it says is enough.
 */
export function admissionSentence({ initiative, needs }: NotPlanned, names: PlanNames, words: Words): string {
  const { say, language } = words;
  const titles = (ids: readonly string[]) => quoted(ids.map((id) => names.initiativeById.get(id)?.title ?? id));
  const quoted = (texts: readonly string[]) =>
    inWords(
      texts.map((text) => say("planning:quoted", { text })),
      language,
    );
  const before = needs.starts.map((s) => s.initiative).filter((id) => id !== initiative);
  switch (needs.kind) {
    case "capacity":
    case "budget": {
      const additions = [...weeks(needs.additions, names, words), ...money(needs.budget, names, words)].join("; ");
      return before.length === 0 ? say("planning:fits", { additions }) : say("planning:fitsAfter", { additions, initiatives: titles(before) });
    }
    case "horizon":
      return say("planning:longerPlan", { needed: needs.quarters ?? names.quarters, quarters: names.quarters });
    case "prerequisite":
      return say("planning:needsFirst", { initiatives: titles(needs.initiatives) });
    case "excluded":
      return say("planning:leftOut");
    case "find-out":
      return say("planning:gainUnknown", { questions: quoted(needs.items.map((item) => questionOf(names, item))) });
    case "nothing-to-raise":
      return say(raisesOnlyElsewhere(names, initiative) ? "planning:onlyElsewhere" : "planning:nothingToRaise");
    case "already-raised":
      return say("planning:alreadyRaised");
    case "target-reached":
      return say("planning:targetReached");
    case "not-valued":
      return say("planning:notValued");
    case "carried":
      return say("planning:carried");
    case "nothing": {
      const quarter = quarterName(needs.starts.at(-1)?.startQuarter ?? 1, names.firstQuarter);
      return before.length === 0 ? say("planning:fitsAsItIs", { quarter }) : say("planning:fitsAsItIsAfter", { quarter, initiatives: titles(before) });
    }
  }
}

/** Amounts of one pool are gathered: "2 more person-weeks of technology in Q2 and 1 in Q3". */
function weeks(additions: Need["additions"], { firstQuarter }: PlanNames, { say, language }: Words): string[] {
  const pools = [...new Set(additions.map((a) => a.pool))];
  return pools.map((pool) => {
    const its = additions.filter((a) => a.pool === pool).map(({ quarter, personWeeks }) => ({ quarter, count: roundedUp(personWeeks, 10) }));
    const said = its.map(({ quarter: number, count }, i) => {
      const quarter = quarterName(number, firstQuarter);
      const amount = displayAmount(count, language);
      return i === 0 ? say("planning:moreWeeks", { count, amount, pool: say(`terms:${pool}Within`), quarter }) : say("planning:andWeeks", { amount, quarter });
    });
    return inWords(said, language);
  });
}

function money(budget: Need["budget"], { firstQuarter }: PlanNames, { say, language }: Words): string[] {
  return budget.map(({ quarter, eur }) =>
    say("planning:moreMoney", { amount: displayCount(roundedUp(eur, 1), language), quarter: quarterName(quarter, firstQuarter) }),
  );
}

function roundedUp(amount: number, parts: number): number {
  return Math.ceil(amount * parts - 1e-6) / parts;
}

function questionOf({ assessments }: PlanNames, { assessment, item }: Need["items"][number]): string {
  const asked = assessments.find((a) => a.definition.slug === assessment)?.itemById.get(item);
  return asked?.item.text ?? item;
}

/** Whether it makes promises, and all of them to assessments that are not part of the plan. */
function raisesOnlyElsewhere({ assessments, initiativeById }: PlanNames, id: string): boolean {
  const raises = initiativeById.get(id)?.raises ?? [];
  return raises.length > 0 && !raises.some((promise) => assessments.some((a) => a.definition.slug === promise.assessment));
}
