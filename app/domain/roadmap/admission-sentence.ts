import { PILLAR_TITLES, type Pillar } from "../assessment/vocabulary.ts";
import type { Need } from "./plan.ts";
import type { PlanningInstance } from "./planning-instance.ts";

/**
 * One sentence that says what would admit initiative `n`, by title. Person-weeks are rounded up to a tenth and EUR to a
 * whole, so that giving what it says is enough.
 */
export function admissionSentence(instance: PlanningInstance, n: number, needs: Need): string {
  switch (needs.kind) {
    case "capacity":
    case "budget":
      return `It fits with ${[...weeks(needs.additions), ...money(needs.budget)].join("; ")}${company(instance, n, needs)}.`;
    case "horizon":
      return `It fits into a plan of ${needs.quarters} quarters or more; this one has ${instance.quarters}.`;
    case "prerequisite":
      return `It needs ${listed(needs.initiatives.map((id) => titleOf(instance, id)))} first, which cannot be planned.`;
    case "excluded":
      return "You left it out.";
    case "find-out":
      return `Its gain is unknown until you answer ${listed(needs.items.map((item) => questionOf(instance, item)))}.`;
    case "nothing-to-raise":
      return raisesOnlyElsewhere(instance, n)
        ? "It raises only what other assessments ask: answer one of them to plan it."
        : "Nothing: what it promises is there already, is not wanted, or counts in no published dimension.";
    case "already-raised":
      return "Nothing: the plan already raises everything it would raise.";
    case "carried":
      return "Nothing yet: what it raises counts only as far as an earlier part carries it. Raise that part first.";
    case "nothing":
      return `Nothing: it fits as it is, in ${quarter(needs.starts.at(-1)?.startQuarter ?? 1)}${company(instance, n, needs)}.`;
  }
}

const quarter = (q: number) => `Q${q}`;

/** Amounts of one pool are gathered: "2 more person-weeks of technology in Q2 and 1 in Q3". */
function weeks(additions: Need["additions"]): string[] {
  const pools = [...new Set(additions.map((a) => a.pool))];
  return pools.map((pool) => {
    const [first, ...rest] = additions.filter((a) => a.pool === pool).map((a) => ({ ...a, amount: roundedUp(a.personWeeks, 10) }));
    const unit = first!.amount === 1 ? "person-week" : "person-weeks";
    const begin = `${first!.amount} more ${unit} of ${nameOf(pool)} in ${quarter(first!.quarter)}`;
    return listed([begin, ...rest.map((a) => `${a.amount} in ${quarter(a.quarter)}`)]);
  });
}

function money(budget: Need["budget"]): string[] {
  return budget.map((b) => `${roundedUp(b.eur, 1)} EUR more in ${quarter(b.quarter)}`);
}

/** Missing prerequisites that would come with it. */
function company(instance: PlanningInstance, n: number, needs: Need): string {
  const others = needs.starts.map((s) => s.initiative).filter((id) => id !== instance.candidates[n]!.id);
  return others.length === 0 ? "" : `, after ${listed(others.map((id) => titleOf(instance, id)))}`;
}

function roundedUp(amount: number, parts: number): number {
  return Math.ceil(amount * parts - 1e-6) / parts;
}

function nameOf(pool: Pillar): string {
  return pool === "kpis" ? PILLAR_TITLES.kpis : PILLAR_TITLES[pool].toLowerCase();
}

function titleOf({ candidates }: PlanningInstance, id: string): string {
  return `"${candidates.find((c) => c.id === id)?.source.title ?? id}"`;
}

function questionOf({ assessments }: PlanningInstance, { assessment, item }: Need["items"][number]): string {
  const asked = assessments.find((a) => a.slug === assessment)?.compiled.itemById.get(item);
  return `"${asked?.item.text ?? item}"`;
}

/** Whether it makes promises, and all of them to assessments that are not part of the request. */
function raisesOnlyElsewhere({ assessments, candidates }: PlanningInstance, n: number): boolean {
  const { raises } = candidates[n]!.source;
  return raises.length > 0 && !raises.some((promise) => assessments.some((a) => a.slug === promise.assessment));
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
