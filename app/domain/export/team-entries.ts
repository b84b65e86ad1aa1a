import { z } from "zod";
import { isAgreed, reasonSchema } from "../agreement/consensus.ts";
import { type TeamResult, teamResultSchema } from "../agreement/team-result-shape.ts";
import { problemWith, safeText, storedAnswerSchema } from "../assessment/answer.ts";
import type { Definition } from "../assessment/definition.ts";
import { choicesOf } from "../assessment/question-screen.ts";
import type { FileProblem } from "./check-organization-file.ts";
import { id, moment } from "./stored-answer-schema.ts";

/** What a team scored in a cycle of the file, as it was computed: of an anonymous cycle it cannot be computed again, since who answered as what is not in the file. */
export const teamResultEntrySchema = z.strictObject({
  cycle: id,
  number: z.number().int().min(1).max(10_000),
  respondents: z.number().int().min(0),
  asked: z.number().int().min(0),
  figures: teamResultSchema,
  computedAt: moment,
});
/** What a team agreed on. */
export const consensusEntrySchema = z.strictObject({
  cycle: id,
  item: safeText(64),
  answer: storedAnswerSchema,
  reason: reasonSchema,
  setBy: safeText(100),
  setAt: moment,
  revision: z.number().int().min(1).max(1_000_000),
});
export type TeamResultEntry = z.infer<typeof teamResultEntrySchema>;
export type ConsensusEntry = z.infer<typeof consensusEntrySchema>;

type Entries = {
  assessments: readonly { hash: string; definition: Definition }[];
  cycles: readonly { id: string; assessment: string }[];
  teamResults: readonly TeamResultEntry[];
  consensusAnswers: readonly ConsensusEntry[];
};

/** What the shape alone cannot say: that all of it is of a cycle of the file, once, and names what its assessment has. */
export function checkTeamEntries({ assessments, cycles, teamResults, consensusAnswers }: Entries): FileProblem[] {
  const problems: FileProblem[] = [];
  const definitions = new Map(assessments.map(({ hash, definition }) => [hash, definition]));
  const ofCycle = new Map(cycles.map(({ id, assessment }) => [id, definitions.get(assessment)]));
  const seen = new Set<string>();
  const begin = (key: string, cycle: string, place: string): Definition | undefined => {
    const definition = ofCycle.get(cycle);
    if (!definition) problems.push({ place: `${place}.cycle`, message: "is not among the cycles of this file" });
    else if (seen.has(key)) problems.push({ place, message: "stands twice" });
    seen.add(key);
    return definition;
  };
  teamResults.forEach(({ cycle, number, respondents, figures }, index) => {
    const place = `teamResults.${index}`;
    const definition = begin(`${cycle} ${number}`, cycle, place);
    if (definition && !isOf(figures, definition)) problems.push({ place: `${place}.figures`, message: "are not figures of the cycle's assessment" });
    if (figures.respondents !== respondents) problems.push({ place: `${place}.respondents`, message: "are not those of the figures" });
  });
  consensusAnswers.forEach(({ cycle, item, answer }, index) => {
    const place = `consensusAnswers.${index}`;
    const definition = begin(`${cycle} ${item}`, cycle, place);
    const asked = definition?.items.find((known) => known.id === item);
    if (definition && !asked) problems.push({ place: `${place}.item`, message: "is not an item of the cycle's assessment" });
    else if (asked && (!isAgreed(answer) || problemWith(asked, answer) !== null))
      problems.push({ place: `${place}.answer`, message: "is no answer to the item" });
  });
  return problems;
}

/** Whether figures name the parts, items and options of an assessment, and no others. */
function isOf(figures: TeamResult, { slug, version, dimensions, items }: Definition): boolean {
  const parts = new Set(dimensions.map(({ id }) => id));
  const options = new Map(items.map((item) => [item.id, new Set(item.kind === "number" ? [] : choicesOf(item).map((choice) => choice.id))]));
  const groups = [...figures.roles, ...figures.functions];
  const named = [
    ...figures.overall.heldBackBy,
    ...figures.overall.leftOutDimensions,
    ...[...groups, ...figures.gaps].flatMap((of) => of.dimensions.map((d) => d.id)),
  ];
  // Nothing but their number is said of fewer than five.
  const isWhole = figures.items.length === 0 || sameIds(figures.items, items);
  return (
    figures.assessment.slug === slug &&
    figures.assessment.version === version &&
    sameIds(figures.dimensions, dimensions) &&
    isWhole &&
    named.every((part) => parts.has(part)) &&
    figures.items.every(
      ({ id, dimension, distribution }) => parts.has(dimension) && (distribution ?? []).every(({ option }) => options.get(id)!.has(option)),
    ) &&
    [...figures.findOut, ...figures.agenda].every(({ item }) => figures.items.some(({ id }) => id === item))
  );
}

function sameIds(these: readonly { id: string }[], those: readonly { id: string }[]): boolean {
  return these.length === those.length && these.every(({ id }, i) => id === those[i]!.id);
}
