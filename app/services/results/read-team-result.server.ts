import type { TeamResult } from "#app/domain/agreement/team-result-shape.ts";
import { SMALLEST_GROUP } from "#app/domain/agreement/team-result-shape.ts";
import { type TeamNames, teamNames } from "#app/domain/report/team-names.ts";
import type { Compiled } from "#app/domain/scoring/compile.ts";
import type { Language } from "#app/words/language.ts";
import { compiledVersionIn } from "../content/compiled-version.server.ts";
import { isId } from "../db/is-id.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { type AgreedAnswer, agreedAnswers } from "./agreed-answers.server.ts";
import { countSubmitted } from "./count-submitted.server.ts";
import { latestFigures, type Of, type StoredFigures } from "./stored-figures.server.ts";

/**
 * `shown`: there are figures; `withheld`: of fewer than five, or of fewer than five in each way that people came; `none`: nobody had answered; `pending`: they are being computed; `open`: the
 * cycle has not been closed yet.
 */
export type TeamState = "shown" | "withheld" | "none" | "pending" | "open";
export type TeamResultOfCycle = {
  cycle: { id: string; slug: string; period: string; closedAt: Date | null; isAnonymous: boolean };
  state: TeamState;
  /** Whether the figures are to be computed again. */
  isDue: boolean;
  /** Whether others have answered since, and are not in the figures. */
  hasLater: boolean;
  /** Of a closed anonymous cycle that has answers of both ways: how many of each are in no figures, since they are fewer than five, or were added since. */
  leftOut: { asked: number; byLink: number };
  stored: StoredFigures | null;
  agreed: AgreedAnswer[];
  /** The version that was answered, in the reader's language as far as it is translated; `language` is what its pages speak. */
  compiled: Compiled;
  names: TeamNames;
  language: Language;
  hash: string;
};

/**
 * What a team scored in a cycle, as it was computed and stored: how many have answered costs nothing here. Null for an id of none, and of
 * another organisation's.
 */
export async function readTeamResult(db: Database, access: Access, cycleId: string, wanted: Language): Promise<TeamResultOfCycle | null> {
  const organizationId = access.organization.id;
  if (!isId(cycleId)) return null;
  const found = await withTenant(db, { organizationId }, async (tx) => {
    const cycle = await tx.cycle.findUnique({
      where: { organizationId_id: { organizationId, id: cycleId } },
      select: { assessmentHash: true, assessmentSlug: true, period: true, closedAt: true, isAnonymous: true, isResultDue: true, reopenedReason: true },
    });
    if (!cycle) return null;
    const of = { organizationId, cycleId };
    const stored = await latestFigures(tx, of);
    const agreed = await agreedAnswers(tx, of);
    // Only where it was opened again can anybody have come later, and only there it is looked for.
    const hasLater = stored !== null && cycle.reopenedReason !== null && (await anyLater(tx, organizationId, cycleId));
    const leftOut = stored && cycle.isAnonymous && cycle.closedAt ? await leftOutOf(tx, of) : NOBODY;
    return { cycle, stored, agreed, leftOut, hasLater: hasLater && leftOut === NOBODY };
  });
  if (!found) return null;
  const { cycle, stored, agreed, hasLater, leftOut } = found;
  const { assessmentHash: hash, assessmentSlug: slug, period, closedAt, isAnonymous, isResultDue } = cycle;
  const isDue = closedAt !== null && isResultDue;
  const { compiled, definition, language } = await compiledVersionIn(db, hash, wanted);
  const state = stateOf(stored?.figures ?? null, leftOut, isDue, closedAt);
  return {
    cycle: { id: cycleId, slug, period, closedAt, isAnonymous },
    state,
    isDue,
    hasLater,
    leftOut,
    stored,
    agreed,
    compiled,
    names: teamNames(definition),
    language,
    hash,
  };
}

const NOBODY = { asked: 0, byLink: 0 };

function stateOf(figures: TeamResult | null, leftOut: typeof NOBODY, isDue: boolean, closedAt: Date | null): TeamState {
  if (figures && figures.respondents >= SMALLEST_GROUP) return "shown";
  if (closedAt === null) return "open";
  if (isDue) return "pending";
  return figures && figures.respondents + leftOut.asked + leftOut.byLink > 0 ? "withheld" : "none";
}

/** Looks only where there ever was a link; without answers of both ways nobody is left out for the sake of how they came. */
async function leftOutOf(tx: Transaction, of: Of): Promise<typeof NOBODY> {
  if ((await tx.openLink.count({ where: of })) === 0) return NOBODY;
  const { asked, byLink } = await countSubmitted(tx, of, true);
  if (asked.submitted === 0 || byLink.submitted === 0) return NOBODY;
  return { asked: asked.submitted - asked.published, byLink: byLink.submitted - byLink.published };
}

async function anyLater(tx: Transaction, organizationId: string, cycleId: string): Promise<boolean> {
  const later = await tx.response.findFirst({ where: { organizationId, cycleId, submittedAt: { not: null }, publishedIn: null }, select: { id: true } });
  return later !== null;
}
