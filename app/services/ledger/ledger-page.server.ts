import type { Kept } from "#app/domain/ledger/realised.ts";
import type { Language } from "#app/words/language.ts";
import { assessmentTitle } from "../content/assessment-title.server.ts";
import { catalog } from "../content/catalog-instance.server.ts";
import { assessmentIn } from "../content/content-in-language.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { type LedgerRow, readLedger } from "./read-ledger.server.ts";

/** Values of questions are shown as points, 0..100. */
type ShownItem = { key: string; question: string; from: number; to: number; now: number | null };
export type ShownLedgerRow = Pick<LedgerRow, "id" | "title" | "state" | "promise"> & {
  against: { cycle: string; period: string; title: string }[];
  outcome: { points: number; realised: number; items: ShownItem[] } | null;
};

/** What the page of promises shows: those that have met a result first. */
export async function ledgerPage(
  db: Database,
  { organization }: Pick<Access, "organization">,
  language: Language,
): Promise<{ rows: ShownLedgerRow[]; kept: Kept | null }> {
  const { rows, kept } = await readLedger(db, organization.id, language);
  const shown = rows.map(({ id, title, state, promise, against, outcome }): ShownLedgerRow => ({
    ...{ id, title, state, promise, against: against.map(({ cycle, period, slug }) => ({ cycle, period, title: assessmentTitle(slug, language) })) },
    outcome: outcome && {
      ...{ points: outcome.points, realised: outcome.realised },
      items: outcome.items.map(({ assessment, item, from, to, now }) => ({
        key: `${assessment} ${item}`,
        question: questionOf(assessment, item, language),
        ...{ from: from * 100, to: to * 100, now: now === null ? null : now * 100 },
      })),
    },
  }));
  return { rows: [...shown.filter(({ outcome }) => outcome !== null), ...shown.filter(({ outcome }) => outcome === null)], kept };
}

/** In the words of the current version; its id where that does not ask it any more. */
function questionOf(slug: string, item: string, language: Language): string {
  const entry = catalog().assessmentBySlug.get(slug);
  return (entry && assessmentIn(entry, language).compiled.itemById.get(item)?.item.text) ?? item;
}
