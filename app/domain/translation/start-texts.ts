import type { StartingQuestions } from "../start/starting-questions.ts";
import { entriesOf, type Reword, type TextEntry } from "./text-entry.ts";

/** The same questions with their texts reworded; an entry is a question with its options, its key the question's id. */
export function rewordStart(start: StartingQuestions, reword: Reword): StartingQuestions {
  return {
    questions: start.questions.map((question) => {
      const said = Object.fromEntries(question.options.map(({ id, label, because }) => [id, { label, because }]));
      const { text, options } = reword({ key: question.id, file: "start", path: ["questions", question.id] }, { text: question.text, options: said });
      return { ...question, text, options: question.options.map((option) => ({ ...option, ...options[option.id]! })) };
    }),
  };
}

export function startEntries(start: StartingQuestions): TextEntry[] {
  return entriesOf((reword) => rewordStart(start, reword));
}
