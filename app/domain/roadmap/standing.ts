import type { Initiative } from "./initiative.ts";

/**
 * Whether an initiative can be planned at all, capacity aside.
 *
 * - `free`: it can; `earliest` is the first quarter it could start in, after its prerequisites;
 * - `excluded`: the user left it out;
 * - `prerequisite`: it rests, directly or not, on `culprits` that are excluded, unknown, or in a circle of requirements;
 * - `horizon`: with its prerequisites it needs `quarters` quarters, more than there are.
 */
export type Standing =
  | { readonly kind: "free"; readonly earliest: number }
  | { readonly kind: "excluded" }
  | { readonly kind: "prerequisite"; readonly culprits: readonly string[] }
  | { readonly kind: "horizon"; readonly quarters: number };

/** The standing of every initiative, in the order given. A prerequisite has no exceptions: it must be in the plan. */
export function standings(initiatives: readonly Initiative[], excluded: ReadonlySet<string>, quarters: number): Standing[] {
  const byId = new Map(initiatives.map((initiative) => [initiative.id, initiative]));
  const chains = new Map<string, number>();
  const closures = new Map<string, Set<string>>();
  return initiatives.map((initiative): Standing => {
    if (excluded.has(initiative.id)) return { kind: "excluded" };
    const culprits = blockers(initiative);
    if (culprits.length > 0) return { kind: "prerequisite", culprits };
    const needed = chain(initiative);
    return needed > quarters ? { kind: "horizon", quarters: needed } : { kind: "free", earliest: needed - initiative.quarters + 1 };
  });

  function blockers(initiative: Initiative): string[] {
    const all = requiredBy(initiative);
    const culprits = [...all].filter((id) => {
      const required = byId.get(id);
      return required === undefined || excluded.has(id) || requiredBy(required).has(id);
    });
    return culprits.sort();
  }

  /** Ids of everything it rests on, itself included only when it stands in a circle. */
  function requiredBy(initiative: Initiative): Set<string> {
    const known = closures.get(initiative.id);
    if (known) return known;
    const seen = new Set<string>();
    closures.set(initiative.id, seen);
    const open = [...initiative.requires];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      open.push(...(byId.get(id)?.requires ?? []));
    }
    return seen;
  }

  /** Quarters until it could be finished. Only called where there is no circle. */
  function chain(initiative: Initiative): number {
    const known = chains.get(initiative.id);
    if (known !== undefined) return known;
    const before = initiative.requires.map((id) => chain(byId.get(id)!));
    const needed = Math.max(0, ...before) + initiative.quarters;
    chains.set(initiative.id, needed);
    return needed;
  }
}
