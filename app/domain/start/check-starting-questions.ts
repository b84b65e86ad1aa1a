import { type ContentProblem, repeated } from "../assessment/content-problem.ts";
import { type KnownAssessments, unknownAssessment } from "../assessment/known-assessments.ts";
import { type Recommendable, recommendAssessments } from "./recommend-assessments.ts";
import type { StartingOption, StartingQuestions } from "./starting-questions.ts";

type Path = (string | number)[];
type Answered = { option: StartingOption; path: Path };

/** What is wrong with the starting questions; where they lead is said once every reference holds and every assessment can be read. */
export function checkStartingQuestions({ questions }: StartingQuestions, assessments: KnownAssessments): ContentProblem[] {
  const references = [
    ...repeated(
      questions.map(({ id }) => id),
      "question",
      (i) => ["questions", i, "id"],
    ),
    ...questions.flatMap(({ options }, i) =>
      repeated(
        options.map(({ id }) => id),
        "answer",
        (j) => ["questions", i, "options", j, "id"],
      ),
    ),
    ...questions.flatMap(({ options }, i) =>
      options.flatMap(({ points }, j) =>
        Object.keys(points)
          .filter((slug) => !assessments.has(slug))
          .map((slug) => unknownAssessment(slug, ["questions", i, "options", j, "points", slug])),
      ),
    ),
  ];
  const known = [...assessments].flatMap(([slug, definition]) => (definition ? [{ ...definition, slug }] : []));
  if (references.length > 0 || known.length < assessments.size) return references;
  return whereTheyLead(questions, known);
}

function whereTheyLead(questions: StartingQuestions["questions"], assessments: readonly Recommendable[]): ContentProblem[] {
  const ways = combinations(questions).map((answers) => ({
    answers,
    led: recommendAssessments(
      answers.map(({ option }) => option),
      assessments,
    ),
  }));
  const deadEnds = ways
    .filter(({ led }) => led.length === 0)
    .map(({ answers }): ContentProblem => {
      const ids = answers.map(({ option }) => `"${option.id}"`);
      return {
        path: answers.at(-1)!.path,
        message: `${ids.join(", ")} together lead to no assessment`,
        fix: "in one of these answers, give points to an assessment that keeps their minutes and audience",
      };
    });
  const reached = new Set(ways.flatMap(({ led }) => led.map(({ slug }) => slug)));
  const unreached = assessments
    .filter(({ slug }) => !reached.has(slug))
    .map(({ slug }): ContentProblem => ({
      path: ["questions"],
      message: `no answers lead to the assessment "${slug}"`,
      fix: "give it points, or more points, in an answer it belongs to",
    }));
  return [...deadEnds, ...unreached];
}

/** Every way to answer all questions. */
function combinations(questions: StartingQuestions["questions"]): Answered[][] {
  return questions.reduce<Answered[][]>(
    (ways, { options }, i) => ways.flatMap((way) => options.map((option, j) => [...way, { option, path: ["questions", i, "options", j] }])),
    [[]],
  );
}
