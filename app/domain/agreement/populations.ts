/**
 * The people whose sums somebody may know by themselves: everybody, those who were asked by name and those who came by an open link
 * (whoever opens the link several times knows the latter), and of each those who came after an earlier publication of the same cycle,
 * since the difference of the two results is theirs alone.
 */
export const POPULATIONS = ["all", "asked", "byLink", "new", "newAsked", "newByLink"] as const;
export type Population = (typeof POPULATIONS)[number];

/** How many there are of each. */
export type PeopleIn = Record<Population, number>;

/** How somebody came to a team's figures. */
export type Coming = { readonly isByLink: boolean; readonly isNew: boolean };

/** Counts those who came so. */
export function peopleIn(coming: Iterable<Coming>): PeopleIn {
  const people = nobody();
  for (const one of coming) for (const population of populationsOf(one)) people[population] += 1;
  return people;
}

export function nobody(): PeopleIn {
  return { all: 0, asked: 0, byLink: 0, new: 0, newAsked: 0, newByLink: 0 };
}

/** Those that somebody is in. */
export function populationsOf({ isByLink, isNew }: Coming): readonly Population[] {
  if (isByLink) return isNew ? ["all", "byLink", "new", "newByLink"] : ["all", "byLink"];
  return isNew ? ["all", "asked", "new", "newAsked"] : ["all", "asked"];
}
