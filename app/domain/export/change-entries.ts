import { z } from "zod";
import type { Words } from "../../words/say.ts";
import type { Definition } from "../assessment/definition.ts";
import { type CycleChange, cycleChangeSchema } from "../trends/change-shape.ts";
import type { FileProblem } from "./check-organization-file.ts";
import { id, moment } from "./stored-answer-schema.ts";

/**
 * What changed between two cycles of the file, as it was computed: elsewhere it could not be computed to the same figures, since whose a response
 * is stands in no file, so that nobody who returned would be recognised.
 */
export const changeEntrySchema = z.strictObject({
  from: id,
  to: id,
  /** Null: it was asked for and not computed yet. */
  figures: cycleChangeSchema.nullable(),
  computedAt: moment.nullable(),
  /** Whether it is to be computed, for the first time or anew. */
  isDue: z.boolean(),
});
export type ChangeEntry = z.infer<typeof changeEntrySchema>;

type Entries = {
  assessments: readonly { hash: string; definition: Definition }[];
  cycles: readonly { id: string; assessment: string; slug: string; period: string; closedAt: string | null }[];
  teamResults: readonly { cycle: string }[];
  changes: readonly ChangeEntry[];
};

/** What the shape alone cannot say: that each pair is two cycles of one assessment with a result, in the order of time, once, and the figures are theirs. */
export function checkChangeEntries({ assessments, cycles, teamResults, changes }: Entries, { say }: Words): FileProblem[] {
  const problems: FileProblem[] = [];
  const definitions = new Map(assessments.map(({ hash, definition }) => [hash, definition]));
  const scored = new Set(teamResults.map(({ cycle }) => cycle));
  const comparable = new Map(cycles.filter((cycle) => cycle.closedAt !== null && scored.has(cycle.id)).map((cycle) => [cycle.id, cycle]));
  const seen = new Set<string>();
  changes.forEach(({ from, to, figures, isDue }, index) => {
    const place = `changes.${index}`;
    const [before, after] = [comparable.get(from), comparable.get(to)];
    if (!before) problems.push({ place: `${place}.from`, message: say("imports:noResult") });
    if (!after) problems.push({ place: `${place}.to`, message: say("imports:noResult") });
    if (seen.has(`${from} ${to}`)) problems.push({ place, message: say("imports:twice") });
    seen.add(`${from} ${to}`);
    if (figures === null && !isDue) problems.push({ place: `${place}.isDue`, message: say("imports:neverComputed") });
    if (!before || !after) return;
    if (before.slug !== after.slug || before.period >= after.period) problems.push({ place: `${place}.to`, message: say("imports:notLater") });
    else if (figures && !areOf(figures, [definitions.get(before.assessment), definitions.get(after.assessment)], trendOf(from, to)))
      problems.push({ place: `${place}.figures`, message: say("imports:otherChange") });
  });
  return problems;

  /** The cycles that the lines of a pair may go over, the earliest first; none where others lie between the two. */
  function trendOf(from: string, to: string): string[] {
    const { slug, period } = comparable.get(to)!;
    const until = [...comparable.values()].filter((cycle) => cycle.slug === slug && cycle.period <= period).sort((a, b) => (a.period < b.period ? -1 : 1));
    return until.at(-2)?.id === from ? until.map(({ id: each }) => each) : [];
  }
}

/** Whether figures are of these two versions, name the parts of the later one and no others, and draw the given cycles, or the last of them. */
function areOf({ versions, change, trend }: CycleChange, [before, after]: readonly (Definition | undefined)[], cycles: readonly string[]): boolean {
  if (!before || !after || versions.from !== before.version || versions.to !== after.version) return false;
  const parts = new Set(after.dimensions.map(({ id: part }) => part));
  const areParts = (these: readonly { id: string }[]) =>
    new Set(these.map(({ id: part }) => part)).size === these.length && these.every((of) => parts.has(of.id));
  if (!areParts(change.dimensions)) return false;
  if (trend === null) return true;
  const { lines, versions: drawn } = trend;
  const count = trend.cycles.length;
  return (
    count > 1 &&
    cycles.slice(-count).join() === trend.cycles.join() &&
    areParts(lines.dimensions) &&
    [drawn, lines.commonItems.of, lines.overall, ...lines.dimensions.map(({ points }) => points)].every(({ length }) => length === count)
  );
}
