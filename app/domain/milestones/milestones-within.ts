/** A milestone as a chart draws it: `on` is an ISO date, `initiative` the title of the one it is, null: none. */
export type Mark = { id: string; on: string; title: string; initiative: string | null };

/**
 * The milestones that a chart of a span of days carries, the earliest first; of one day in the order they came in.
 * @param span ISO dates, both days included
 */
export function milestonesWithin<Milestone extends Pick<Mark, "on">>(
  milestones: readonly Milestone[],
  { first, last }: { first: string; last: string },
): Milestone[] {
  return milestones.filter(({ on }) => on >= first && on <= last).sort((a, b) => Date.parse(a.on) - Date.parse(b.on));
}
