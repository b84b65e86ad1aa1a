import type { Answer } from "#app/domain/assessment/answer.ts";
import { valueOf, whatIsMissing } from "#app/domain/assessment/entered-value.ts";
import { fieldName, OPTION_PREFIX, type QuestionField } from "#app/domain/assessment/form-fields.ts";
import type { QuestionView } from "#app/domain/assessment/question-screen.ts";

/**
 * What the fields of a question say at this moment, as the save endpoint takes it; the server checks it. Null while they
 * do not make an answer: a ranking that is not whole, a figure that cannot be read or is out of its range.
 */
export function answerFromFields(form: HTMLFormElement, question: QuestionView): Answer | null {
  const { id, kind, range } = question;
  const data = new FormData(form);
  const all = (field: QuestionField) => data.getAll(fieldName(field, id)).map(String);
  const text = (field: "confidence" | "comment" | "evidence") => (all(field)[0] ?? "").trim();
  const chosen = all("answer");
  const entered = kind === "shift" ? all("target") : kind === "number" ? all("number") : all("place");
  const options = chosen.filter((v) => v.startsWith(OPTION_PREFIX)).map((v) => v.slice(OPTION_PREFIX.length));
  const given = kind === "number" || kind === "ranking" ? entered.filter((v) => v.trim() !== "") : options;
  const state = chosen.find((v) => !v.startsWith(OPTION_PREFIX)) as "not_applicable" | "not_sure" | undefined;
  const confidence = text("confidence") as Answer["confidence"] | "";
  const comment = text("comment").replaceAll("\r\n", "\n");
  const link = text("evidence");
  const extras = {
    ...(confidence ? { confidence } : {}),
    ...(comment ? { comment } : {}),
    ...(link ? { evidence: { link } } : {}),
  };
  if (state) return { state, ...extras };
  if (whatIsMissing(question, given, entered) !== null) return null;
  if (given.length === 0) return { state: "blank", ...extras };
  const said = valueOf(question, given, entered);
  if (range && typeof said.value === "number" && (said.value < range.min || said.value > range.max)) return null;
  return { ...said, ...extras };
}
