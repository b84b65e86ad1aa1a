import type { CarriedAnswer } from "#app/domain/assessment/carry-over.ts";
import type { Definition } from "#app/domain/assessment/definition.ts";
import { type CarriedNote, carriedNotes } from "#app/domain/report/carried-notes.ts";
import type { Words } from "#app/words/say.ts";
import { catalog } from "../content/catalog-instance.server.ts";
import { assessmentIn } from "../content/content-in-language.server.ts";

/** Where the carried answers of a response come from, in the titles of today's catalogue. */
export function notesOfCarried(definition: Definition, carried: Readonly<Record<string, CarriedAnswer>>, words: Words): Record<string, CarriedNote> {
  const titleOf = (slug: string) => {
    const entry = catalog().assessmentBySlug.get(slug);
    return entry ? assessmentIn(entry, words.language).definition.shortTitle : slug;
  };
  return carriedNotes(definition, carried, titleOf, words);
}
