import { can, ROLES } from "#app/domain/access/can.ts";
import type { RoleWeights } from "#app/domain/agreement/role-weights.ts";
import { type SubmittedByWay, waysToPublish } from "#app/domain/agreement/suppression.ts";
import { SMALLEST_GROUP, type TeamResult } from "#app/domain/agreement/team-result-shape.ts";
import { startOfDay } from "#app/domain/engagement/engagement-terms.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { SOURCE_LANGUAGE } from "#app/words/language.ts";
import { recordByItself } from "../audit/record-event.server.ts";
import { assessmentTitle } from "../content/assessment-title.server.ts";
import { shareResults } from "../benchmark/share-results.server.ts";
import { queueChanges } from "../changes/queue-changes.server.ts";
import { compiledVersion } from "../content/compiled-version.server.ts";
import { ASKED_ROLES } from "../cycles/asked-roles.server.ts";
import { WEIGHT_COLUMNS, weightsFromRow } from "../cycles/weight-columns.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Transaction } from "../db/pass-door.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { notify } from "../notifications/notify.server.ts";
import type { ComputeTeam } from "./compute-team.server.ts";
import { countSubmitted } from "./count-submitted.server.ts";
import { latestFigures, type Of } from "./stored-figures.server.ts";
import { type InResult, isInResult, teamResponses } from "./team-responses.server.ts";

/** Rows that are marked at once; between two portions others get their turn. */
const AT_ONCE = 500;

/**
 * What became of it. `kept`: too few of either way have answered since the last result for another one, which stays. `overtaken`: another process was
 * quicker, or the cycle was opened again meanwhile. `not-due`: nothing was to be done.
 */
export type Published = "stored" | "kept" | "overtaken" | "not-due";
type Due = {
  assessmentHash: string;
  assessmentSlug: string;
  period: string;
  closedAt: Date;
  asksEverybody: boolean;
  isAnonymous: boolean;
  roleWeights: RoleWeights;
  submitted: SubmittedByWay;
};

/** Computes and stores the result of one cycle, once, however many processes try. Until the last step nothing is changed, so that one that is ended in the middle is done again. */
export async function publishResult(db: Database, of: Of, { compute, signal }: { compute: ComputeTeam; signal?: AbortSignal }): Promise<Published> {
  const { organizationId, cycleId } = of;
  const inside = <T>(work: (tx: Transaction) => Promise<T>) => withTenant(db, { organizationId }, work);
  const due = await inside((tx) => whatIsDue(tx, of));
  if (!due) return "not-due";
  const { asked, byLink } = due.submitted;
  const published = asked.published + byLink.published;
  const ways = waysToPublish(due.submitted);
  const isAdded = [asked, byLink].some((of) => of.submitted > of.published);
  const isTaken = (ways.asked && asked.submitted > asked.published) || (ways.byLink && byLink.submitted > byLink.published);
  if (published > 0 && isAdded && !isTaken) return inside(async (tx) => ((await settle(tx, of, due)) ? "kept" : "overtaken"));
  const { definition } = await compiledVersion(db, due.assessmentHash);
  const before = published > 0 ? await inside((tx) => latestFigures(tx, of)) : null;
  const job = {
    definition,
    roleWeights: due.roleWeights,
    seed: seedOf(cycleId),
    // Of a result that follows another the day stays: what expired between the two would be told by their difference.
    now: (before && due.isAnonymous ? new Date(before.figures.today) : new Date()).toISOString(),
    isNamed: !due.isAnonymous,
    shownBefore: before && shownIn(before.figures),
  };
  const taken = { isAnonymous: due.isAnonymous, ...ways };
  const result = await compute(job, teamResponses(db, of, taken), signal);
  return inside(async (tx) => {
    if (!(await settle(tx, of, due))) return "overtaken";
    const number = await store(tx, of, due, result, taken);
    await shareIfConsented(tx, of, due, { number, figures: result });
    await queueChanges(tx, of);
    await tellOf(tx, of, due, result.respondents);
    return "stored";
  });
}

async function whatIsDue(tx: Transaction, { organizationId, cycleId }: Of): Promise<Due | null> {
  const cycle = await tx.cycle.findUnique({
    where: { organizationId_id: { organizationId, id: cycleId }, isResultDue: true, closedAt: { not: null } },
    select: { assessmentHash: true, assessmentSlug: true, period: true, closedAt: true, asksEverybody: true, isAnonymous: true, ...WEIGHT_COLUMNS },
  });
  if (!cycle) return null;
  const { assessmentHash, assessmentSlug, period, closedAt, asksEverybody, isAnonymous } = cycle;
  return {
    ...{ assessmentHash, assessmentSlug, period, closedAt: closedAt!, asksEverybody, isAnonymous, roleWeights: weightsFromRow(cycle) },
    submitted: await countSubmitted(tx, { organizationId, cycleId }, isAnonymous),
  };
}

