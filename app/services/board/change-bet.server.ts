import type { Bet, Decision } from "#app/domain/board/initiative-page-form.ts";
import type { AuditAction } from "#app/domain/tenancy/audit-actions.ts";
import { changesOf } from "#app/domain/tenancy/audit-actions.ts";
import type { AuditEntry } from "../audit/record-event.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import type { Changed } from "./change-keeping.server.ts";
import { changeWithin } from "./change-within.server.ts";
import { dateOf, type StoredInitiative } from "./initiative-row.server.ts";

const UNDECIDED = { verdict: null, measured: null, decidedOn: null };

/** `no-leap`: there is no leap of faith of which something could have been measured. */
export type BetOutcome = Changed | { kind: "no-leap" };

/** Says what an initiative bets on: who did such a thing and who failed at it, what has to be true, what is expected, and what would refute it by when. A leap of faith that is another one is open. */
export function changeBet(db: Database, access: Access, id: string, { revision, ...bet }: Bet & { revision: number }, now: Date): Promise<BetOutcome> {
  const { measureOn, ...texts } = bet;
  const pick = ({ analog, antilog, leapOfFaith, hypothesis, refutedBy, measureOn: on }: StoredInitiative): Bet => ({
    ...{ analog, antilog, leapOfFaith, hypothesis, refutedBy, measureOn: on },
  });
  return change(
    db,
    access,
    id,
    { revision, now, action: "initiative.bet_changed" },
    pick,
    bet,
    { ...texts, measureOn: dateOf(measureOn) },
    ({ measureOn: before, leapOfFaith, verdict, measured, decidedOn }) => ({
      // Of a new day nobody has been reminded; another leap of faith is open, whatever was measured of the one before.
      data: { ...(before === measureOn ? {} : { leapRemindedOf: null }), ...(leapOfFaith === bet.leapOfFaith ? {} : UNDECIDED) },
      detail: leapOfFaith === bet.leapOfFaith ? {} : changesOf({ verdict, measured, decidedOn }, UNDECIDED),
    }),
  );
}

/** Says what the measurement showed, or that the leap of faith is open again. */
export function decideBet(
  db: Database,
  access: Access,
  id: string,
  { revision, ...decision }: Decision & { revision: number },
  now: Date,
): Promise<BetOutcome> {
  const { verdict, measured, decidedOn } = decision;
  const pick = (saved: StoredInitiative): Decision => ({ verdict: saved.verdict, measured: saved.measured, decidedOn: saved.decidedOn });
  return change(
    db,
    access,
    id,
    { revision, now, action: "initiative.decided" },
    pick,
    decision,
    { verdict, measured, decidedOn: dateOf(decidedOn) },
    ({ leapOfFaith }) => (leapOfFaith === null && verdict !== null ? "no-leap" : { data: {}, detail: {} }),
  );
}

function change<Values extends Record<string, string | null>>(
  db: Database,
  access: Access,
  id: string,
  { revision, now, action }: { revision: number; now: Date; action: AuditAction },
  pick: (saved: StoredInitiative) => Values,
  values: Values,
  data: Record<string, string | Date | null>,
  also: (saved: StoredInitiative) => { data: Record<string, null>; detail: AuditEntry["detail"] & object } | "no-leap",
): Promise<BetOutcome> {
  return changeWithin<BetOutcome>(db, access, id, now, async ({ tx, organizationId, initiative, note }) => {
    const detail = changesOf(pick(initiative), values);
    // What somebody else has saved in the same words is no conflict, and no change.
    if (Object.keys(detail).length === 0) return { kind: "done" };
    if (initiative.revision !== revision) return { kind: "conflict", now: initiative };
    const more = also(initiative);
    if (more === "no-leap") return { kind: more };
    await tx.roadmapInitiative.updateMany({ where: { organizationId, id }, data: { ...data, ...more.data, revision: { increment: 1 } } });
    await note(action, { ...detail, ...more.detail });
    return { kind: "done" };
  });
}
