import { quarterAfter } from "#app/domain/cycles/period.ts";
import { displayAmount, displayScore, displayShare, inWords } from "#app/domain/report/display.ts";
import { displayMoney } from "#app/domain/report/display-money.ts";
import type { PlanContext } from "#app/domain/report/plan-view.ts";
import { placedRises } from "#app/domain/report/raises.ts";
import { type InitiativeFigures, initiativeFigures } from "#app/domain/roadmap/initiative-figures.ts";
import { ONE_SUM } from "#app/domain/roadmap/margins.ts";
import type { Margin, PlanRequest, PlanResult } from "#app/domain/roadmap/plan.ts";
import { type InitiativeReasons, type Obstacle, planReasons } from "#app/domain/roadmap/reasons.ts";
import type { PlanInputs } from "#app/domain/scenarios/plan-inputs.ts";
import type { Words } from "#app/words/say.ts";

/** Why an initiative is in a plan, and then, or is not; in words. Lists are empty where there is nothing to say. */
export type ReasonsView = {
  /** Why it is in, what it adds and with whom it shares that. */
  adds: string[];
  /** Answer by answer, at its place in the plan; empty outside of it. */
  rises: { question: string; rise: string; shared: string | null; assessments: string[] }[];
  /** How its place stands up to other estimates. */
  sure: string;
  /** Quarter by quarter, what keeps it from starting earlier; empty outside of the plan. */
  then: string[];
  /** Of each place that holds it up, what more there would bring; empty until that has been looked for. */
  holds: string[];
};

/** Points x quarters; less would be shown as nothing. */
const WORTH_SAYING = 0.005;

type Place = Pick<Margin, "pool" | "quarter">;
type Planned = { request: PlanRequest; plan: PlanResult; inputs: PlanInputs; context: PlanContext; firstQuarter: string };

