import { POPULATIONS, type PeopleIn, type Population } from "./populations.ts";
import { SMALLEST_GROUP } from "./team-result-shape.ts";

/**
 * What one respondent gave evidence for: true or false by item for an answer that counts in the overall score, null where
 * there is none; null altogether for who has no overall score.
 */
export type GivenEvidence = readonly (boolean | null)[] | null;

/**
 * How many answers to an item have evidence, where that may be said in an anonymous cycle: five at least, and so that neither
 * those with evidence nor those without are one to four, of all and of every part of them that somebody may know for itself.
 * Null where it may not.
 */
export function shownCount(answered: PeopleIn, evidenced: PeopleIn): number | null {
  const isFew = (people: Population) => isOneToFour(evidenced[people]) || isOneToFour(answered[people] - evidenced[people]);
  return evidenced.all >= SMALLEST_GROUP && !POPULATIONS.some(isFew) ? evidenced.all : null;
}

/**
 * Whether the mean of the evidenced scores may be shown beside the claimed one and the means of the items, in an anonymous cycle.
 *
 * It is a sum over items of what those with evidence answered. To or from it may be taken what everybody answered to an item, so that of
 * each item either those with evidence are left or those without, whichever somebody chooses, and nobody where all or none have any. It
 * may be shown where five people or more gave evidence, and no choice leaves one to four of all: neither of everybody nor of a part whose
 * others somebody may know.
 *
 * @param team in any order
 */
export function mayShowEvidenced(team: readonly { readonly evidence: GivenEvidence; readonly isIn: readonly Population[] }[]): boolean {
  if (team.filter(({ evidence }) => evidence?.includes(true)).length < SMALLEST_GROUP) return false;
  return POPULATIONS.every((population) => !tellsOfFew(team.flatMap(({ evidence, isIn }) => (evidence && isIn.includes(population) ? [evidence] : []))));
}

function tellsOfFew(people: readonly NonNullable<GivenEvidence>[]): boolean {
  const having = (answer: boolean) => people.filter((evidence) => evidence.includes(answer)).length;
  if (isOneToFour(having(true)) || isOneToFour(having(false))) return true;
  const sides: (readonly number[])[][] = [];
  for (let item = 0; item < (people[0]?.length ?? 0); item++) {
    const [given, others]: [number[], number[]] = [[], []];
    people.forEach((evidence, person) => {
      if (evidence[item] !== null) (evidence[item] ? given : others).push(person);
    });
    if (given.length === 0 || others.length === 0) continue;
    const small = [given, others].filter((side) => side.length < SMALLEST_GROUP);
    // Whatever is chosen leaves five here.
    if (small.length === 0) return false;
    sides.push(small);
  }
  return sides.length > 0 && leavesFew(sides, new Set());
}

/** Whether one to four people hold a side of every item; each step adds somebody to the chosen, so that it ends after four. */
function leavesFew(sides: readonly (readonly (readonly number[])[])[], chosen: ReadonlySet<number>): boolean {
  if (chosen.size >= SMALLEST_GROUP) return false;
  const open = sides.find((of) => !of.some((side) => side.every((person) => chosen.has(person))));
  return open === undefined || open.some((side) => leavesFew(sides, new Set([...chosen, ...side])));
}

function isOneToFour(people: number): boolean {
  return people > 0 && people < SMALLEST_GROUP;
}
