import type { OwnChoices } from "#app/domain/board/own-initiative-form.ts";
import { type OwnInitiative, ownInitiativeSchema, planIdOf } from "#app/domain/board/own-initiative.ts";
import type { Named } from "#app/domain/board/own-in-words.ts";
import { type Pillar, PILLARS } from "#app/domain/assessment/vocabulary.ts";
import type { Definition } from "#app/domain/assessment/definition.ts";
import type { Language } from "#app/words/language.ts";
import { catalog } from "../content/catalog-instance.server.ts";
import { assessmentIn, initiativesIn } from "../content/content-in-language.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";

export type Choice = { id: string; title: string };
/** What the form of an initiative chooses from, in a language: as it stands in lists, and as it is read. */
export type OwnLists = {
  library: { pillar: Pillar; initiatives: Choice[] }[];
  owns: Choice[];
  kpis: { pillar: Pillar; kpis: Choice[] }[];
  /** `id`: `<assessment>.<item>`. */
  questions: { title: string; questions: Choice[] }[];
};

/** The assessments of the catalogue in a language. */
export function definitionsIn(language: Language): ReadonlyMap<string, Definition> {
  return new Map(catalog().assessments.map((entry) => [entry.definition.slug, assessmentIn(entry, language).definition]));
}

/** The initiatives of their own on an organisation's roadmap, by what they go by in plans. */
export async function ownsIn(tx: Transaction, organizationId: string): Promise<{ id: string; planId: string; own: OwnInitiative }[]> {
  const rows = await tx.roadmapInitiative.findMany({ where: { organizationId, libraryId: null }, orderBy: { id: "asc" }, select: { id: true, own: true } });
  return rows.map(({ id, own }) => ({ id, planId: planIdOf(id), own: ownInitiativeSchema.parse(own) }));
}

/** Everything that an initiative of their own can refer to. @param except an initiative that cannot rest on itself: the id of its row */
export async function ownChoices(
  db: Database,
  { organization }: Access,
  except: string | null,
  language: Language,
): Promise<{ choices: OwnChoices; named: Named; lists: OwnLists }> {
  const owns = (await withTenant(db, { organizationId: organization.id }, (tx) => ownsIn(tx, organization.id))).filter(({ id }) => id !== except);
  const { initiativeById, kpiById } = initiativesIn(language);
  const assessments = definitionsIn(language);
  const ownTitles = new Map(owns.map(({ planId, own }) => [planId, own.title]));
  const byTitle = <T extends { title: string }>(all: Iterable<T>) => [...all].sort((a, b) => a.title.localeCompare(b.title, language));
  const [initiatives, kpis] = [byTitle(initiativeById.values()), byTitle(kpiById.values())];
  const choice = ({ id, title }: Choice): Choice => ({ id, title });
  return {
    choices: { initiatives: new Set([...initiativeById.keys(), ...ownTitles.keys()]), kpis: new Set(kpiById.keys()), assessments },
    named: { initiativeTitle: (id) => initiativeById.get(id)?.title ?? ownTitles.get(id) ?? id, kpiTitle: (id) => kpiById.get(id)?.title ?? id, assessments },
    lists: {
      library: PILLARS.map((pillar) => ({ pillar, initiatives: initiatives.filter(({ pillars }) => pillars[0] === pillar).map(choice) })),
      owns: byTitle([...ownTitles].map(([id, title]) => ({ id, title }))),
      kpis: PILLARS.map((pillar) => ({ pillar, kpis: kpis.filter((kpi) => kpi.pillar === pillar).map(choice) })),
      questions: [...assessments.values()].map(({ slug, shortTitle, items }) => ({
        title: shortTitle,
        questions: items.map(({ id, text }) => ({ id: `${slug}.${id}`, title: text })),
      })),
    },
  };
}