/** Takes the work off the list, for whoever comes first; not when the cycle has been opened since, and perhaps closed again. */
async function settle(tx: Transaction, { organizationId, cycleId }: Of, { closedAt }: Due): Promise<boolean> {
  const { count } = await tx.cycle.updateMany({ where: { organizationId, id: cycleId, isResultDue: true, closedAt }, data: { isResultDue: false } });
  return count === 1;
}

async function store(tx: Transaction, of: Of, { asksEverybody }: Due, figures: TeamResult, taken: InResult): Promise<number> {
  const { organizationId, cycleId } = of;
  const { _max } = await tx.teamResult.aggregate({ where: { organizationId, cycleId }, _max: { number: true } });
  const number = (_max.number ?? 0) + 1;
  const asked = Math.max(figures.respondents, await askedIn(tx, of, asksEverybody));
  await tx.teamResult.createMany({ data: [{ cycleId, number, respondents: figures.respondents, asked, method: figures.method, figures }] });
  // Of fewer than five nothing is shown, so that nothing can be taken away from a later result.
  if (figures.respondents < SMALLEST_GROUP) return number;
  for (let marked = AT_ONCE; marked === AT_ONCE;) {
    marked = await tx.$executeRaw`UPDATE response SET published_in = ${number} WHERE id IN (
      SELECT r.id FROM response r WHERE r.organization_id = ${organizationId}::uuid AND r.cycle_id = ${cycleId}::uuid AND r.submitted_at IS NOT NULL
        AND r.published_in IS NULL AND ${isInResult(taken)} LIMIT ${AT_ONCE})`;
  }
  return number;
}

/** Where the organisation has its results compared, this one from now on. */
async function shareIfConsented(
  tx: Transaction,
  { organizationId, cycleId }: Of,
  { closedAt }: Due,
  stored: { number: number; figures: TeamResult },
): Promise<void> {
  // The row is held, so that consent is given or taken back before this or after it.
  const [row] = await tx.$queryRaw<{ shares: boolean }[]>`
    SELECT benchmark_consent_at IS NOT NULL AS shares FROM organization WHERE id = ${organizationId}::uuid FOR SHARE`;
  if (row?.shares) await shareResults(tx, organizationId, [{ cycleId, closedAt, ...stored }]);
}

/** How many were asked: who is listed, and where everybody is asked the members who are not. */
export async function askedIn(tx: Transaction, { organizationId, cycleId }: Of, asksEverybody: boolean): Promise<number> {
  const listed = await tx.respondent.count({ where: { organizationId, cycleId } });
  if (!asksEverybody) return listed;
  return listed + (await tx.member.count({ where: { organizationId, role: { in: ASKED_ROLES }, respondents: { none: { cycleId } } } }));
}

/** The trail, and the notifications of those who may see results. */
async function tellOf(tx: Transaction, { organizationId, cycleId }: Of, { assessmentSlug, period }: Due, respondents: number): Promise<void> {
  const organization = await tx.organization.findUniqueOrThrow({ where: { id: organizationId }, select: { slug: true, name: true, isSynthetic: true } });
  // The demonstration's past was invented whole: nothing of it happens today.
  if (organization.isSynthetic) return;
  const title = assessmentTitle(assessmentSlug, SOURCE_LANGUAGE);
  await recordByItself(tx, {
    action: "result.published",
    object: { kind: "cycle", id: cycleId, name: `${period}: ${title}` },
    detail: { responses: respondents },
  });
  const seeing = ROLES.filter((role) => can({ kind: "member", role }, "results.view"));
  const members = await tx.member.findMany({ where: { organizationId, role: { in: seeing } }, select: { personId: true } });
  const engaged = await tx.engagementAssignment.findMany({
    where: {
      organizationId,
      engagement: { endedAt: null, OR: [{ endsOn: null }, { endsOn: { gte: startOfDay(new Date()) } }], scopes: { has: "see_results" } },
    },
    select: { personId: true },
  });
  await notify(tx, {
    kind: "result_published",
    personIds: [...members, ...engaged].map(({ personId }) => personId),
    values: { organization: organization.name, assessment: title, period },
    path: organizationPaths.teamResult(organization.slug, cycleId),
    language: SOURCE_LANGUAGE,
  });
}

/** A number that is the same whenever the cycle is computed: the last digits of its id, which are random. */
export function seedOf(cycleId: string): number {
  return Number.parseInt(cycleId.slice(-8), 16);
}

function shownIn({ roles, functions }: TeamResult) {
  return {
    roles: roles.filter(({ shown }) => shown).map(({ group }) => group),
    functions: functions.filter(({ shown }) => shown).map(({ group }) => group),
  };
}
