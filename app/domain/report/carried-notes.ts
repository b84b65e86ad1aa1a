import type { Words } from "../../words/say.ts";
import type { CarriedAnswer } from "../assessment/carry-over.ts";
import type { Definition } from "../assessment/definition.ts";
import { answerText } from "./answer-text.ts";
import { displayDate } from "./display.ts";

/** Where an answer comes from, for people. `on`: the day in words. `said`: what it was, where it is too old to count; null where it counts. */
export type CarriedNote = { title: string; on: string; said: string | null };

/** Notes by item. `titleOf` gives the title of an assessment that may have left the catalogue. */
export function carriedNotes(
  definition: Definition,
  carried: Readonly<Record<string, CarriedAnswer>>,
  titleOf: (slug: string) => string,
  words: Words,
): Record<string, CarriedNote> {
  const notes = definition.items.flatMap((item): [string, CarriedNote][] => {
    const its = Object.hasOwn(carried, item.id) ? carried[item.id] : undefined;
    if (!its) return [];
    const on = displayDate(its.from.on.toISOString(), words.language);
    return [[item.id, { title: titleOf(its.from.assessment), on, said: its.stale ? answerText(item, its.answer, words) : null }]];
  });
  return Object.fromEntries(notes);
}
