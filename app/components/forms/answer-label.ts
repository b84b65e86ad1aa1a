import type { Answer } from "#app/domain/assessment/answer.ts";
import type { QuestionView } from "#app/domain/assessment/question-screen.ts";
import type { Words } from "#app/words/say.ts";
import { figureText } from "./figure-text.ts";
import { WAYS_OUT } from "./ways-out.ts";

/** What another device has answered, in the words of the question. */
export function answerLabel({ kind, options }: QuestionView, answer: Answer, { say, language }: Words): string {
  if (answer.state === "blank") return say("taking:noAnswer");
  if (answer.state !== "answered") return say(WAYS_OUT.find((s) => s.id === answer.state)!.label);
  if (typeof answer.value === "number" && kind === "number") return figureText(answer.value, language);
  const labelOf = (id: unknown) => options.find((o) => o.id === String(id))?.label ?? String(id);
  const chosen = [answer.value].flat();
  if (kind === "ranking") return chosen.map((id, p) => `${p + 1}. ${labelOf(id)}`).join("; ");
  if (kind === "shift" && answer.target !== undefined) {
    return say("kinds:answerAndWanted", { answer: labelOf(answer.value), wanted: labelOf(answer.target) });
  }
  if (kind !== "multi") return labelOf(answer.value);
  return options
    .filter((o) => chosen.includes(o.id))
    .map((o) => o.label)
    .join("; ");
}
