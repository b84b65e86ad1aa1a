import type { Logger } from "pino";
import { organizationPaths } from "#app/organization-paths.ts";
import type { PlanOutcome, PlanProgress } from "#app/domain/roadmap/plan.ts";
import { SOURCE_LANGUAGE } from "#app/words/language.ts";
import type { Database } from "../db/open-database.server.ts";
import { withOperator } from "../db/with-operator.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import { notify } from "../notifications/notify.server.ts";
import type { PlanSolver } from "../roadmap/solve-plan.server.ts";
import { gatherInputs, requestOf } from "./plan-inputs.server.ts";
import { scenarioIn } from "./read-scenario.server.ts";

export type Planning = { db: Database; solver: Pick<PlanSolver, "solve">; log: Pick<Logger, "error">; signal: AbortSignal };

/** How often whoever plans says how far it has come and looks whether it should stop. */
const HEARD_EVERY_MS = 1_000;
/** A search of which nothing has been heard for so long has ended with its process. */
const LOST_AFTER_MS = 30_000;

type Which = { organizationId: string; id: string };

/**
 * Plans every scenario that waits, and those whose process has ended in the middle, each by one process. The best plan so far is stored as it is
 * found. Safe to repeat.
 * @returns how many were planned
 */
export async function planScenarios({ db, solver, log, signal }: Planning): Promise<number> {
  let planned = 0;
  for (let next = await nextOf(db); next !== null && !signal.aborted; next = await nextOf(db)) {
    const revision = await claim(db, next);
    if (revision === null) continue;
    try {
      if (await planOne(db, solver, { ...next, revision }, signal)) planned += 1;
    } catch (error) {
      // Left to whoever looks again: it counts as lost after a while.
      if (signal.aborted) return planned;
      log.error({ scenario: next.id, err: error }, "a scenario could not be planned");
      return planned;
    }
  }
  return planned;
}

/** The one that has waited longest. */
function nextOf(db: Database): Promise<Which | null> {
  return withOperator(db, (tx) =>
    tx.scenario.findFirst({
      where: { OR: [{ state: "waiting" }, { state: "planning", heardAt: { lt: lostBefore() } }] },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: { organizationId: true, id: true },
    }),
  );
}

const lostBefore = () => new Date(Date.now() - LOST_AFTER_MS);

/** Takes it on, unless another process was quicker. @returns the revision that is planned */
function claim(db: Database, { organizationId, id }: Which): Promise<number | null> {
  return withTenant(db, { organizationId }, async (tx) => {
    const [row] = await tx.$queryRaw<{ revision: number }[]>`UPDATE scenario SET state = 'planning', heard_at = now()
      WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid
        AND (state = 'waiting' OR (state = 'planning' AND heard_at < ${lostBefore()})) RETURNING revision`;
    return row?.revision ?? null;
  });
}

/** @returns whether it was planned; not where somebody changed or removed it meanwhile, or the process is to end */
async function planOne(db: Database, solver: Planning["solver"], which: Which & { revision: number }, signal: AbortSignal): Promise<boolean> {
  const { organizationId, id, revision } = which;
  const scenario = await withTenant(db, { organizationId }, (tx) => scenarioIn(tx, organizationId, id));
  if (!scenario || scenario.revision !== revision) return false;
  const inputs = await gatherInputs(db, organizationId, scenario);
  if (!inputs) return finish(db, which, { outcome: { status: "impossible", problems: [] } });
  await withTenant(db, { organizationId }, (tx) => tx.scenario.updateMany({ where: { organizationId, id, revision }, data: { inputs } }));

  const known: { best: PlanOutcome | null; progress: PlanProgress | null; isNew: boolean } = { best: null, progress: null, isNew: false };
  const stop = new AbortController();
  const search = solver.solve(await requestOf(db, inputs), {
    signal: AbortSignal.any([signal, stop.signal]),
    onPlan: (best) => Object.assign(known, { best, isNew: true }),
    onProgress: (progress) => Object.assign(known, { progress }),
  });
  const ended = search.then(
    (outcome) => ({ outcome }),
    (error: unknown) => ({ error }),
  );
  for (;;) {
    const came = await Promise.race([ended, after(HEARD_EVERY_MS)]);
    if (came && "outcome" in came) return finish(db, which, { outcome: came.outcome });
    if (came) {
      if (!stop.signal.aborted || signal.aborted) throw came.error;
      return known.best ? finish(db, which, { outcome: stoppedWith(known.best) }) : false;
    }
    const { best, progress, isNew } = known;
    known.isNew = false;
    const answer = await tell(db, which, { progress, ...(isNew ? { best } : {}) });
    if (answer === "gone") {
      stop.abort();
      await ended;
      return false;
    }
    if (answer === "stop" && known.best) stop.abort();
  }
}

const after = (ms: number) => new Promise<null>((resolve) => setTimeout(() => resolve(null), ms));

function stoppedWith(best: PlanOutcome): PlanOutcome {
  return best.status === "feasible" ? { ...best, stoppedBy: "cancelled" } : best;
}

type Told = { progress: PlanProgress | null; best?: PlanOutcome | null };

/** Notes down how far the search has come. @returns whether it should go on */
function tell(db: Database, { organizationId, id, revision }: Which & { revision: number }, { progress, best }: Told): Promise<"go on" | "stop" | "gone"> {
  return withTenant(db, { organizationId }, async (tx) => {
    const [row] = await tx.$queryRaw<{ stop_asked: boolean }[]>`UPDATE scenario SET heard_at = now(), progress = ${JSON.stringify(progress)}::jsonb,
        outcome = coalesce(${best ? JSON.stringify(best) : null}::jsonb, outcome)
      WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid AND revision = ${revision} AND state = 'planning' RETURNING stop_asked`;
    return row ? (row.stop_asked ? "stop" : "go on") : "gone";
  });
}

/** Stores what came out, and tells who asked for it. */
async function finish(db: Database, { organizationId, id, revision }: Which & { revision: number }, { outcome }: { outcome: PlanOutcome }): Promise<boolean> {
  return withTenant(db, { organizationId }, async (tx) => {
    const { count } = await tx.scenario.updateMany({
      where: { organizationId, id, revision, state: "planning" },
      data: {
        ...{ state: outcome.status === "impossible" ? "impossible" : "planned", outcome },
        ...{ plannedAt: new Date(), heardAt: null, stopAsked: false },
      },
    });
    if (count === 0) return false;
    const { name, askedById, organization } = await tx.scenario.findUniqueOrThrow({
      where: { organizationId_id: { organizationId, id } },
      select: { name: true, askedById: true, organization: { select: { name: true, slug: true } } },
    });
    await notify(tx, {
      kind: "scenario_planned",
      personIds: askedById ? [askedById] : [],
      values: { organization: organization.name, scenario: name },
      path: organizationPaths.scenario(organization.slug, id),
      language: SOURCE_LANGUAGE,
    });
    return true;
  });
}
