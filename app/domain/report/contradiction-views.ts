import type { Words } from "../../words/say.ts";
import { answerTo } from "../assessment/answer.ts";
import type { AnsweredAssessments, Contradiction } from "../assessment/contradiction.ts";
import { answerText } from "./answer-text.ts";

/**
 * Answers to two or more questions that do not fit together, each with where it was given. `rule`: the text is content, in the
 * language of the assessments; else it is said in that of the page.
 */
export type ContradictionView = { id: string; text: string; rule: boolean; answers: { slug: string; assessment: string; question: string; answer: string }[] };

/** The rules that fired with the answers that made them fire, each question once. */
export function contradictionViews(contradictions: readonly Contradiction[], answered: AnsweredAssessments, words: Words): ContradictionView[] {
  return contradictions.map(({ id, text, allOf }) => {
    const named = [...new Map(allOf.map((c) => [`${c.assessment}/${c.item}`, c])).values()];
    return {
      id,
      text,
      rule: true,
      answers: named.flatMap(({ assessment, item: itemId }) => {
        const part = answered[assessment];
        const item = part?.definition.items.find((i) => i.id === itemId);
        return part && item
          ? [{ slug: assessment, assessment: part.definition.shortTitle, question: item.text, answer: answerText(item, answerTo(part.answers, itemId), words) }]
          : [];
      }),
    };
  });
}
