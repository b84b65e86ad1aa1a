import type { Definition } from "../assessment/definition.ts";
import type { StartingOption, StartingQuestion } from "./starting-questions.ts";

/** What is asked of an assessment before it can be recommended. */
export type Recommendable = Pick<Definition, "slug" | "minutes" | "audience">;
/** `because` has one clause or more, in the order of the questions. */
export type Recommendation = { slug: string; points: number; because: string[] };

/** One recommendation and two alternatives. */
const MOST_RECOMMENDED = 3;

/**
 * What these answers lead to, best first; empty when nothing fits. Whatever takes longer than the time there is, or is
 * not made for the role, is left out; of the rest the most points win (at least one), and of equals the shorter.
 */
export function recommendAssessments(chosen: readonly StartingOption[], assessments: readonly Recommendable[]): Recommendation[] {
  return assessments
    .filter((assessment) => chosen.every((option) => withinLimits(option, assessment)))
    .map(({ slug, minutes }) => ({ slug, minutes, points: chosen.reduce((sum, option) => sum + pointsFor(option, slug), 0) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points || a.minutes - b.minutes || (a.slug < b.slug ? -1 : 1))
    .slice(0, MOST_RECOMMENDED)
    .map(({ slug, points }) => ({ slug, points, because: chosen.filter((option) => speaksFor(option, slug)).map((option) => option.because) }));
}

/**
 * The answers whose assessments are all left out by the time there is or the role. Questions about time and role themselves are
 * met by whatever fits. `chosen` has one answer to each of the questions, in their order.
 */
export function unmetAnswers(
  questions: readonly Pick<StartingQuestion, "options">[],
  chosen: readonly StartingOption[],
  assessments: readonly Recommendable[],
): StartingOption[] {
  const fitting = assessments.filter((assessment) => chosen.every((option) => withinLimits(option, assessment)));
  return chosen.filter((option, i) => !questions[i]!.options.some(isLimit) && !fitting.some(({ slug }) => pointsFor(option, slug) > 0));
}

function isLimit({ minutes, audience }: StartingOption): boolean {
  return minutes !== undefined || audience !== undefined;
}

function withinLimits({ minutes, audience }: StartingOption, assessment: Recommendable): boolean {
  return (minutes === undefined || assessment.minutes <= minutes) && (audience === undefined || assessment.audience.includes(audience));
}

function pointsFor({ points }: StartingOption, slug: string): number {
  return Object.hasOwn(points, slug) ? points[slug]! : 0;
}

/** An answer is a reason when it gives points, or sets a limit that this assessment keeps. */
function speaksFor(option: StartingOption, slug: string): boolean {
  return isLimit(option) || pointsFor(option, slug) > 0;
}
