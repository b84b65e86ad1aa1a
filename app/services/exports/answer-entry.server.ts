import type { Prisma } from "@prisma/client";
import type { AnswerEntry } from "#app/domain/export/stored-answer-schema.ts";
import { ANSWER_COLUMNS, type AnswerRow } from "../responses/stored-answer.server.ts";

/** Columns of an answer as they are read for a file. */
export const ENTRY_COLUMNS = { ...ANSWER_COLUMNS, carriedFrom: true, carriedOn: true, updatedAt: true } satisfies Prisma.AnswerSelect;

/** A stored answer as files hold it. */
export function answerEntry(row: Prisma.AnswerGetPayload<{ select: typeof ENTRY_COLUMNS }>): AnswerEntry {
  const { itemId, state, value, confidence, comment, evidenceLink, evidenceExpires, revision, carriedFrom, carriedOn, updatedAt } = row;
  const said = { value, confidence, comment, evidenceLink, evidenceExpires, carriedFrom, carriedOn: carriedOn?.toISOString() ?? null };
  const present = Object.fromEntries(Object.entries(said).filter(([, given]) => given !== null));
  return { item: itemId, state, revision, updatedAt: updatedAt.toISOString(), ...present } as AnswerEntry;
}

/** The other way round: what the services of responses read. */
export function rowFromEntry(entry: AnswerEntry): AnswerRow {
  const { item, state, value = null, confidence = null, comment = null, evidenceLink = null, evidenceExpires = null, revision } = entry;
  return { itemId: item, state, value: value as Prisma.JsonValue, confidence, comment, evidenceLink, evidenceExpires, revision };
}
