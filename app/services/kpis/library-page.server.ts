import { LIBRARY_A_PAGE } from "#app/domain/kpis/kpi-query.ts";
import type { KpiTerms } from "#app/domain/kpis/kpi-terms.ts";
import type { Language } from "#app/words/language.ts";
import type { Words } from "#app/words/say.ts";
import { initiativesIn } from "../content/content-in-language.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";

export type LibraryEntry = {
  id: string;
  title: string;
  formula: string;
  /** Written in English alone. */
  pitfall: string;
  pillar: string;
  language: Language;
  /** The KPI that follows it; null: none does. */
  followedBy: string | null;
};

/** A page of the library's entries that have a text in their title or formula, by title; and how many there are on all pages. */
export async function libraryPage(
  db: Database,
  { organization }: Access,
  { q, page }: { q: string; page: number },
  language: Language,
): Promise<{ entries: LibraryEntry[]; total: number }> {
  const wanted = q.toLocaleLowerCase(language);
  const found = [...initiativesIn(language).kpiById.values()]
    .filter(({ title, formula }) => `${title}\n${formula}`.toLocaleLowerCase(language).includes(wanted))
    .sort((a, b) => a.title.localeCompare(b.title, language));
  const organizationId = organization.id;
  const followed = await withTenant(db, { organizationId }, (tx) =>
    tx.kpi.findMany({ where: { organizationId, libraryId: { not: null } }, select: { id: true, libraryId: true } }),
  );
  const by = new Map(followed.map(({ id, libraryId }) => [libraryId, id]));
  const entries = found.slice((page - 1) * LIBRARY_A_PAGE, page * LIBRARY_A_PAGE).map(({ id, title, formula, pitfall, pillar, language: spoken }) => ({
    ...{ id, title, formula, pitfall, pillar, language: spoken },
    followedBy: by.get(id) ?? null,
  }));
  return { entries, total: found.length };
}

/** What an entry of the library suggests for a KPI; null where there is none of that id. */
export function suggestedTerms(id: string, language: Language, { say }: Words): { title: string; terms: KpiTerms } | null {
  const entry = initiativesIn(language).kpiById.get(id);
  if (!entry) return null;
  const { title, formula, unit, better, cadence } = entry;
  // A score, a count or a ratio is a plain number.
  const said = unit === "percent" || unit === "days" || unit === "hours" || unit === "minutes" || unit === "currency" ? say(`kpis:unit_${unit}`) : "";
  const open = { ownerId: null, baseline: null, baselineOn: null, anchors: null };
  const every = cadence === "quarterly" ? ("quarter" as const) : ("month" as const);
  return { title, terms: { name: title, unit: said, definition: formula, higherIsBetter: better === "up", cadence: every, ...open } };
}
