import type { Prisma } from "@prisma/client";
import type { CarriedAnswer } from "#app/domain/assessment/carry-over.ts";
import { type Answer, type Answers, type Said, storedAnswerSchema } from "#app/domain/assessment/answer.ts";

/** Columns of an answer as they are read. */
export const ANSWER_COLUMNS = {
  itemId: true,
  state: true,
  value: true,
  confidence: true,
  comment: true,
  evidenceLink: true,
  evidenceExpires: true,
  revision: true,
} satisfies Prisma.AnswerSelect;

export type AnswerRow = Prisma.AnswerGetPayload<{ select: typeof ANSWER_COLUMNS }>;
/** With where it was carried over from; the time as text in ISO 8601. */
export type AnswerRowWithOrigin = AnswerRow & { carriedFrom: string | null; carriedOn: string | null };

export function answerFromRow(row: AnswerRow): Answer {
  const evidence = row.evidenceLink ? { link: row.evidenceLink, ...(row.evidenceExpires ? { expires: row.evidenceExpires } : {}) } : undefined;
  return storedAnswerSchema.parse({
    state: row.state,
    ...(row.state === "answered" ? saidIn(row.value) : {}),
    ...(row.confidence ? { confidence: row.confidence } : {}),
    ...(row.comment ? { comment: row.comment } : {}),
    ...(evidence ? { evidence } : {}),
  });
}

/** One JSON column holds what was said: the value, or with a target both, as an object, which no value is. */
function saidIn(value: Prisma.JsonValue): object {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : { value };
}

/** The answers that were carried over from another assessment and not touched since, by item. */
export function carriedFromRows(rows: readonly AnswerRowWithOrigin[]): Record<string, CarriedAnswer> {
  return Object.fromEntries(
    rows.flatMap((row): [string, CarriedAnswer][] => {
      if (row.carriedFrom === null || row.carriedOn === null) return [];
      const from = { assessment: row.carriedFrom, on: new Date(row.carriedOn) };
      // A blank row keeps what was said too long ago.
      const stale = row.state === "blank";
      const answer = stale ? storedAnswerSchema.parse(row.value) : answerFromRow(row);
      return [[row.itemId, { answer, from, stale }]];
    }),
  );
}

export function answersFromRows(rows: readonly AnswerRow[]): Answers {
  return Object.fromEntries(rows.map((row) => [row.itemId, answerFromRow(row)]));
}

export function rowFromAnswer(answer: Answer) {
  return {
    state: answer.state,
    value: answer.state === "answered" ? columnOf(answer) : null,
    confidence: answer.confidence ?? null,
    comment: answer.comment ?? null,
    evidenceLink: answer.evidence?.link ?? null,
    evidenceExpires: answer.evidence?.expires ?? null,
  };
}

function columnOf({ value, target }: Said) {
  return target === undefined ? value : { value, target };
}
