import type { Pillar } from "#app/domain/assessment/vocabulary.ts";
import { PILLARS } from "#app/domain/assessment/vocabulary.ts";
import type { InitiativeState } from "#app/domain/board/initiative-state.ts";
import { openPeriods } from "#app/domain/cycles/period.ts";
import type { Initiative } from "#app/domain/roadmap/initiative.ts";
import type { WishChoices } from "#app/domain/scenarios/wishes-form.ts";
import type { Language } from "#app/words/language.ts";
import { boardInitiatives } from "../board/read-board.server.ts";
import { publishedCycles, type PublishedCycle } from "../changes/published-cycles.server.ts";
import { compiledVersionIn } from "../content/compiled-version.server.ts";
import { initiativesIn } from "../content/content-in-language.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { organizationDayIn } from "../kpis/organization-day.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";

type ShownResult = { cycle: string; number: number; period: string; respondents: number; mean: number | null };
/** The dimensions and levels are those of the latest result's version. */
export type ShownAssessment = {
  slug: string;
  title: string;
  results: ShownResult[];
  dimensions: { id: string; title: string }[];
  levels: string[];
};
export type ShownInitiative = { id: string; title: string; state: InitiativeState | null };

/** What the form of a scenario offers, and the same as it is read by. */
export type OfferedWishes = {
  assessments: ShownAssessment[];
  firstQuarters: string[];
  /** By the first pillar of each. */
  initiatives: { pillar: Pillar; initiatives: ShownInitiative[] }[];
  choices: WishChoices;
};

/**
 * What a plan of an organisation can be made from: results that were published and are of five or more, and the initiatives that could raise what they are of.
 * @param kept the first quarter of a scenario that is changed, which stays to be chosen when it is over
 */
export async function offeredWishes(
  db: Database,
  { organization }: Pick<Access, "organization">,
  language: Language,
  now: Date,
  kept?: string,
): Promise<OfferedWishes> {
  const organizationId = organization.id;
  const { cycles, board, today } = await withTenant(db, { organizationId }, async (tx) => ({
    cycles: (await publishedCycles(tx, organizationId)).filter(({ mean }) => mean !== null),
    board: await boardInitiatives(tx, organizationId, language),
    today: await organizationDayIn(tx, organizationId, now),
  }));
  const slugs = [...new Set(cycles.map(({ slug }) => slug))].sort();
  const versions = new Map<string, { id: string; title: string }[]>();
  for (const hash of new Set(cycles.map((cycle) => cycle.hash))) {
    versions.set(
      hash,
      (await compiledVersionIn(db, hash, language)).definition.dimensions.map(({ id, title }) => ({ id, title })),
    );
  }
  const assessments: ShownAssessment[] = [];
  for (const slug of slugs) {
    const results = cycles.filter((cycle) => cycle.slug === slug).reverse();
    const { definition } = await compiledVersionIn(db, results[0]!.hash, language);
    assessments.push({
      ...{ slug, title: definition.shortTitle, results: results.map(shown), levels: definition.levels.map(({ name }) => name) },
      dimensions: versions.get(results[0]!.hash)!,
    });
  }
  const stateOf = new Map(board.map(({ planId, state }) => [planId, state]));
  const own = board.flatMap(({ isOwn, source }) => (isOwn && source ? [source] : []));
  const all = plannable([...initiativesIn(language).initiativeById.values(), ...own], new Set(slugs), new Set(stateOf.keys()));
  const firstQuarters = [...new Set([...(kept ? [kept] : []), ...openPeriods(new Date(`${today}T00:00:00Z`))])].sort();
  return {
    assessments,
    firstQuarters,
    initiatives: PILLARS.map((pillar) => ({
      pillar,
      initiatives: all
        .filter(({ pillars }) => pillars[0] === pillar)
        .map(({ id, title }) => ({ id, title, state: stateOf.get(id) ?? null }))
        .sort((a, b) => a.title.localeCompare(b.title, language)),
    })),
    choices: {
      assessments: slugs.map((slug) => ({
        slug,
        results: cycles
          .filter((cycle) => cycle.slug === slug)
          .map(({ id, number, hash }) => ({ cycle: id, number, dimensions: versions.get(hash)!.map((dimension) => dimension.id) })),
      })),
      ...{ firstQuarters, initiatives: all.map(({ id }) => id) },
    },
  };
}

const shown = ({ id, number, period, respondents, mean }: PublishedCycle): ShownResult => ({ cycle: id, number, period, respondents, mean });

/** Those that raise a question of these assessments or stand on the board, and what they rest on. */
function plannable(initiatives: readonly Initiative[], slugs: ReadonlySet<string>, onBoard: ReadonlySet<string>): Initiative[] {
  const byId = new Map(initiatives.map((initiative) => [initiative.id, initiative]));
  const wanted = new Set<string>();
  const want = (id: string): void => {
    if (wanted.has(id) || !byId.has(id)) return;
    wanted.add(id);
    byId.get(id)!.requires.forEach(want);
  };
  for (const { id, raises } of initiatives) if (onBoard.has(id) || raises.some(({ assessment }) => slugs.has(assessment))) want(id);
  return initiatives.filter(({ id }) => wanted.has(id));
}
