import { withheldBecause } from "./item-figures.ts";
import { peopleIn, POPULATIONS, populationsOf } from "./populations.ts";
import type { RespondentFigures } from "./respondent-figures.ts";
import { headTable, type Visible, visibleGroups } from "./suppression.ts";

/** The groups that may be shown in all of these figures together. @param figures what counts as having each; the first is had by everybody */
export function visibleIn(team: readonly RespondentFigures[], figures: readonly ((f: RespondentFigures) => unknown)[], among?: Visible): Visible {
  const tables = figures.flatMap((figure) => {
    const counted = team.filter((f) => figure(f));
    const people = peopleIn(counted);
    // What is withheld of the whole is shown of no group.
    if (withheldBecause(people) !== null) return [];
    // Each only where it is not the same as everybody.
    const parts = POPULATIONS.filter((population) => population === "all" || (people[population] > 0 && people[population] < people.all));
    return parts.map((population) => headTable(counted.filter((f) => populationsOf(f).includes(population))));
  });
  return visibleGroups(tables, among);
}
