import path from "node:path";
import { describe, expect, it } from "vitest";
import { teamResult } from "#app/domain/agreement/team-result.ts";
import type { TeamResult } from "#app/domain/agreement/team-result-shape.ts";
import { closeCycle } from "#app/services/cycles/close-cycle.server.ts";
import { withPerson } from "#app/services/db/with-person.server.ts";
import { ANSWER_COLUMNS, answersFromRows } from "#app/services/responses/stored-answer.server.ts";
import { type ComputeTeam, teamComputer } from "#app/services/results/compute-team.server.ts";
import { publishResult, seedOf } from "#app/services/results/publish-result.server.ts";
import { publishResults } from "#app/services/results/publish-results.server.ts";
import { readTeamItem } from "#app/services/results/read-team-item.server.ts";
import { readTeamResult } from "#app/services/results/read-team-result.server.ts";
import { setConsensus } from "#app/services/results/set-consensus.server.ts";
import { teamPage } from "#app/services/results/team-page.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { addAnswers, type Answering, closeAnswered, makeAnsweredCycle, peopleFrom, reopenAnswered } from "../factories/answered-cycle.ts";
import { catalog, catalogueStage, quiz } from "../factories/catalogue-stage.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";

const compute = teamComputer({ workerFile: path.resolve("build/worker/team-worker.js") });
const NEVER = new AbortController().signal;
const ITEM = quiz.definition.items[0]!;
const now = new Date();
const TWO_ROLES = [{ role: "executive", workFunction: "sales" } as const, { role: "frontline", workFunction: "service" } as const];

