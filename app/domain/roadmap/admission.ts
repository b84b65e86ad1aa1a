import { answerTo } from "../assessment/answer.ts";
import { Draft } from "./draft.ts";
import { OBJECTIVE_TOLERANCE } from "./greedy.ts";
import type { StartList } from "./pins.ts";
import type { ItemReference, Need, NeedKind, NotPlanned } from "./plan.ts";
import type { PlanningInstance } from "./planning-instance.ts";
import { type RaisableItem, raisable } from "./raisable.ts";
import { areaAtTheEnd } from "./raised-area.ts";
import { smallestExtension } from "./smallest-extension.ts";

/** Every initiative that is not in the plan, by id, with what would admit it to the plan as it stands. */
export function notPlanned(instance: PlanningInstance, starts: StartList): NotPlanned[] {
  const draft = new Draft(instance);
  draft.become(starts);
  const beyond = addingTo(draft);
  return instance.candidates.flatMap((c, n) => {
    if (draft.has(n)) return [];
    return [{ initiative: c.id, needs: needOf(draft, n, beyond) }];
  });
}

function needOf(draft: Draft, n: number, beyond: Adding): Need {
  const { instance } = draft;
  const { standing } = instance.candidates[n]!;
  if (standing.kind === "excluded") return need("excluded");
  if (standing.kind === "prerequisite") return need("prerequisite", { initiatives: [...standing.culprits] });
  if (!raisesAny(instance.items, n)) {
    const items = unansweredPromises(instance, n);
    if (items.length > 0) return need("find-out", { items });
    return need(!instance.isPlain && raisesAny(raisable(instance.assessments).items, n) ? "not-valued" : "nothing-to-raise");
  }
  if (standing.kind === "horizon") return need("horizon", { quarters: standing.quarters });
  if (!beyond.raisesMore(n)) return need(beyond.isBeyondTarget(n) ? "target-reached" : beyond.raisesCarried(n) ? "carried" : "already-raised");
  const extension = smallestExtension(draft, n);
  if ("quarters" in extension) return need("horizon", extension);
  const { additions, budget } = extension;
  return need(additions.length > 0 ? "capacity" : budget.length > 0 ? "budget" : "nothing", extension);
}

function need(kind: NeedKind, fields: Partial<Need> = {}): Need {
  return { kind, additions: [], budget: [], starts: [], quarters: null, initiatives: [], items: [], ...fields };
}

function raisesAny(items: readonly RaisableItem[], n: number): boolean {
  return items.some((item) => item.parts.some((part) => part.some((raise) => raise.initiative === n)));
}

type Adding = {
  /** Whether it would add to what the plan has raised by its end. */
  raisesMore(n: number): boolean;
  /** Whether it would, were there no target. */
  isBeyondTarget(n: number): boolean;
  /** Whether it would add to a dimension's own score, which counts only as far as another carries it. */
  raisesCarried(n: number): boolean;
};

/** What the plan raises is added up once, for all that are asked about. */
function addingTo({ instance, starts }: Draft): Adding {
  const planned = (m: number) => starts[m] !== 0;
  const own = instance.items.flatMap(({ stage, ...item }) => (stage === undefined ? [] : [item]));
  const asking = (counted: PlanningInstance) => {
    const area = areaAtTheEnd(counted, planned);
    const before = area.total;
    return (n: number) => {
      area.finish(n, 1);
      const raisesMore = area.total > before + OBJECTIVE_TOLERANCE;
      area.finish(n, 0);
      return raisesMore;
    };
  };
  return {
    raisesMore: asking(instance),
    isBeyondTarget: asking({ ...instance, limit: null }),
    raisesCarried: asking({ ...instance, limit: null, stages: [], items: own }),
  };
}

function unansweredPromises({ assessments, candidates }: PlanningInstance, n: number): ItemReference[] {
  return candidates[n]!.source.raises.flatMap(({ assessment, item }) => {
    const asked = assessments.find((a) => a.slug === assessment && a.compiled.itemById.has(item));
    const state = asked && answerTo(asked.answers, item).state;
    return state === "not_sure" || state === "blank" ? [{ assessment, item }] : [];
  });
}
