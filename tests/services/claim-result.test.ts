import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Answers } from "#app/domain/assessment/answer.ts";
import { requireResult } from "#app/services/responses/require-result.server.ts";
import { resultTokenOf, tokenHash } from "#app/services/responses/respondent-token.server.ts";
import { saveAnswers } from "#app/services/responses/save-answers.server.ts";
import { startResponse } from "#app/services/responses/start-response.server.ts";
import { submitResponse } from "#app/services/responses/submit-response.server.ts";
import { claimResult, isNobodysResult } from "#app/services/results/claim-result.server.ts";
import { claimingOrganizations } from "#app/services/results/claiming-organizations.server.ts";
import { listResults } from "#app/services/results/list-results.server.ts";
import { readResult } from "#app/services/results/read-result.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { planDeletion } from "#app/services/tenancy/plan-deletion.server.ts";
import { removeMember } from "#app/services/tenancy/remove-member.server.ts";
import { createOrganization } from "#app/services/tenancy/create-organization.server.ts";
import { catalog, catalogueStage, now, quiz, when } from "../factories/catalogue-stage.ts";
import { ALL_RESULTS } from "../factories/list-queries.ts";
import { accessTo, makeMember, makeOrganization } from "../factories/tenants.ts";
import { asOwner } from "../setup/as-owner.ts";
import { testDatabases } from "../setup/test-databases.ts";

/** Every state, with everything that can stand beside it. */
const ANSWERS: Answers = {
  ...quiz.example.answers,
  "site-organisation": { state: "not_applicable", comment: "We have none. \u2028 😀" },
  "site-pictures": {
    state: "answered",
    value: "library-people",
    confidence: "guess",
    comment: "line one\nline two",
    evidence: { link: "https://example.com/a?b=c", expires: "2027-12-31" },
  },
  "phone-answer": { state: "not_sure" },
  "service-record": { state: "blank", comment: "later" },
};
const databases = await testDatabases();

