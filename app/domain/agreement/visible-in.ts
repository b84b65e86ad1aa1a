import { withheldBecause } from "./item-figures.ts";
import type { RespondentFigures } from "./respondent-figures.ts";
import { headTable, type Visible, visibleGroups } from "./suppression.ts";

/** The groups that may be shown in all of these figures together. @param figures what counts as having each; the first is had by everybody */
export function visibleIn(team: readonly RespondentFigures[], figures: readonly ((f: RespondentFigures) => unknown)[], among?: Visible): Visible {
  const tables = figures.flatMap((figure) => {
    const counted = team.filter((f) => figure(f));
    const added = counted.filter(({ isNew }) => isNew);
    // What is withheld of the whole is shown of no group.
    if (withheldBecause(counted.length, added.length) !== null) return [];
    return added.length === 0 ? [headTable(counted)] : [headTable(counted), headTable(added)];
  });
  return visibleGroups(tables, among);
}
