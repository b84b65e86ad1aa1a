import type { CarriedAnswer } from "../assessment/carry-over.ts";
import type { Definition } from "../assessment/definition.ts";
import { answerText } from "./answer-text.ts";

/** Where an answer comes from, for people. `said`: what it was, where it is too old to count; null where it counts. */
export type CarriedNote = { title: string; on: string; said: string | null };

/** Notes by item. `titleOf` gives the title of an assessment that may have left the catalogue. */
export function carriedNotes(
  definition: Definition,
  carried: Readonly<Record<string, CarriedAnswer>>,
  titleOf: (slug: string) => string,
): Record<string, CarriedNote> {
  const notes = definition.items.flatMap((item): [string, CarriedNote][] => {
    const its = Object.hasOwn(carried, item.id) ? carried[item.id] : undefined;
    if (!its) return [];
    return [[item.id, { title: titleOf(its.from.assessment), on: its.from.on.toISOString(), said: its.stale ? answerText(item, its.answer) : null }]];
  });
  return Object.fromEntries(notes);
}