describe.each(databases)("an anonymous result that is brought into an organisation, on $name", ({ open }) => {
  const { db, within, opened, answering } = catalogueStage(open);
  const anonymous = async (answers = ANSWERS) => {
    const { takeToken } = await startResponse(db(), quiz);
    const changes = Object.entries(answers).map(([itemId, answer]) => ({ itemId, answer, basedOn: 0 }));
    expect(await saveAnswers(db(), takeToken, changes)).toMatchObject({ kind: "saved", conflicts: [] });
    await submitResponse(db(), takeToken, catalog.contradictions);
    return resultTokenOf(takeToken);
  };
  const claim = (access: Access, token: string) => claimResult(db(), access, token, when);
  const claimed = async (access: Access, token: string) => {
    const outcome = await claim(access, token);
    if (outcome.kind !== "kept") throw new Error(outcome.kind);
    return outcome.id;
  };
  /** Everything of one response as it stands in the database, without what makes a row the row it is. */
  const whole = (where: { id: string } | { resultTokenHash: string }) =>
    asOwner(db(), async (tx) => {
      const found = await tx.response.findUniqueOrThrow({ where, include: { answers: { orderBy: { itemId: "asc" } }, result: true } });
      const { id: _, organizationId: __, takeTokenHash: ___, resultTokenHash: ____, memberId: _____, claimedFrom: ______, ...row } = found;
      const bare = <Row extends { organizationId: string; responseId: string }>({ organizationId: _o, responseId: _r, ...rest }: Row) => rest;
      return { ...row, answers: found.answers.map(bare), result: bare(found.result!) };
    });
  const counts = (access: Access) => within(access, async (tx) => [await tx.response.count(), await tx.answer.count(), await tx.result.count()]);
  const trail = (access: Access) => within(access, (tx) => tx.auditEvent.count({ where: { action: "result.claimed" } }));

  it("is copied whole, as its member's; the anonymous one and its link stay as they were", async () => {
    const owner = await makeOrganization(db());
    const token = await anonymous();
    const original = { resultTokenHash: tokenHash(token) };
    const before = await whole(original);
    const id = await claimed(owner, token);
    expect(await whole({ id })).toEqual(before);
    expect(before.answers).toHaveLength(Object.keys(ANSWERS).length);
    expect(await whole(original)).toEqual(before);
    const copy = await within(owner, (tx) => tx.response.findUniqueOrThrow({ where: { id } }));
    const source = await db().response.findUniqueOrThrow({ where: original });
    expect(copy).toMatchObject({ memberId: owner.memberId, claimedFrom: source.id, cycleId: null, organizationId: owner.organization.id });
    expect([copy.takeTokenHash, copy.resultTokenHash]).not.toContain(source.resultTokenHash);
    expect(copy.takeTokenHash).not.toBe(source.takeTokenHash);
    const [shown, kept] = [await requireResult(token, now, "en"), (await readResult(db(), owner, id, now, "en"))!];
    expect(kept.answers).toEqual(ANSWERS);
    expect(kept.view).toEqual(shown.view);
    expect(shown.isNobodys).toBe(true);
    expect(await listResults(db(), owner, ALL_RESULTS)).toMatchObject({
      total: 1,
      rows: [{ id, slug: "customer-or-product-centric", period: null, isOwn: true }],
    });
    expect((await listResults(db(), owner, ALL_RESULTS))!.rows[0]!.score).toBe(shown.view.overall.score);
  });

  it("is there once, clicked fifty times at once by two colleagues; the second is led to the same", async () => {
    const owner = await makeOrganization(db());
    const analyst = await makeMember(db(), owner, "analyst");
    const token = await anonymous();
    const outcomes = await Promise.all(Array.from({ length: 50 }, (_, i) => claim(i % 2 ? owner : analyst, token)));
    expect(outcomes.filter(({ kind }) => kind === "kept")).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === "already-there")).toHaveLength(49);
    expect(new Set(outcomes.map((outcome) => "id" in outcome && outcome.id)).size).toBe(1);
    expect(await counts(owner)).toEqual([1, Object.keys(ANSWERS).length, 1]);
    expect(await trail(owner)).toBe(1);
  });

  it("may be in two organisations, each with a copy of its own", async () => {
    const first = await makeOrganization(db());
    const slug = (await createOrganization(db(), first.person, {
      name: "Second",
      kind: "company",
      industry: null,
      sizeBand: null,
      region: null,
      once: randomUUID(),
    }))!;
    const second = await accessTo(db(), first.person, slug);
    const token = await anonymous();
    expect(await claimed(first, token)).not.toBe(await claimed(second, token));
    expect((await claimingOrganizations(db(), first.person)).map(({ name }) => name)).toEqual(["Northern Ferries", "Second"]);
  });

  it("stays when its member is removed, without them", async () => {
    const owner = await makeOrganization(db());
    const analyst = await makeMember(db(), owner, "analyst");
    const token = await anonymous();
    const id = await claimed(analyst, token);
    await removeMember(db(), owner, analyst.memberId!);
    expect(await listResults(db(), owner, ALL_RESULTS)).toMatchObject({ rows: [{ id, isOwn: false }] });
    expect(await claim(owner, token)).toEqual({ kind: "already-there", id });
    expect(await claim(analyst, await anonymous())).toEqual({ kind: "not-allowed" });
  });

  describe("is not", () => {
    it("where one only answers or looks, and not while the organisation waits to be erased", async () => {
      const owner = await makeOrganization(db(), "Leaving Ltd");
      const token = await anonymous();
      for (const role of ["respondent", "viewer"] as const) {
        const member = await makeMember(db(), owner, role);
        expect(await claim(member, token)).toEqual({ kind: "not-allowed" });
        expect(await claimingOrganizations(db(), member.person)).toEqual([]);
      }
      await planDeletion(db(), owner, "Leaving Ltd", when);
      expect(await claim(owner, token)).toEqual({ kind: "not-allowed" });
      expect(await claimingOrganizations(db(), owner.person)).toEqual([]);
      expect(await counts(owner)).toEqual([0, 0, 0]);
    });

    it("what was not submitted, what has no such link, and what belongs to an organisation", async () => {
      const [owner, other] = [await makeOrganization(db()), await makeOrganization(db())];
      const { takeToken } = await startResponse(db(), quiz);
      const theirs = await answering(other, await opened(other));
      await submitResponse(db(), theirs, catalog.contradictions);
      const submitted = await anonymous();
      for (const token of [takeToken, resultTokenOf(takeToken), "no-such-token", "", resultTokenOf(theirs), submitted.slice(1)]) {
        expect(await isNobodysResult(db(), token)).toBe(false);
        expect(await claim(owner, token)).toEqual({ kind: "unknown" });
      }
      expect(await isNobodysResult(db(), submitted)).toBe(true);
      expect(await counts(owner)).toEqual([0, 0, 0]);
    });
  });
});
