import type { Answers } from "#app/domain/assessment/answer.ts";
import { answersAsPosted, answersFromForm, type FormEntries } from "#app/domain/assessment/answers-form.ts";
import type { Item } from "#app/domain/assessment/definition.ts";
import { type QuestionScreen, questionScreen } from "#app/domain/assessment/question-screen.ts";
import { answerText } from "#app/domain/report/answer-text.ts";
import type { Words } from "#app/words/say.ts";
import type { Database } from "../db/open-database.server.ts";
import type { OpenResponse } from "./read-response.server.ts";
import { closedQuestions } from "./require-response.server.ts";
import { saveAnswers } from "./save-answers.server.ts";

export type ScreenIntent = "continue" | "back" | "later";
export type ScreenProblem = { field: string; question: string; message: string };

export type ScreenOutcome =
  | { kind: "saved"; intent: ScreenIntent }
  | { kind: "submitted" }
  /** Nothing of the screen was lost: it comes back as it was posted. 422: answers to mend; 409: changed elsewhere meanwhile. */
  | { kind: "problems"; status: 422 | 409; problems: ScreenProblem[]; screen(number: number): QuestionScreen };

/** Keeps a posted screen of answers: the way without JavaScript, and the last word of the way with it. */
export async function saveScreen(
  db: Database,
  response: OpenResponse & { takeToken: string },
  items: readonly Item[],
  entries: FormEntries,
  words: Words,
): Promise<ScreenOutcome> {
  const intent = readIntent(entries);
  const fields = entries.filter(([name]) => name !== "intent");
  const { changes, problems } = answersFromForm(items, fields, words);
  const question = (id: string) => items.find((item) => item.id === id)?.text ?? "";
  const posted = answersAsPosted(items, fields);
  const shown: Answers = { ...response.answers, ...Object.fromEntries(Object.entries(posted).map(([id, { answer }]) => [id, answer])) };
  const again = (revisions: Record<string, number>, meanwhile: Answers) => (number: number) =>
    questionScreen(response.compiled.definition, shown, { ...response.revisions, ...revisions }, number, posted, { ...response.answers, ...meanwhile })!;
  if (response.submitted && changes.length + problems.length > 0) return { kind: "submitted" };
  if (problems.length > 0) {
    return { kind: "problems", status: 422, problems: problems.map((p) => ({ ...p, question: question(p.field) })), screen: again({}, {}) };
  }
  const outcome = await saveAnswers(db, response.takeToken, changes);
  if (outcome.kind === "submitted") return { kind: "submitted" };
  if (outcome.kind === "closed") throw closedQuestions();
  if (outcome.kind !== "saved") throw new Response("Not found", { status: 404 });
  if (outcome.conflicts.length > 0) {
    const revisions = Object.fromEntries([...outcome.saved, ...outcome.conflicts].map((r) => [r.itemId, r.revision]));
    const saved = changes.filter((c) => outcome.saved.some((s) => s.itemId === c.itemId)).map((c) => [c.itemId, c.answer]);
    const elsewhere = outcome.conflicts.map((c) => [c.itemId, c.current]);
    const problems = outcome.conflicts.map(({ itemId, current }) => {
      const answer = answerText(
        items.find((item) => item.id === itemId)!,
        current,
        words,
      );
      return { field: itemId, question: question(itemId), message: words.say("answering:changedElsewhere", { answer }) };
    });
    return { kind: "problems", status: 409, problems, screen: again(revisions, Object.fromEntries([...saved, ...elsewhere])) };
  }
  return { kind: "saved", intent };
}

/** Enter in a field posts without a button: that means going on. */
function readIntent(entries: FormEntries): ScreenIntent {
  const given = entries.find(([name]) => name === "intent")?.[1];
  return given === "back" || given === "later" ? given : "continue";
}
