import { type Pillar, PILLARS } from "#app/domain/assessment/vocabulary.ts";
import type { Language } from "#app/words/language.ts";
import { initiativesIn } from "../content/content-in-language.server.ts";

/** The initiatives of the library by the first pillar that each names, by title. */
export type InitiativeChoices = { pillar: Pillar; initiatives: { id: string; title: string }[] }[];

export function initiativeChoices(language: Language): InitiativeChoices {
  const all = [...initiativesIn(language).initiativeById.values()].sort((a, b) => a.title.localeCompare(b.title, language));
  return PILLARS.map((pillar) => ({
    pillar,
    initiatives: all.filter(({ pillars }) => pillars[0] === pillar).map(({ id, title }) => ({ id, title })),
  }));
}

/** What an initiative is called; its id where the library has it no more, or never had. */
export function initiativeTitle(id: string, language: Language): string {
  return initiativesIn(language).initiativeById.get(id)?.title ?? id;
}
