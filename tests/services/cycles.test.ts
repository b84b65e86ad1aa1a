import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { closeCycle } from "#app/services/cycles/close-cycle.server.ts";
import { listCycles } from "#app/services/cycles/list-cycles.server.ts";
import { readCycle } from "#app/services/cycles/read-cycle.server.ts";
import { withPerson } from "#app/services/db/with-person.server.ts";
import { erasePerson } from "#app/services/identity/erase-person.server.ts";
import { readResponse } from "#app/services/responses/read-response.server.ts";
import { requireResult } from "#app/services/responses/require-result.server.ts";
import { resultTokenOf } from "#app/services/responses/respondent-token.server.ts";
import { saveAnswers } from "#app/services/responses/save-answers.server.ts";
import { submitResponse } from "#app/services/responses/submit-response.server.ts";
import { listResults } from "#app/services/results/list-results.server.ts";
import { readResult } from "#app/services/results/read-result.server.ts";
import { acceptOffer } from "#app/services/tenancy/accept-offer.server.ts";
import { changeMember } from "#app/services/tenancy/change-member.server.ts";
import { endEngagement } from "#app/services/tenancy/end-engagement.server.ts";
import { type Access, findAccess } from "#app/services/tenancy/find-access.server.ts";
import { planDeletion } from "#app/services/tenancy/plan-deletion.server.ts";
import { removeMember } from "#app/services/tenancy/remove-member.server.ts";
import { undoDeletion } from "#app/services/tenancy/undo-deletion.server.ts";
import { makeConsultancy, offerTo } from "../factories/engaged.ts";
import { catalog, catalogueStage, now, quiz, when } from "../factories/catalogue-stage.ts";
import { ALL_CYCLES, ALL_RESULTS } from "../factories/list-queries.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";

const ANSWER = { itemId: "phone-answer", answer: { state: "not_sure" }, basedOn: 0 } as const;
const databases = await testDatabases();

