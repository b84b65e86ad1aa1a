import type { InitiativeState } from "#app/domain/board/initiative-state.ts";
import { type LeapQuery, LEAPS_A_PAGE } from "#app/domain/board/initiative-query.ts";
import { VERDICTS, type Verdict } from "#app/domain/board/initiative-page-form.ts";
import type { Language } from "#app/words/language.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { organizationDayIn } from "../kpis/organization-day.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { dayOf, titleIn } from "./initiative-row.server.ts";

/** A leap of faith of a roadmap; days are ISO dates. `verdict` null: it is open. */
export type Leap = {
  id: string;
  title: string;
  state: InitiativeState;
  leapOfFaith: string;
  refutedBy: string | null;
  measureOn: string | null;
  isOverdue: boolean;
  ownerName: string | null;
  verdict: Verdict | null;
  measured: string | null;
  decidedOn: string | null;
};

/** `found`: how many the words and the filter leave, of which `leaps` is a page; `decided` stands beneath the first page of all of them, the latest ones. Counts are of all there are. */
export type LeapsFound = {
  leaps: Leap[];
  found: number;
  page: number;
  pages: number;
  decided: Leap[];
  counts: { open: number; overdue: number; decided: number; without: number };
};

/**
 * The leaps of faith on a roadmap, page by page: the open ones first due first, those without a day last; or the decided ones, the latest first. And how
 * many initiatives that have not ended name none. Words are looked for in the leap, the title of its initiative and who looks after it.
 */
export function listLeaps(
  db: Database,
  { organization }: Access,
  { q, show, page }: LeapQuery,
  { language, now }: { language: Language; now: Date },
): Promise<LeapsFound> {
  const organizationId = organization.id;
  return withTenant(db, { organizationId }, async (tx) => {
    const today = await organizationDayIn(tx, organizationId, now);
    const rows = await tx.roadmapInitiative.findMany({
      where: { organizationId, leapOfFaith: { not: null } },
      orderBy: [{ measureOn: { sort: "asc", nulls: "last" } }, { createdAt: "asc" }, { id: "asc" }],
      select: {
        ...{
          id: true,
          libraryId: true,
          own: true,
          state: true,
          leapOfFaith: true,
          refutedBy: true,
          measureOn: true,
          verdict: true,
          measured: true,
          decidedOn: true,
        },
        owner: { select: { person: { select: { name: true } } } },
      },
    });
    const leaps = rows.map((row): Leap => {
      const measureOn = dayOf(row.measureOn);
      return {
        ...{ id: row.id, title: titleIn(row, language), state: row.state as InitiativeState, leapOfFaith: row.leapOfFaith ?? "", refutedBy: row.refutedBy },
        ...{ measureOn, isOverdue: measureOn !== null && measureOn < today, ownerName: row.owner?.person.name ?? null },
        ...{ verdict: VERDICTS.find((known) => known === row.verdict) ?? null, measured: row.measured, decidedOn: dayOf(row.decidedOn) },
      };
    });
    const words = q.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
    const isFound = ({ title, leapOfFaith, ownerName }: Leap) => {
      const text = `${title} ${leapOfFaith} ${ownerName ?? ""}`.toLocaleLowerCase(language);
      return words.every((word) => text.includes(word));
    };
    const isOpen = ({ verdict }: Leap) => verdict === null;
    const open = leaps.filter((leap) => isOpen(leap) && isFound(leap));
    const decided = leaps.filter((leap) => !isOpen(leap) && isFound(leap)).sort((a, b) => (b.decidedOn ?? "").localeCompare(a.decidedOn ?? ""));
    const shown = show === "decided" ? decided : open;
    const pages = Math.max(1, Math.ceil(shown.length / LEAPS_A_PAGE));
    const at = Math.min(page, pages);
    return {
      ...{ leaps: shown.slice((at - 1) * LEAPS_A_PAGE, at * LEAPS_A_PAGE), found: shown.length, page: at, pages },
      decided: show === null && at === 1 ? decided.slice(0, LEAPS_A_PAGE) : [],
      counts: {
        ...{ open: leaps.filter(isOpen).length, overdue: leaps.filter((leap) => isOpen(leap) && leap.isOverdue).length },
        decided: leaps.filter((leap) => !isOpen(leap)).length,
        without: await tx.roadmapInitiative.count({ where: { organizationId, leapOfFaith: null, state: { notIn: ["done", "dropped"] } } }),
      },
    };
  });
}