/** The reasons of every initiative that a plan has, or leaves out though it would raise something. */
export function scenarioReasons({ request, plan, inputs, context, firstQuarter }: Planned, words: Words): Record<string, ReasonsView> {
  const { say, language } = words;
  const quarterOf = (number: number) => quarterAfter(firstQuarter, number - 1);
  const titleOf = (id: string) => say("planning:quoted", { text: context.initiativeById.get(id)?.title ?? id });
  const titles = (ids: readonly string[]) => inWords(ids.map(titleOf), language);
  const points = (value: number) => displayScore(value, language);
  const figures = new Map(initiativeFigures(request, plan.items).map((its) => [its.initiative, its]));
  const marginAt = new Map((plan.margins ?? []).map((margin) => [`${margin.pool} ${margin.quarter}`, margin]));

  const planned = planReasons(request, plan.items).items.map((reasons, k): [string, ReasonsView] => {
    const { initiative, earlier, raises } = reasons;
    const rises = placedRises(raises, context.initiativeById.get(initiative)!, context.assessments, words);
    const waits = earlier.flatMap(({ obstacles }) => obstacles.flatMap((each): Place[] => placeOf(each)));
    return [
      initiative,
      {
        adds: [...whyIn(reasons), addsText(initiative, plan.items[k]!.gain)],
        rises: rises.map(({ question, from, to, points: adds, sharedWith, assessments }) => ({
          ...{ question, assessments },
          rise: adds > 0 ? say("reasons:rise", { from, to, points: points(adds) }) : say("reasons:riseNothing", { from, to }),
          shared: sharedWith.length === 0 ? null : say("reasons:riseShared", { others: titles(sharedWith) }),
        })),
        sure: sureText(initiative),
        then:
          earlier.length === 0
            ? [say("reasons:firstQuarter")]
            : earlier.map(({ quarter, obstacles }) => {
                const said = obstacles.map((obstacle) => obstacleText(obstacle, earlier.length + 1));
                return say("scenarios:whyThenLine", {
                  quarter: quarterOf(quarter),
                  obstacles: said.length === 0 ? say("scenarios:why_fits") : said.join("; "),
                });
              }),
        holds: holdsText(waits),
      },
    ];
  });
  const leftOut = plan.notPlanned.flatMap(({ initiative, needs }): [string, ReasonsView][] => {
    const its = figures.get(initiative);
    if (!its) return [];
    const waits: Place[] = [...needs.additions, ...needs.budget.map(({ quarter }) => ({ pool: "budget" as const, quarter }))];
    return [[initiative, { adds: [wouldAddText(its)], rises: [], sure: sureText(initiative), then: [], holds: holdsText(waits) }]];
  });
  return Object.fromEntries([...planned, ...leftOut]);

  function whyIn({ initiative, neededBy }: InitiativeReasons): string[] {
    const isWanted = inputs.settings.pinned[initiative] !== undefined;
    return [
      ...(initiative in inputs.underWay ? [say("reasons:underWay")] : isWanted ? [say("reasons:wanted")] : []),
      ...(neededBy.length > 0 ? [say("reasons:neededBy", { initiatives: titles(neededBy) })] : []),
    ];
  }

  function addsText(initiative: string, gain: number): string {
    const { alone, sharedWith } = figures.get(initiative)!;
    const said = { adds: points(gain), alone: points(alone) };
    if (alone <= 0) return say("reasons:raisesNothing");
    const isWhole = said.adds === said.alone;
    if (sharedWith.length === 0) return isWhole ? say("reasons:addsAll", { adds: said.adds }) : say("reasons:adds", said);
    const shared = { others: titles(sharedWith), count: sharedWith.length };
    return isWhole ? say("reasons:addsFirst", { adds: said.adds, ...shared }) : say("reasons:addsShared", { ...said, ...shared });
  }

  function wouldAddText({ alone, besidePlan, sharedWith }: InitiativeFigures): string {
    if (alone <= 0) return say("reasons:raisesNothing");
    const said = { adds: points(besidePlan), alone: points(alone) };
    return sharedWith.length === 0
      ? say("reasons:wouldAdd", said)
      : say("reasons:wouldAddShared", { ...said, others: titles(sharedWith), count: sharedWith.length });
  }

  function sureText(initiative: string): string {
    if (!plan.robustness) return say("reasons:noReruns");
    const { runs, spread, shares } = plan.robustness;
    return say("reasons:inReruns", { share: displayShare(shares[initiative] ?? 0, words), runs, spread: displayShare(spread, words) });
  }

  function obstacleText(obstacle: Obstacle, start: number): string {
    switch (obstacle.kind) {
      case "pin":
        return say("scenarios:why_pin", { quarter: quarterOf(start) });
      case "prerequisite":
        return say("scenarios:why_prerequisite", { initiative: titleOf(obstacle.initiative), quarter: quarterOf(obstacle.endQuarter) });
      case "capacity": {
        const { pool, quarter, personWeeks } = obstacle;
        const missing = { count: personWeeks, amount: displayAmount(personWeeks, language) };
        return say("scenarios:why_capacity", { ...missing, pool: say(`terms:${pool}Within`), quarter: quarterOf(quarter) });
      }
      case "budget":
        return say("scenarios:why_budget", { amount: displayMoney(obstacle.eur, language), quarter: quarterOf(obstacle.quarter) });
    }
  }

  /** Where the plan has nothing left, what more would bring; the places where nothing was found together. */
  function holdsText(places: readonly Place[]): string[] {
    const asked = new Set(places.map(({ pool, quarter }) => marginAt.get(`${pool} ${quarter}`)));
    const margins = [...asked].flatMap((margin) => (margin?.isBinding ? [margin] : []));
    const worth = margins.filter(({ raises }) => raises >= WORTH_SAYING);
    const idle = margins.filter(({ raises }) => raises < WORTH_SAYING);
    const amount = displayMoney(ONE_SUM, language);
    return [
      ...worth.map(({ pool, quarter, raises }) => {
        const brings = { quarter: quarterOf(quarter), points: displayAmount(raises, language) };
        return pool === "budget" ? say("reasons:oneSum", { ...brings, amount }) : say("reasons:oneWeek", { ...brings, pool: say(`terms:${pool}`) });
      }),
      ...(idle.length > 0 ? [say("reasons:oneMoreNothing", { places: idle.map(placeText).join("; ") })] : []),
    ];
  }

  function placeText({ pool, quarter }: Place): string {
    return say("reasons:place", { pool: pool === "budget" ? say("reasons:money") : say(`terms:${pool}`), quarter: quarterOf(quarter) });
  }
}

function placeOf(obstacle: Obstacle): Place[] {
  if (obstacle.kind === "capacity") return [{ pool: obstacle.pool, quarter: obstacle.quarter }];
  return obstacle.kind === "budget" ? [{ pool: "budget", quarter: obstacle.quarter }] : [];
}
