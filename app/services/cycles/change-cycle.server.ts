import { type CycleChange, readCycleChange } from "#app/domain/cycles/cycle-change-form.ts";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";
import type { Difference } from "#app/domain/tenancy/differences.ts";
import { displayMomentIn } from "#app/domain/report/display.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { paths } from "#app/paths.ts";
import type { Words } from "#app/words/say.ts";
import { badRequest } from "../api/read-form-entries.server.ts";
import { readFields } from "../api/read-fields.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { closedQuestions } from "../responses/require-response.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { requireAction } from "../tenancy/require-action.server.ts";
import { MOST_ADDRESSES_A_DAY } from "./add-asked.server.ts";
import { addPeople } from "./add-people.server.ts";
import { answerInCycle } from "./answer-in-cycle.server.ts";
import { changeClosing } from "./change-closing.server.ts";
import { changeOpenLink } from "./change-open-link.server.ts";
import { closeCycle } from "./close-cycle.server.ts";
import { endSeries } from "./end-series.server.ts";
import type { ChangeTime } from "./held-cycle.server.ts";
import { readTimeZone } from "./read-time-zone.server.ts";
import { remindNow } from "./remind-now.server.ts";
import { reopenCycle } from "./reopen-cycle.server.ts";

/** Where a change leads, or why it was not made: what was entered comes back with it. */
export type CycleChanged =
  | { next: string; refused?: never }
  | { next?: never; refused: { status: 422 | 409; fields: Record<string, string>; problems: FieldProblems; differences: Difference[] | null } };

/**
 * What the page of a cycle can do: begin or go on answering, remind, ask more people, change how it closes, close it, open it again.
 * @throws Response 400 for what its forms do not send; 403 for who may not; 404 for an id of none, and of another organisation's; 409 for
 *   answering where it is closed
 */
export async function changeCycle(db: Database, access: Access, id: string, request: Request, time: ChangeTime, words: Words): Promise<CycleChanged> {
  const fields = await readFields(request, words);
  const timeZone = await readTimeZone(db, access);
  const read = readCycleChange(fields, { timeZone, now: time.now }, words);
  if (!read) throw badRequest(words.say("refusals:otherFields"));
  // What its fields are is for whoever may do it.
  requireAction(access, fields["intent"] === "answer" ? "cycles.respond" : "cycles.run");
  const refuse = (problems: FieldProblems, differences: Difference[] | null = null, revision?: number): CycleChanged => ({
    refused: { status: differences ? 409 : 422, fields: { ...fields, ...(revision ? { revision: String(revision) } : {}) }, problems, differences },
  });
  if (read.problems) return refuse(read.problems);
  const page = organizationPaths.cycle(access.organization.slug, id);
  const { change } = read;
  if (change.intent === "answer") return { next: await answer(db, access, id, time) };
  const outcome = await run(db, access, id, change, time);
  if (outcome === "not-found" || outcome === "not-allowed") throw refusal(outcome);
  if (typeof outcome === "string") return { next: `${page}?done=${outcome}` };
  const { say, language } = words;
  if ("conflict" in outcome) {
    const { closesAt, closedAt, revision } = outcome.conflict;
    const said = (moment: Date | null) => (moment ? displayMomentIn(moment.toISOString(), timeZone, language) : say("cycles:byHand"));
    const yours = "closesAt" in change ? said(change.closesAt) : "";
    const savedNow = closedAt ? say("cycles:closedAt", { moment: said(closedAt) }) : said(closesAt);
    return refuse([], [{ field: say("cycles:closesAt"), savedNow, yours }], revision);
  }
  return refuse([{ field: outcome.field, message: say(outcome.problem, { most: MOST_ADDRESSES_A_DAY }) }]);
}

type Problem = "cycles:notOpen" | "cycles:notClosed" | "cycles:notYet" | "cycles:alreadyClosed" | "cycles:time_early" | "people:tooManyToday";
type Refused = { field: string; problem: Problem } | { conflict: { closesAt: Date | null; closedAt: Date | null; revision?: number } };

/** @returns the name of what was done, or why not */
async function run(db: Database, access: Access, id: string, change: Exclude<CycleChange, { intent: "answer" }>, time: ChangeTime): Promise<string | Refused> {
  switch (change.intent) {
    case "close": {
      const outcome = await closeCycle(db, access, id, time);
      return outcome === "already-closed" ? "closed" : outcome;
    }
    case "remind": {
      const outcome = await remindNow(db, access, id, time);
      if (outcome.kind === "reminded") return outcome.count === null ? "reminded" : `reminded&people=${outcome.count}`;
      return outcome.kind === "not-open" ? { field: "remind", problem: "cycles:notOpen" } : outcome.kind;
    }
    case "add": {
      const outcome = await addPeople(db, access, id, change, time);
      if (outcome.kind === "added") return `added&people=${outcome.count}`;
      if (outcome.kind === "closed") return { field: "addresses", problem: "cycles:alreadyClosed" };
      return outcome.kind === "too-many" ? { field: "addresses", problem: "people:tooManyToday" } : outcome.kind;
    }
    case "closing": {
      const outcome = await changeClosing(db, access, id, change, time);
      if (outcome.kind === "conflict") return { conflict: outcome };
      if (outcome.kind === "already-closed") return { field: "closesAt", problem: "cycles:alreadyClosed" };
      return outcome.kind === "too-early" ? { field: "closesAt", problem: "cycles:time_early" } : outcome.kind;
    }
    case "reopen": {
      const outcome = await reopenCycle(db, access, id, change, time);
      if (outcome.kind === "conflict") return { conflict: outcome };
      if (outcome.kind === "not-closed") return { field: "reason", problem: "cycles:notClosed" };
      return outcome.kind === "not-yet" ? { field: "reason", problem: "cycles:notYet" } : outcome.kind;
    }
    case "link":
    case "unlink": {
      const outcome = await changeOpenLink(db, access, id, change.intent === "link" ? change.openLinkUntil : null, time);
      if (outcome.kind === "closed") return { field: "openLinkUntil", problem: "cycles:alreadyClosed" };
      return outcome.kind === "made" ? "link" : outcome.kind === "ended" ? "unlinked" : outcome.kind;
    }
    case "end-series": {
      const outcome = await endSeries(db, access, id, time);
      return outcome.kind === "ended" ? "series-ended" : outcome.kind;
    }
  }
}

/** Begins a member's answers or goes on with them. @returns where */
async function answer(db: Database, access: Access, id: string, time: ChangeTime): Promise<string> {
  const outcome = await answerInCycle(db, access, id, time);
  if (outcome.kind === "answering") return paths.take(outcome.takeToken);
  const { slug } = access.organization;
  if (outcome.kind === "submitted")
    return outcome.responseId ? organizationPaths.organizationResult(slug, outcome.responseId) : organizationPaths.cycle(slug, id);
  if (outcome.kind === "not-found") throw refusal("not-found");
  if (outcome.kind === "not-allowed" || outcome.kind === "not-asked") throw refusal("not-allowed");
  throw closedQuestions();
}

function refusal(outcome: "not-found" | "not-allowed"): Response {
  return outcome === "not-found" ? new Response("Not found", { status: 404 }) : new Response("Forbidden", { status: 403 });
}
