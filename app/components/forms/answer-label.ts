import type { Answer } from "#app/domain/assessment/answer.ts";
import type { QuestionView } from "#app/domain/assessment/question-screen.ts";
import { WAYS_OUT } from "./ways-out.ts";

/** What another device has answered, in the words of the question. */
export function answerLabel({ kind, options }: QuestionView, answer: Answer): string {
  if (answer.state === "blank") return "no answer";
  if (answer.state !== "answered") return WAYS_OUT.find((s) => s.id === answer.state)!.label;
  const labelOf = (id: unknown) => options.find((o) => o.id === String(id))?.label ?? String(id);
  const chosen = [answer.value].flat();
  if (kind === "ranking") return chosen.map((id, p) => `${p + 1}. ${labelOf(id)}`).join("; ");
  if (kind === "shift" && answer.target !== undefined) return `${labelOf(answer.value)}; wanted: ${labelOf(answer.target)}`;
  if (kind !== "multi") return labelOf(answer.value);
  return options
    .filter((o) => chosen.includes(o.id))
    .map((o) => o.label)
    .join("; ");
}
