import type { Definition } from "./definition.ts";
import { type Audience, AUDIENCES, type Pillar, PILLARS } from "./vocabulary.ts";

/** What a person needs to choose an assessment. Roles and pillars stand in the order of the vocabulary. */
export type CatalogueEntry = {
  slug: string;
  title: string;
  summary: string;
  minutes: number;
  questions: number;
  audience: Audience[];
  /** At least one; `share` is from 0.2 to 1. */
  pillars: PillarShare[];
  youGet: string[];
};
type PillarShare = { id: Pillar; share: number };

export function catalogueEntry(definition: Definition): CatalogueEntry {
  const { slug, title, summary, minutes, items, audience, youGet } = definition;
  return {
    slug,
    title,
    summary,
    minutes,
    questions: items.length,
    audience: AUDIENCES.filter((who) => audience.includes(who)),
    pillars: pillarsSpokenAbout(definition),
    youGet,
  };
}

/**
 * The pillars an assessment speaks about: those that at least one question in five names. Every question names one of
 * the five or two of them, so there is always such a pillar, and the shares may add up to more than 1.
 */
export function pillarsSpokenAbout({ items }: Pick<Definition, "items">): PillarShare[] {
  return PILLARS.map((id) => ({ id, count: items.filter((item) => item.pillars.includes(id)).length }))
    .filter(({ count }) => count * PILLARS.length >= items.length)
    .map(({ id, count }) => ({ id, share: count / items.length }));
}
