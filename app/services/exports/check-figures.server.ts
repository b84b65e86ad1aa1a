import { checkAnswers } from "#app/domain/assessment/answer.ts";
import type { Contradiction } from "#app/domain/assessment/contradiction.ts";
import type { FileProblem } from "#app/domain/export/check-organization-file.ts";
import type { FileOutline, ResponseEntry } from "#app/domain/export/organization-file.ts";
import { canonicalJson } from "#app/domain/report/canonical-json.ts";
import { type Compiled, compile } from "#app/domain/scoring/compile.ts";
import { METHOD_VERSION } from "#app/domain/scoring/score.ts";
import type { Words } from "#app/words/say.ts";
import { contentHash } from "../content/catalog.server.ts";
import { scoreResponse } from "../responses/score-response.server.ts";
import { answersFromRows } from "../responses/stored-answer.server.ts";
import { rowFromEntry } from "./answer-entry.server.ts";

type Band = ResponseEntry["result"]["band"];
export type CheckedFigures = { band: Band; problems?: never } | { band?: never; problems: FileProblem[] };

/** The assessments of a file, ready to score by; each is the one its hash says. */
export function compileAll({ assessments }: FileOutline, { say }: Words): { compiled: ReadonlyMap<string, Compiled>; problems: FileProblem[] } {
  const compiled = new Map<string, Compiled>();
  const problems = assessments.flatMap(({ hash, definition }, index): FileProblem[] => {
    const place = `assessments.${index}`;
    if (contentHash(definition) !== hash) return [{ place: `${place}.hash`, message: say("imports:alteredAssessment") }];
    try {
      compiled.set(hash, compile(definition));
      return [];
    } catch {
      return [{ place: `${place}.definition`, message: say("imports:looseAssessment") }];
    }
  });
  return { compiled, problems };
}

/** That each answer fits its question, and that the result is what the answers score here. @returns the band that is drawn here */
export function checkFigures(
  { answers: entries, result }: ResponseEntry,
  compiled: Compiled,
  { rules, words: { say } }: { rules: readonly Contradiction[]; words: Words },
  place: string,
): CheckedFigures {
  const { definition } = compiled;
  let answers;
  try {
    answers = answersFromRows(entries.map(rowFromEntry));
  } catch {
    return { problems: [{ place: `${place}.answers`, message: say("imports:fault_value") }] };
  }
  const isItem = (field: string) => definition.items.some(({ id }) => field === `answers.${id}`);
  const wrong = checkAnswers(definition, answers).map(({ field }) => ({
    place: `${place}.${field}`,
    message: isItem(field) ? say("imports:wrongAnswer") : say("imports:noItem", { assessment: definition.slug }),
  }));
  if (wrong.length > 0) return { problems: wrong };
  if (result.method !== METHOD_VERSION)
    return { problems: [{ place: `${place}.result.method`, message: say("imports:otherMethod", { method: result.method, here: METHOD_VERSION }) }] };
  const { score, band } = scoreResponse(compiled, answers, rules);
  if (canonicalJson(score) === canonicalJson(result.score)) return { band };
  const [theirs, here] = [result.score, score].map(({ overall }) => (overall.score === null ? say("imports:noScore") : String(overall.score)));
  return { problems: [{ place: `${place}.result.score`, message: say("imports:otherScore", { theirs: theirs!, here: here! }) }] };
}
