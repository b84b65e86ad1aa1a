import { type Pillar, PILLARS } from "#app/domain/assessment/vocabulary.ts";
import { INITIATIVES_A_PAGE, type InitiativeLibraryQuery } from "#app/domain/board/initiative-query.ts";
import type { Language } from "#app/words/language.ts";
import type { Words } from "#app/words/say.ts";
import { initiativesIn } from "../content/content-in-language.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { type RaisedText, raisedTexts } from "./raised-texts.server.ts";

export type LibraryInitiative = {
  id: string;
  title: string;
  problem: string;
  pillars: Pillar[];
  quarters: number;
  /** Person-weeks of all pools, as it is likely. */
  weeks: number;
  language: Language;
  raises: RaisedText[];
  /** Its row on the roadmap; null: it is not there. */
  rowId: string | null;
};

/**
 * A page of the library's initiatives that have a text in what they are called, are for or raise, in the order of their first pillars and by title; and how many there
 * are on all pages.
 */
export async function initiativeLibrary(
  db: Database,
  { organization }: Access,
  { q, pillar, page }: InitiativeLibraryQuery,
  words: Words,
): Promise<{ entries: LibraryInitiative[]; total: number }> {
  const { language } = words;
  const wanted = q.toLocaleLowerCase(language);
  const said = (raises: readonly RaisedText[]) => raises.map(({ question, to }) => `${question}\n${to}`).join("\n");
  const found = [...initiativesIn(language).initiativeById.values()]
    .filter(({ pillars }) => pillar === null || pillars.includes(pillar))
    .filter(
      ({ title, problem, done, raises }) =>
        wanted === "" || [title, problem, done, said(raisedTexts(raises, words))].join("\n").toLocaleLowerCase(language).includes(wanted),
    )
    .sort((a, b) => PILLARS.indexOf(a.pillars[0]!) - PILLARS.indexOf(b.pillars[0]!) || a.title.localeCompare(b.title, language));
  const organizationId = organization.id;
  const rows = await withTenant(db, { organizationId }, (tx) =>
    tx.roadmapInitiative.findMany({ where: { organizationId, libraryId: { not: null } }, select: { id: true, libraryId: true } }),
  );
  const rowIds = new Map(rows.map(({ id, libraryId }) => [libraryId, id]));
  const entries = found
    .slice((page - 1) * INITIATIVES_A_PAGE, page * INITIATIVES_A_PAGE)
    .map(({ id, title, problem, pillars, quarters, effort, language: spoken, raises }) => ({
      ...{ id, title, problem, pillars, quarters, language: spoken, raises: raisedTexts(raises, words), rowId: rowIds.get(id) ?? null },
      weeks: PILLARS.reduce((sum, pool) => sum + (effort[pool]?.likely ?? 0), 0),
    }));
  return { entries, total: found.length };
}