describe.each(await testDatabases())("what a team scored, on $name", ({ open }) => {
  const problems: unknown[] = [];
  const log = { error: (problem: unknown) => void problems.push(problem) };
  const { db, within } = catalogueStage(open);
  const cycleOf = (access: Access, people: readonly Answering[], more: { period?: string; isAnonymous?: boolean; isClosed?: boolean } = {}) =>
    makeAnsweredCycle(db(), access, quiz, catalog, { people, ...more });
  const add = (access: Access, cycleId: string, people: readonly Answering[]) => addAnswers(db(), access, quiz, catalog, { cycleId, people });
  const publish = ({ organization }: Access, cycleId: string, by: ComputeTeam = compute, signal?: AbortSignal) =>
    publishResult(db(), { organizationId: organization.id, cycleId }, { compute: by, ...(signal ? { signal } : {}) });
  const read = async (access: Access, cycleId: string) => (await readTeamResult(db(), access, cycleId, "en"))!;
  const results = (access: Access, cycleId: string) =>
    within(access, (tx) =>
      tx.teamResult.findMany({ where: { cycleId }, orderBy: { number: "asc" }, select: { number: true, respondents: true, asked: true } }),
    );
  const isDue = (access: Access, cycleId: string) =>
    within(access, async (tx) => (await tx.cycle.findFirstOrThrow({ where: { id: cycleId }, select: { isResultDue: true } })).isResultDue);
  const events = (access: Access) =>
    within(access, async (tx) =>
      (await tx.auditEvent.findMany({ orderBy: { id: "asc" } })).map(({ action, actorName, objectName }) => `${action}|${actorName}|${objectName}`),
    );
  const told = ({ person }: Access) => withPerson(db(), person, async (tx) => (await tx.notification.findMany()).map(({ kind, path }) => `${kind} ${path}`));

  /** The same figures, of all answers at once on this thread. */
  async function expected(access: Access, cycleId: string): Promise<TeamResult> {
    const rows = await within(access, (tx) =>
      tx.response.findMany({
        where: { cycleId, submittedAt: { not: null } },
        select: { respondentRole: true, workFunction: true, answers: { select: ANSWER_COLUMNS } },
      }),
    );
    const respondents = rows.map(({ respondentRole, workFunction, answers }) => ({
      group: respondentRole as "executive",
      workFunction: workFunction as "sales",
      answers: answersFromRows(answers),
    }));
    return teamResult({ compiled: quiz.compiled, respondents, seed: seedOf(cycleId), now });
  }

  it("is computed from all that was submitted once the cycle is closed, and told to those who may see it", async () => {
    const owner = await makeOrganization(db());
    const [viewer, respondent] = [await makeMember(db(), owner, "viewer"), await makeMember(db(), owner, "respondent")];
    const cycleId = await cycleOf(owner, peopleFrom(1, 30, TWO_ROLES), { isClosed: false });
    expect((await read(owner, cycleId)).state).toBe("open");
    expect(await publish(owner, cycleId)).toBe("not-due");
    expect(await closeCycle(db(), owner, cycleId, { language: "en", now })).toBe("closed");
    expect((await read(owner, cycleId)).state).toBe("pending");
    expect(await publishResults({ db: db(), compute, log, signal: NEVER })).toBe(1);
    const { state, stored, isDue: again } = await read(owner, cycleId);
    expect({ state, again, number: stored!.number, respondents: stored!.respondents }).toEqual({ state: "shown", again: false, number: 1, respondents: 30 });
    expect(stored!.figures).toEqual(await expected(owner, cycleId));
    expect(stored!.figures.roles.filter(({ shown }) => shown).map(({ group, n }) => [group, n])).toEqual([
      ["executive", 15],
      ["frontline", 15],
    ]);
    const [line] = (await events(owner)).filter((event) => event.startsWith("result."));
    expect(line).toBe("result.published||2026-Q3: Are you customer-centric or product-centric?");
    expect(await told(viewer)).toContain(`result_published /o/${owner.organization.slug}/cycles/${cycleId}/result`);
    expect((await told(respondent)).filter((notice) => notice.startsWith("result_"))).toEqual([]);
    expect(problems).toEqual([]);
  });

  it("is stored once, however many compute it at the same time", async () => {
    const owner = await makeOrganization(db());
    const cycleId = await cycleOf(owner, peopleFrom(1, 6));
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => publish(owner, cycleId)));
    expect(outcomes.filter((outcome) => outcome === "stored")).toHaveLength(1);
    expect(await results(owner, cycleId)).toMatchObject([{ number: 1, respondents: 6 }]);
    expect((await events(owner)).filter((event) => event.startsWith("result.published"))).toHaveLength(1);
    expect(await publish(owner, cycleId)).toBe("not-due");
  });

  it("is computed again from the beginning where that was ended in the middle, and is not stored of a cycle that was opened meanwhile", async () => {
    const owner = await makeOrganization(db());
    const cycleId = await cycleOf(owner, peopleFrom(1, 6));
    const stopping = new AbortController();
    const endedInTheMiddle: ComputeTeam = (job, portions, signal) =>
      compute(
        job,
        (async function* () {
          for await (const texts of portions) {
            yield texts;
            stopping.abort(new Error("the process ends"));
          }
        })(),
        signal,
      );
    await expect(publish(owner, cycleId, endedInTheMiddle, stopping.signal)).rejects.toThrow("the process ends");
    expect(await results(owner, cycleId)).toEqual([]);
    expect(await isDue(owner, cycleId)).toBe(true);
    const openedMeanwhile: ComputeTeam = async (job, portions) => {
      const result = await compute(job, portions);
      await reopenAnswered(db(), owner, cycleId);
      await closeAnswered(db(), owner, cycleId);
      return result;
    };
    expect(await publish(owner, cycleId, openedMeanwhile)).toBe("overtaken");
    expect(await publish(owner, cycleId)).toBe("stored");
    expect(await results(owner, cycleId)).toHaveLength(1);
  });

  it("holds up no other where it cannot be computed, and is said in the log", async () => {
    const owner = await makeOrganization(db());
    const broken = await cycleOf(owner, peopleFrom(1, 6));
    const sound = await cycleOf(owner, peopleFrom(11, 6), { period: "2026-Q4" });
    const failing: ComputeTeam = (job, portions, signal) =>
      job.seed === seedOf(broken) ? Promise.reject(new Error("the first one fails")) : compute(job, portions, signal);
    expect(await publishResults({ db: db(), compute: failing, log, signal: NEVER })).toBe(1);
    expect(problems.splice(0)).toEqual([{ cycle: broken, err: new Error("the first one fails") }]);
    expect(await isDue(owner, broken)).toBe(true);
    expect((await read(owner, sound)).state).toBe("shown");
    expect(await publish(owner, broken)).toBe("stored");
  });

  it("is withheld of fewer than five, and there once more have answered", async () => {
    const owner = await makeOrganization(db());
    const cycleId = await cycleOf(owner, peopleFrom(1, 3));
    await publish(owner, cycleId);
    const few = teamPage(await read(owner, cycleId), "Northern Ferries");
    expect(few).toMatchObject({ state: "withheld", answered: 3 });
    expect(few).not.toHaveProperty("figures");
    await reopenAnswered(db(), owner, cycleId);
    expect((await read(owner, cycleId)).state).toBe("open");
    await add(owner, cycleId, peopleFrom(4, 2));
    await closeAnswered(db(), owner, cycleId);
    expect(await publish(owner, cycleId)).toBe("stored");
    expect(teamPage(await read(owner, cycleId), "Northern Ferries")).toMatchObject({ state: "shown", figures: { respondents: 5 } });
    const nobody = await cycleOf(owner, [], { period: "2027-Q1" });
    await publish(owner, nobody);
    expect((await read(owner, nobody)).state).toBe("none");
  });

  it("changes only when nobody or at least five have come after it, so that the difference says nothing of fewer", async () => {
    const owner = await makeOrganization(db());
    const cycleId = await cycleOf(owner, peopleFrom(1, 6));
    await publish(owner, cycleId);
    const first = (await read(owner, cycleId)).stored!;
    await reopenAnswered(db(), owner, cycleId);
    expect(await read(owner, cycleId)).toMatchObject({ state: "shown", hasLater: false });
    await add(owner, cycleId, peopleFrom(7, 4));
    await closeAnswered(db(), owner, cycleId);
    expect(await publish(owner, cycleId)).toBe("kept");
    expect(await read(owner, cycleId)).toMatchObject({ state: "shown", isDue: false, hasLater: true, stored: { number: 1, figures: first.figures } });
    await reopenAnswered(db(), owner, cycleId);
    await add(owner, cycleId, peopleFrom(11, 1));
    await closeAnswered(db(), owner, cycleId);
    expect(await publish(owner, cycleId)).toBe("stored");
    const second = await read(owner, cycleId);
    expect(second).toMatchObject({ hasLater: false, stored: { number: 2, respondents: 11 } });
    const marked = await within(owner, (tx) => tx.response.groupBy({ by: ["publishedIn"], where: { cycleId }, _count: true, orderBy: { publishedIn: "asc" } }));
    expect(marked.map(({ publishedIn, _count }) => [publishedIn, _count])).toEqual([
      [1, 6],
      [2, 5],
    ]);
    await closeAnswered(db(), owner, cycleId);
    expect(await publish(owner, cycleId)).toBe("stored");
    expect((await read(owner, cycleId)).stored!.number).toBe(3);
  });

  describe("has beside it", () => {
    const item = (access: Access, cycleId: string, page = 1) => readTeamItem(db(), access, { cycleId, itemId: ITEM.id, page }, "en");
    const said = (from: number, count: number): Answering[] => peopleFrom(from, count).map((person) => ({ ...person, comment: `What ${person.seed} says` }));

    it("comments without names in an order of their own, only of those whose figures are shown", async () => {
      const owner = await makeOrganization(db());
      const cycleId = await cycleOf(owner, said(1, 22));
      await publish(owner, cycleId);
      const [first, second] = [await item(owner, cycleId), await item(owner, cycleId, 2)];
      const all = [...first!.notes.comments, ...second!.notes.comments];
      expect(first!.notes.comments).toHaveLength(20);
      expect(all.map(({ text }) => text).sort()).toEqual(
        said(1, 22)
          .map(({ comment }) => comment)
          .sort(),
      );
      expect(all.map(({ text }) => text)).not.toEqual(said(1, 22).map(({ comment }) => comment));
      expect(all.every(({ by }) => by === null)).toBe(true);
      expect((await item(owner, cycleId))!.notes).toEqual(first!.notes);
      await reopenAnswered(db(), owner, cycleId);
      await add(owner, cycleId, said(31, 1));
      await closeAnswered(db(), owner, cycleId);
      await publish(owner, cycleId);
      expect((await item(owner, cycleId))!.notes).toEqual(first!.notes);
      expect(await readTeamItem(db(), owner, { cycleId, itemId: "no-such-item", page: 1 }, "en")).toBeNull();
      expect(await item(await makeOrganization(db()), cycleId)).toBeNull();
    });

    it("comments with names where the cycle says so", async () => {
      const owner = await makeOrganization(db(), "Northern Ferries", { name: "Ada" });
      const cycleId = await cycleOf(owner, [...said(1, 4), { seed: 5, memberId: owner.memberId, comment: "Mine" }], { isAnonymous: false });
      await publish(owner, cycleId);
      const { comments } = (await item(owner, cycleId))!.notes;
      expect(comments.find(({ text }) => text === "Mine")).toEqual({ text: "Mine", by: "Ada" });
    });

    it("what was agreed on, with a reason; two who write at once both see it", async () => {
      const owner = await makeOrganization(db(), "Northern Ferries", { name: "Ada" });
      const analyst = await makeMember(db(), owner, "analyst", { name: "Bo" });
      const viewer = await makeMember(db(), owner, "viewer");
      const cycleId = await cycleOf(owner, peopleFrom(1, 6), { isClosed: false });
      const option = (n: number) => ({ state: "answered" as const, value: ITEM.kind === "single" ? ITEM.options[n]!.id : "" });
      const set = (by: Access, n: number, revision: number, reason = "We looked at it.") =>
        setConsensus(db(), by, { cycleId, item: ITEM.id, agreed: { answer: option(n), reason }, revision }, now);
      expect(await set(owner, 0, 0)).toEqual({ kind: "open" });
      await closeAnswered(db(), owner, cycleId);
      await publish(owner, cycleId);
      const before = await read(owner, cycleId);
      expect(await set(viewer, 0, 0)).toEqual({ kind: "not-allowed" });
      const outcomes = await Promise.all([set(owner, 0, 0, "Ada's reason"), set(analyst, 1, 0, "Bo's reason")]);
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["changed", "conflict"]);
      const won = outcomes[0].kind === "changed" ? "Ada" : "Bo";
      expect(outcomes.find(({ kind }) => kind === "conflict")).toMatchObject({ now: { reason: `${won}'s reason`, setBy: won, revision: 1 } });
      expect(await set(analyst, 1, 1)).toEqual({ kind: "changed" });
      const after = await read(owner, cycleId);
      expect(after.stored).toEqual(before.stored);
      expect(after.agreed).toMatchObject([{ item: ITEM.id, answer: option(1), setBy: "Bo" }]);
      expect(teamPage(after, "Northern Ferries")).toMatchObject({ agreed: [{ reason: "We looked at it." }], score: { with: {}, before: {} } });
      const withdraw = (revision: number) => setConsensus(db(), owner, { cycleId, item: ITEM.id, agreed: null, revision }, now);
      expect(await withdraw(1)).toMatchObject({ kind: "conflict", now: { revision: 2 } });
      expect(await withdraw(2)).toEqual({ kind: "changed" });
      // Whoever saw it before it was taken back and written down anew does not overwrite it unseen.
      expect(await set(analyst, 0, 2)).toMatchObject({ kind: "conflict", now: { answer: { state: "blank" } } });
      expect((await read(owner, cycleId)).agreed).toEqual([]);
      expect((await events(owner)).filter((event) => event.startsWith("consensus."))).toEqual([
        `consensus.set|${won}|2026-Q3: Are you customer-centric or product-centric?`,
        "consensus.set|Bo|2026-Q3: Are you customer-centric or product-centric?",
        "consensus.withdrawn|Ada|2026-Q3: Are you customer-centric or product-centric?",
      ]);
    });
  });
});
