import type { CarriedAnswer } from "#app/domain/assessment/carry-over.ts";
import type { Definition } from "#app/domain/assessment/definition.ts";
import { type CarriedNote, carriedNotes } from "#app/domain/report/carried-notes.ts";
import type { Words } from "#app/words/say.ts";
import { catalog } from "../content/catalog-instance.server.ts";

/** Where the carried answers of a response come from, in the titles of today's catalogue. */
export function notesOfCarried(definition: Definition, carried: Readonly<Record<string, CarriedAnswer>>, words: Words): Record<string, CarriedNote> {
  return carriedNotes(definition, carried, (slug) => catalog().assessmentBySlug.get(slug)?.definition.shortTitle ?? slug, words);
}
