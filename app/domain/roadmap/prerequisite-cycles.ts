/**
 * Prerequisites that lead back to where they began: the ids along each circle, beginning with the one that sorts first.
 * Where circles share a part, at least one of them is given. A prerequisite that does not exist leads nowhere.
 */
export function prerequisiteCycles(initiatives: readonly { id: string; requires: readonly string[] }[]): string[][] {
  const requires = new Map(initiatives.map((initiative) => [initiative.id, initiative.requires]));
  const cycles = new Map<string, string[]>();
  const done = new Set<string>();
  const visit = (id: string, trail: readonly string[]) => {
    const at = trail.indexOf(id);
    if (at !== -1) {
      const cycle = fromFirst(trail.slice(at));
      cycles.set(cycle.join(" "), cycle);
      return;
    }
    if (done.has(id)) return;
    for (const next of requires.get(id) ?? []) visit(next, [...trail, id]);
    done.add(id);
  };
  for (const id of [...requires.keys()].sort()) visit(id, []);
  return [...cycles.values()];
}

function fromFirst(cycle: readonly string[]): string[] {
  const first = cycle.indexOf([...cycle].sort()[0]!);
  return [...cycle.slice(first), ...cycle.slice(0, first)];
}
