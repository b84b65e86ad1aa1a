import { can } from "#app/domain/access/can.ts";
import type { RoleWeights } from "#app/domain/agreement/role-weights.ts";
import { type CycleState, cycleState } from "#app/domain/cycles/cycle-state.ts";
import { isId } from "../db/is-id.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { ownResponses } from "../responses/own-responses.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { countCycle, type CycleCounts, type FunctionCounts } from "./count-cycle.server.ts";
import { remindable } from "./remind.server.ts";
import { WEIGHT_COLUMNS, weightsFromRow } from "./weight-columns.server.ts";

export type Cycle = {
  id: string;
  slug: string;
  period: string;
  openedAt: Date;
  openedBy: string;
  opensAt: Date | null;
  closesAt: Date | null;
  closedAt: Date | null;
  state: CycleState;
  /** By whose clock its times are said. */
  timeZone: string;
  isAnonymous: boolean;
  asksEverybody: boolean;
  remindEveryDays: number | null;
  roleWeights: RoleWeights;
  reopenedReason: string | null;
  revision: number;
  /** How far it has come; null for who may only answer. Never who. */
  progress: { counts: CycleCounts; byFunction: FunctionCounts[] } | null;
  /** What whoever runs it sees besides; null for others. */
  running: Running | null;
  /** Whether whoever asks is asked to answer. */
  isAsked: boolean;
  /** What whoever asks has answered in it; null: nothing yet. `responseId` is null where it was answered under another secret. */
  own: { responseId: string | null; isSubmitted: boolean } | null;
};

export type Running = {
  /** How many a reminder would go to now; null in an anonymous cycle, where it could tell of one person. */
  remindable: number | null;
  openLink: { id: string; expiresAt: Date } | null;
  /** The series it is the latest of that goes on. */
  series: { id: string; nextOpensAt: Date; revision: number } | null;
  /** Who has answered, by name or address; null in an anonymous cycle. */
  answeredBy: string[] | null;
};

const COLUMNS = {
  ...{ id: true, assessmentSlug: true, period: true, openedAt: true, openedBy: true, opensAt: true, closesAt: true, closedAt: true },
  ...{ isAnonymous: true, asksEverybody: true, remindEveryDays: true, reopenedReason: true, revision: true, ...WEIGHT_COLUMNS },
  series: { select: { id: true, nextOpensAt: true, revision: true } },
  organization: { select: { timeZone: true } },
} as const;

/** One cycle; null for an id of none, and of another organisation's. */
export async function readCycle(db: Database, { organization, actor, memberId }: Access, id: string, now: Date): Promise<Cycle | null> {
  const organizationId = organization.id;
  if (!isId(id)) return null;
  return withTenant(db, { organizationId }, async (tx) => {
    const found = await tx.cycle.findUnique({ where: { organizationId_id: { organizationId, id } }, select: COLUMNS });
    if (!found) return null;
    const {
      assessmentSlug,
      series,
      organization: { timeZone },
      executiveWeight,
      managerWeight,
      frontlineWeight,
      ...cycle
    } = found;
    const state = cycleState(cycle, now);
    const runs = can(actor, "cycles.run");
    const latest = series?.nextOpensAt ? { id: series.id, nextOpensAt: series.nextOpensAt, revision: series.revision } : null;
    return {
      ...cycle,
      slug: assessmentSlug,
      roleWeights: weightsFromRow({ executiveWeight, managerWeight, frontlineWeight }),
      state,
      timeZone,
      progress: runs || can(actor, "results.view") ? await countCycle(tx, organizationId, id) : null,
      running: runs ? await runningOf(tx, organizationId, { ...cycle, state }, latest, now) : null,
      ...(await ownIn(tx, organizationId, cycle, memberId)),
    };
  });
}

async function runningOf(
  tx: Transaction,
  organizationId: string,
  { id, isAnonymous, state }: { id: string; isAnonymous: boolean; state: CycleState },
  series: Running["series"],
  now: Date,
): Promise<Running> {
  const where = { organizationId, cycleId: id };
  const openLink = await tx.openLink.findFirst({
    where: { ...where, revokedAt: null, expiresAt: { gt: now } },
    orderBy: { createdAt: "desc" },
    select: { id: true, expiresAt: true },
  });
  const answered = isAnonymous
    ? null
    : await tx.respondent.findMany({
        where: { ...where, hasAnswered: true },
        select: { address: true, member: { select: { person: { select: { name: true } } } } },
      });
  const names = answered?.map(({ address, member }) => member?.person.name ?? address).filter((name) => name !== null);
  const due = isAnonymous ? null : state === "open" ? await remindable(tx, organizationId, id, now) : 0;
  return { remindable: due, openLink, series, answeredBy: names?.sort() ?? null };
}

/** What a member has to do with a cycle. */
async function ownIn(
  tx: Transaction,
  organizationId: string,
  { id: cycleId, asksEverybody }: { id: string; asksEverybody: boolean },
  memberId: string | null,
): Promise<Pick<Cycle, "isAsked" | "own">> {
  if (memberId === null) return { isAsked: false, own: null };
  const respondent = await tx.respondent.findUnique({
    where: { organizationId_cycleId_memberId: { organizationId, cycleId, memberId } },
    select: { hasAnswered: true },
  });
  const response = await tx.response.findFirst({
    where: { ...(await ownResponses(tx, organizationId, memberId)), cycleId },
    select: { id: true, submittedAt: true },
  });
  const isSubmitted = response ? response.submittedAt !== null : respondent?.hasAnswered === true;
  return { isAsked: asksEverybody || respondent !== null, own: response || isSubmitted ? { responseId: response?.id ?? null, isSubmitted } : null };
}