describe.each(databases)("a cycle, on $name", ({ open }) => {
  const { db, within, begin, answer, opened, openedNamed, answering } = catalogueStage(open);
  const counts = async (access: Access, cycle: string) => (await readCycle(db(), access, cycle, now))!.progress!.counts;
  const save = (token: string, basedOn = 0) => saveAnswers(db(), token, [{ ...ANSWER, basedOn }]);
  const submit = (token: string) => submitResponse(db(), token, catalog.contradictions);
  const close = (access: Access, cycle: string) => closeCycle(db(), access, cycle, when);
  const events = (access: Access) =>
    within(access, async (tx) => (await tx.auditEvent.findMany({ orderBy: { id: "asc" } })).map(({ action, objectName }) => `${action} ${objectName}`));
  const told = ({ person }: Access) =>
    withPerson(db(), person, async (tx) => (await tx.notification.findMany({ orderBy: { createdAt: "asc" } })).map(({ kind }) => kind));
  /** Answers, results and submissions of an organisation, as they stand. */
  const stored = (access: Access) =>
    within(access, async (tx) => ({
      responses: await tx.response.findMany({ orderBy: { id: "asc" }, select: { id: true, memberId: true, submittedAt: true, cycleId: true } }),
      results: await tx.result.count(),
      answers: await tx.answer.count(),
    }));
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => null,
      (thrown: unknown) => (thrown instanceof Response ? thrown.status : thrown),
    );

  it("is one for an assessment and a period, however many open it at once; those who are asked are told, and the trail", async () => {
    const owner = await makeOrganization(db());
    const [analyst, respondent, viewer] = [
      await makeMember(db(), owner, "analyst"),
      await makeMember(db(), owner, "respondent"),
      await makeMember(db(), owner, "viewer"),
    ];
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, i) => begin(i % 2 ? owner : analyst)));
    expect(outcomes.filter(({ kind }) => kind === "opened")).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === "taken")).toHaveLength(19);
    expect(new Set(outcomes.map((outcome) => "id" in outcome && outcome.id)).size).toBe(1);
    expect((await events(owner)).filter((event) => event.startsWith("cycle."))).toEqual(["cycle.opened 2027-Q1: Are you customer-centric or product-centric?"]);
    expect(await told(respondent)).toEqual(["cycle_opened"]);
    expect(await told(viewer)).toEqual([]);
    expect((await begin(owner, "2027-Q2")).kind).toBe("opened");
    expect(await listCycles(db(), respondent, ALL_CYCLES, { language: "en", now: new Date() })).toMatchObject({
      total: 2,
      rows: [{ slug: "customer-or-product-centric", isAnswered: false }, {}],
    });
  });

  it("is opened and closed by who runs assessments, as their role is at that moment", async () => {
    const owner = await makeOrganization(db());
    const [analyst, respondent] = [await makeMember(db(), owner, "analyst"), await makeMember(db(), owner, "respondent")];
    expect(await begin(respondent)).toEqual({ kind: "not-allowed" });
    const id = await opened(analyst);
    expect(await close(respondent, id)).toBe("not-allowed");
    await removeMember(db(), owner, analyst.memberId!);
    expect(await close(analyst, id)).toBe("not-allowed");
    expect(await begin(analyst, "2027-Q2")).toEqual({ kind: "not-allowed" });
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => close(owner, id)));
    expect(outcomes.filter((outcome) => outcome === "closed")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "already-closed")).toHaveLength(9);
    expect((await events(owner)).filter((event) => event.startsWith("cycle.closed"))).toHaveLength(1);
    expect(await told(respondent)).toEqual(["cycle_opened", "cycle_closed"]);
  });

  it("is run by a consultant whom the engagement lets, until it ends", async () => {
    const client = await makeOrganization(db(), "Client Ltd");
    const firm = await makeConsultancy(db(), "Advisers Ltd");
    const token = await offerTo(db(), firm, { scopes: ["run_assessments"] }, now);
    expect(await acceptOffer(db(), client, token, when)).toMatchObject({ outcome: "engaged" });
    const consultant = (await findAccess(firm.person, client.organization.slug, now))!;
    expect(consultant.actor).toEqual({ kind: "consultant", scopes: ["run_assessments"] });
    const id = await opened(consultant);
    // They act for the client, and are not asked.
    expect(await answer(consultant, id)).toEqual({ kind: "not-allowed" });
    expect(await counts(consultant, id)).toEqual({ answered: 0, asked: 1, others: 0 });
    await endEngagement(db(), client, consultant.actsFor!.engagementId, when);
    expect(await close(consultant, id)).toBe("not-allowed");
  });

  describe("is answered by each member once", () => {
    it("under one token, however many clicks begin it, and found again; nobody else's", async () => {
      const owner = await makeOrganization(db());
      const member = await makeMember(db(), owner, "respondent");
      const id = await opened(owner);
      const tokens = new Set(await Promise.all(Array.from({ length: 50 }, () => answering(member, id))));
      expect(tokens.size).toBe(1);
      const [token] = [...tokens];
      expect(token).toMatch(/^[\w-]{30}$/);
      expect((await stored(owner)).responses).toMatchObject([{ memberId: null, cycleId: id, submittedAt: null }]);
      expect(await answering(owner, id)).not.toBe(token);
      expect(await save(token!)).toMatchObject({ kind: "saved", conflicts: [] });
      expect(await readResponse(db(), token!, "en")).toMatchObject({ organizationId: owner.organization.id, isClosed: false, submitted: false });
      expect(await answering(member, id)).toBe(token);
      // What the database holds opens nothing.
      expect(JSON.stringify(await within(owner, (tx) => tx.response.findMany()))).not.toContain(token);
    });

    it("under a new token after the installation's secret has changed: in a named cycle with the answers as they were, in an anonymous one from the beginning", async () => {
      const owner = await makeOrganization(db());
      const anonymous = await opened(owner, "2027-Q2");
      const dead = await answering(owner, anonymous);
      await save(dead);
      const fresh = await answering(owner, anonymous, "another secret of the same installation");
      expect(await readResponse(db(), dead, "en")).toBeNull();
      expect(await save(dead, 1)).toEqual({ kind: "unknown" });
      expect((await readResponse(db(), fresh, "en"))!.answers).toEqual({});
      const id = await openedNamed(owner);
      const before = await answering(owner, id);
      await save(before);
      const after = await answering(owner, id, "another secret of the same installation");
      expect(after).not.toBe(before);
      expect(await readResponse(db(), before, "en")).toBeNull();
      expect((await readResponse(db(), after, "en"))!.answers).toEqual({ "phone-answer": { state: "not_sure" } });
    });

    it("and submitted once; who has is led to the result, which stands among the organisation's", async () => {
      const owner = await makeOrganization(db());
      const [member, other] = [await makeMember(db(), owner, "respondent"), await makeMember(db(), owner, "respondent")];
      const id = await opened(owner);
      const token = await answering(member, id);
      await save(token);
      expect(await readCycle(db(), member, id, now)).toMatchObject({ progress: null, running: null, own: { isSubmitted: false } });
      await Promise.all(Array.from({ length: 10 }, () => submit(token)));
      expect(await stored(owner)).toMatchObject({ results: 1, answers: 1 });
      const outcome = await answer(member, id);
      if (outcome.kind !== "submitted") throw new Error(outcome.kind);
      const { responseId } = outcome;
      expect(await counts(owner, id)).toEqual({ answered: 1, asked: 3, others: 0 });
      // It is anonymous: only who answered it sees it by itself.
      expect(await listResults(db(), owner, ALL_RESULTS)).toEqual({ total: 0, rows: [], choices: { assessments: [], periods: [] } });
      expect(await readResult(db(), owner, responseId!, now, "en")).toBeNull();
      expect(await listResults(db(), member, ALL_RESULTS)).toMatchObject({ total: 1, rows: [{ id: responseId, isOwn: true, submittedAt: null, who: null }] });
      expect(await listResults(db(), other, ALL_RESULTS)).toEqual({ total: 0, rows: [], choices: { assessments: [], periods: [] } });
      expect(await readResult(db(), member, responseId!, now, "en")).toMatchObject({ id: responseId, period: "2027-Q1", isAnonymous: true, hash: quiz.hash });
      expect(await readResult(db(), other, responseId!, now, "en")).toBeNull();
      expect(await requireResult(resultTokenOf(token), now, "en")).toMatchObject({ isNobodys: false });
    });
  });

  describe("once it is closed", () => {
    it("takes no answer and no submission; what was submitted stays", async () => {
      const owner = await makeOrganization(db());
      const [done, late] = [await makeMember(db(), owner, "respondent"), await makeMember(db(), owner, "respondent")];
      const id = await opened(owner);
      const [doneToken, lateToken] = [await answering(done, id), await answering(late, id)];
      for (const token of [doneToken, lateToken]) await save(token);
      await submit(doneToken);
      const before = await stored(owner);
      expect(await close(owner, id)).toBe("closed");
      expect(await save(lateToken, 1)).toEqual({ kind: "closed" });
      expect(await submit(lateToken)).toEqual({ kind: "closed" });
      expect(await readResponse(db(), lateToken, "en")).toMatchObject({ isClosed: true, submitted: false });
      expect(await answer(late, id)).toEqual({ kind: "closed" });
      expect(await answer(owner, id)).toEqual({ kind: "closed" });
      // Again, as after a lost reply: it was submitted in time.
      expect(await submit(doneToken)).toEqual({ kind: "submitted", resultToken: resultTokenOf(doneToken) });
      expect(await save(doneToken, 1)).toEqual({ kind: "submitted" });
      expect((await answer(done, id)).kind).toBe("submitted");
      expect((await requireResult(resultTokenOf(doneToken), now, "en")).submittedAt).toBeInstanceOf(Date);
      expect(await stored(owner)).toEqual(before);
    });

    it("raced against those who submit: each is before or after, and none is half", async () => {
      const owner = await makeOrganization(db());
      const members = await Promise.all(Array.from({ length: 12 }, () => makeMember(db(), owner, "respondent")));
      const id = await opened(owner);
      const tokens = await Promise.all(members.map((member) => answering(member, id)));
      await Promise.all(tokens.map((token) => save(token)));
      const [outcomes] = await Promise.all([Promise.all(tokens.map(submit)), close(owner, id)]);
      const submitted = outcomes.filter(({ kind }) => kind === "submitted").length;
      expect(outcomes.filter(({ kind }) => kind === "closed")).toHaveLength(12 - submitted);
      const { responses, results } = await stored(owner);
      expect(responses.filter(({ submittedAt }) => submittedAt)).toHaveLength(submitted);
      expect(results).toBe(submitted);
      expect(await counts(owner, id)).toEqual({ answered: submitted, asked: 13, others: 0 });
    });
  });

  it("takes no answer while the organisation waits to be erased, and does again when it stays", async () => {
    const owner = await makeOrganization(db(), "Leaving Ltd");
    const id = await opened(owner);
    const token = await answering(owner, id);
    expect(await planDeletion(db(), owner, "Leaving Ltd", when)).toBe("done");
    expect(await save(token)).toEqual({ kind: "closed" });
    expect(await submit(token)).toEqual({ kind: "closed" });
    expect(await answer(owner, id)).toEqual({ kind: "closed" });
    expect(await begin(owner, "2027-Q3")).toEqual({ kind: "not-allowed" });
    await undoDeletion(db(), owner);
    expect(await save(token)).toMatchObject({ kind: "saved" });
  });

  describe("of which a member", () => {
    it("is removed: the open link answers nothing from the next click on, and what was submitted stays without their name", async () => {
      const owner = await makeOrganization(db());
      const [open, done] = [await makeMember(db(), owner, "respondent"), await makeMember(db(), owner, "analyst")];
      const id = await opened(owner);
      const [openToken, doneToken] = [await answering(open, id), await answering(done, id)];
      for (const token of [openToken, doneToken]) await save(token);
      await submit(doneToken);
      for (const member of [open, done]) expect(await removeMember(db(), owner, member.memberId!)).toBe("done");
      for (const token of [openToken, doneToken]) {
        expect(await readResponse(db(), token, "en")).toBeNull();
        expect(await save(token, 1)).toEqual({ kind: "unknown" });
        expect(await submit(token)).toEqual({ kind: "unknown" });
      }
      expect(await refusal(requireResult(resultTokenOf(doneToken), now, "en"))).toBe(404);
      for (const member of [open, done]) expect(await answer(member, id)).toEqual({ kind: "not-allowed" });
      expect((await stored(owner)).responses.map(({ memberId }) => memberId)).toEqual([null, null]);
      expect((await stored(owner)).results).toBe(1);
      // Both were asked and have left, and nothing tells which of them had answered; who is here has not.
      expect(await counts(owner, id)).toEqual({ answered: 1, asked: 3, others: 0 });
    });

    it("is removed or erased while answering: each answer is before or after, and none comes later", async () => {
      const owner = await makeOrganization(db());
      const id = await opened(owner);
      for (const leave of [(member: Access) => removeMember(db(), owner, member.memberId!), (member: Access) => erasePerson(db(), member.person)]) {
        const members = await Promise.all(Array.from({ length: 6 }, () => makeMember(db(), owner, "respondent")));
        const tokens = await Promise.all(members.map((member) => answering(member, id)));
        const outcomes = await Promise.all(members.flatMap((member, i) => [save(tokens[i]!), leave(member), answer(member, id)]));
        for (const outcome of outcomes) expect(JSON.stringify(outcome)).toMatch(/saved|unknown|done|lastOwnerOf":\[\]|answering|not-allowed/);
        for (const token of tokens) expect(await save(token, 1)).toEqual({ kind: "unknown" });
        expect((await stored(owner)).responses.every(({ memberId }) => memberId === null)).toBe(true);
      }
    });

    it("is lowered to one who only looks: nothing more is answered", async () => {
      const owner = await makeOrganization(db());
      const member = await makeMember(db(), owner, "analyst");
      const id = await opened(owner);
      const token = await answering(member, id);
      const lowered = { revision: 1, role: "viewer", respondentRole: null, workFunction: null } as const;
      expect(await changeMember(db(), owner, member.memberId!, lowered, "en")).toEqual({ kind: "done" });
      expect(await save(token)).toEqual({ kind: "closed" });
      expect(await answer(member, id)).toEqual({ kind: "not-allowed" });
    });
  });

  it("of another organisation is none: not to look at, to answer or to close, and neither are its results", async () => {
    const [own, foreign] = [await makeOrganization(db(), "Own"), await makeOrganization(db(), "Foreign")];
    const id = await opened(foreign);
    const token = await answering(foreign, id);
    await submit(token);
    const before = await stored(foreign);
    const response = before.responses[0]!.id;
    for (const asked of [id, randomUUID(), "not-an-id", "' OR 1=1 --"]) {
      expect(await readCycle(db(), own, asked, now)).toBeNull();
      expect(await answer(own, asked)).toEqual({ kind: "not-found" });
      expect(await close(own, asked)).toBe("not-found");
    }
    for (const asked of [response, randomUUID(), "not-an-id"]) expect(await readResult(db(), own, asked, now, "en")).toBeNull();
    expect(await listCycles(db(), own, ALL_CYCLES, { language: "en", now: new Date() })).toEqual({ rows: [], total: 0, choices: [] });
    expect(await stored(foreign)).toEqual(before);
    expect((await readCycle(db(), foreign, id, now))!.closedAt).toBeNull();
  });
});
