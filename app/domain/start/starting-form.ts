import type { Words } from "../../words/say.ts";
import type { StartingOption, StartingQuestions } from "./starting-questions.ts";

/** A field of the form that is no question's id, so that a form sent without an answer is known from one not sent. */
export const SENT_FIELD = "form_sent";

/** `chosen` are option ids by question id, for the questions that were answered with what they offer. */
export type StartingForm = {
  chosen: Record<string, string>;
  problems: { field: string; question: string; message: string }[];
  /** The answers in the order of the questions; null unless each question has one. */
  options: StartingOption[] | null;
};

/** Reads the form from an address (`?who=manager&time=…`). One that asks nothing has neither answers nor problems. */
export function readStartingForm({ questions }: StartingQuestions, query: URLSearchParams, { say }: Words): StartingForm {
  const answered = questions.map((question) => {
    const given = query.getAll(question.id);
    const option = given.length === 1 ? question.options.find(({ id }) => id === given[0]) : undefined;
    return { question, given, option };
  });
  const options = answered.flatMap(({ option }) => option ?? []);
  const sent = query.has(SENT_FIELD) || answered.some(({ given }) => given.length > 0);
  return {
    chosen: Object.fromEntries(answered.flatMap(({ question, option }) => (option ? [[question.id, option.id]] : []))),
    problems: answered
      .filter(({ option }) => sent && !option)
      .map(({ question: { id, text }, given }) => ({
        field: id,
        question: text,
        message: say(given.length === 0 ? "catalogue:chooseAnswer" : "catalogue:chooseShown"),
      })),
    options: options.length === questions.length ? options : null,
  };
}
