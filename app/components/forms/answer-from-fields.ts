import type { Answer } from "#app/domain/assessment/answer.ts";
import { fieldName, OPTION_PREFIX } from "#app/domain/assessment/form-fields.ts";
import type { QuestionView } from "#app/domain/assessment/question-screen.ts";

/** What the fields of a question say at this moment, as the save endpoint takes it; the server checks it. */
export function answerFromFields(form: HTMLFormElement, question: QuestionView): Answer {
  const data = new FormData(form);
  const text = (field: "confidence" | "comment" | "evidence") => String(data.get(fieldName(field, question.id)) ?? "").trim();
  const chosen = data.getAll(fieldName("answer", question.id)).map(String);
  const options = chosen.filter((v) => v.startsWith(OPTION_PREFIX)).map((v) => v.slice(OPTION_PREFIX.length));
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
  const [first] = options;
  if (first === undefined) return { state: "blank", ...extras };
  if (question.kind === "multi") return { state: "answered", value: options, ...extras };
  return { state: "answered", value: question.kind === "scale" ? Number(first) : first, ...extras };
}
