import type { Words } from "../../words/say.ts";
import { type Answers, answerTo, type Evidence } from "../assessment/answer.ts";
import { screenOf } from "../assessment/question-screen.ts";
import type { Compiled } from "../scoring/compile.ts";
import { score } from "../scoring/score.ts";
import { answerText } from "./answer-text.ts";
import { whyNotPublished } from "./part-reading.ts";

export type AnswersForReview = {
  /** How many questions have no answer at all. */
  open: number;
  sections: {
    title: string;
    /** Why this dimension would have no score as things stand; null when it would have one. */
    why: string | null;
    lines: {
      item: string;
      number: number;
      screen: number;
      question: string;
      answer: string;
      comment: string | null;
      evidence: Evidence | null;
      open: boolean;
    }[];
  }[];
};

/** What a respondent checks before submitting: every answer in words, and which dimension would stay without a score. */
export function answersForReview(compiled: Compiled, answers: Answers, words: Words): AnswersForReview {
  const { definition } = compiled;
  const parts = score(compiled, answers).dimensions;
  const numberOf = new Map(definition.items.map((item, i) => [item.id, i + 1]));
  const question = (id: string) => compiled.itemById.get(id)!.item.text;
  return {
    open: definition.items.filter((item) => answerTo(answers, item.id).state === "blank").length,
    sections: definition.dimensions.map((d, i) => ({
      title: d.title,
      why: whyNotPublished(parts[i]!, question, definition.dimensions.find((other) => other.id === d.carriedBy)?.title ?? null, words),
      lines: definition.items
        .filter((item) => item.dimension === d.id)
        .map((item) => {
          const answer = answerTo(answers, item.id);
          return {
            item: item.id,
            number: numberOf.get(item.id)!,
            screen: screenOf(definition, item.id),
            question: item.text,
            answer: answerText(item, answer, words),
            comment: answer.comment ?? null,
            evidence: answer.evidence ?? null,
            open: answer.state === "blank",
          };
        }),
    })),
  };
}
