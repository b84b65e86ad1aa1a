import type { TeamItem, TeamResult } from "./team-result-shape.ts";

/** Items that somebody did not know, the most people first, of equals in the order of the items; the share is of all respondents. */
export function findOutOf(items: readonly Pick<TeamItem, "id" | "states">[], respondents: number): TeamResult["findOut"] {
  return items
    .flatMap(({ id, states }) => (states.not_sure > 0 ? [{ item: id, notSure: states.not_sure, share: states.not_sure / respondents }] : []))
    .sort((a, b) => b.notSure - a.notSure);
}
