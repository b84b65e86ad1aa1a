import path from "node:path";
import { describe, expect, it } from "vitest";
import { giveConsent } from "#app/services/benchmark/give-consent.server.ts";
import { revokeConsent } from "#app/services/benchmark/revoke-consent.server.ts";
import { teamComputer } from "#app/services/results/compute-team.server.ts";
import { publishResult } from "#app/services/results/publish-result.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { makeAnsweredCycle, peopleFrom } from "../factories/answered-cycle.ts";
import { catalog, catalogueStage, quiz } from "../factories/catalogue-stage.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { asOwner } from "../setup/as-owner.ts";
import { testDatabases } from "../setup/test-databases.ts";

const compute = teamComputer({ workerFile: path.resolve("build/worker/team-worker.js") });
const FAMILY = `${quiz.definition.slug}@${quiz.definition.version}`;

describe.each(await testDatabases())("consent to benchmarks, on $name", ({ open }) => {
  const { db, within } = catalogueStage(open);
  const now = new Date();
  /** A closed cycle whose result is stored. */
  const publish = async (access: Access, period: string, people = 15) => {
    const cycleId = await makeAnsweredCycle(db(), access, quiz, catalog, { people: peopleFrom(1, people), period });
    expect(await publishResult(db(), { organizationId: access.organization.id, cycleId }, { compute })).toBe("stored");
    return cycleId;
  };
  const shared = (access: Access) =>
    within(access, async (tx) =>
      (await tx.benchmarkContribution.findMany({ orderBy: { closedAt: "asc" } })).map(({ cycleId, family }) => ({ cycleId, family })),
    );
  const events = (access: Access) =>
    within(access, async (tx) =>
      (await tx.auditEvent.findMany({ orderBy: { id: "asc" } })).map(({ action }) => action).filter((action) => action.startsWith("benchmark")),
    );
  const refused = (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error: Error) => error.message,
    );

  it("shares the latest result that may be, and later ones when they are published; taking it back takes all away", async () => {
    const owner = await makeOrganization(db());
    await publish(owner, "2026-Q1");
    const latest = await publish(owner, "2026-Q2");
    await publish(owner, "2026-Q3", 4);
    expect(await shared(owner)).toEqual([]);
    expect(await giveConsent(db(), owner, now)).toBe("done");
    expect(await giveConsent(db(), owner, now)).toBe("done");
    expect(await shared(owner)).toEqual([{ cycleId: latest, family: FAMILY }]);
    const later = await publish(owner, "2026-Q4");
    expect(await shared(owner)).toEqual([latest, later].map((cycleId) => ({ cycleId, family: FAMILY })));
    const before = await within(owner, (tx) => tx.benchmarkContribution.findFirstOrThrow({ where: { cycleId: later } }));
    const stored = await within(owner, (tx) => tx.teamResult.findFirstOrThrow({ where: { cycleId: later } }));
    const { overall } = stored.figures as { overall: { mean: number } };
    expect((before.scores as { overall: number }).overall).toBeCloseTo(overall.mean, 6);
    expect(await revokeConsent(db(), owner)).toBe("done");
    expect(await revokeConsent(db(), owner)).toBe("done");
    expect(await shared(owner)).toEqual([]);
    await publish(owner, "2027-Q1", 4);
    // The same result has the same name again.
    expect(await giveConsent(db(), owner, now)).toBe("done");
    expect(await within(owner, (tx) => tx.benchmarkContribution.findMany({ select: { id: true } }))).toEqual([{ id: before.id }]);
    expect(await events(owner)).toEqual(["benchmark_consent.given", "benchmark_consent.revoked", "benchmark_consent.given"]);
  });

  it("is an owner's and an admin's to give and take, as they stand at that moment, and not given in an organisation that is to be erased", async () => {
    const owner = await makeOrganization(db());
    for (const role of ["analyst", "viewer", "respondent"] as const) {
      const member = await makeMember(db(), owner, role);
      expect([await giveConsent(db(), member, now), await revokeConsent(db(), member)]).toEqual(["not-allowed", "not-allowed"]);
    }
    const admin = await makeMember(db(), owner, "admin");
    expect(await giveConsent(db(), admin, now)).toBe("done");
    await within(owner, (tx) => tx.member.updateMany({ where: { id: admin.memberId! }, data: { role: "analyst" } }));
    expect(await revokeConsent(db(), admin)).toBe("not-allowed");
    await within(owner, (tx) => tx.organization.updateMany({ where: { id: owner.organization.id }, data: { eraseAfter: new Date(Date.now() + 86_400_000) } }));
    expect(await revokeConsent(db(), owner)).toBe("done");
    expect(await giveConsent(db(), owner, now)).toBe("not-allowed");
  });

  it("leaves nothing behind when a result comes in while it is taken back", async () => {
    for (let round = 1; round <= 5; round += 1) {
      const owner = await makeOrganization(db());
      await giveConsent(db(), owner, now);
      await Promise.all([publish(owner, "2026-Q1"), revokeConsent(db(), owner)]);
      expect(await shared(owner)).toEqual([]);
    }
  });

  it("goes with the organisation", async () => {
    const owner = await makeOrganization(db());
    await publish(owner, "2026-Q1");
    await giveConsent(db(), owner, now);
    const { id } = owner.organization;
    expect(await asOwner(db(), (tx) => tx.benchmarkContribution.count({ where: { organizationId: id } }))).toBe(1);
    await asOwner(db(), (tx) => tx.organization.deleteMany({ where: { id } }));
    expect(await asOwner(db(), (tx) => tx.benchmarkContribution.count({ where: { organizationId: id } }))).toBe(0);
  });

  it("is never had of what is invented, by the database's owner neither, nor without consent", async () => {
    const [owner, invented] = [await makeOrganization(db()), await makeOrganization(db())];
    const { id } = invented.organization;
    await asOwner(db(), (tx) => tx.$executeRaw`UPDATE organization SET is_synthetic = true WHERE id = ${id}::uuid`);
    const cycleId = await publish(invented, "2026-Q1");
    expect(await giveConsent(db(), { ...invented, organization: { ...invented.organization, isSynthetic: true } }, now)).toBe("invented");
    expect(await refused(giveConsent(db(), invented, now))).toContain("organization_shares_nothing_invented");
    const insert = (synthetic: boolean) =>
      refused(
        asOwner(
          db(),
          (tx) => tx.$executeRaw`INSERT INTO benchmark_contribution (organization_id, id, is_synthetic, cycle_id, number, family, closed_at, scores, items)
          VALUES (${id}::uuid, gen_random_uuid(), ${synthetic}, ${cycleId}::uuid, 1, 'quiz@1', now(), '{}', '{}')`,
        ),
      );
    expect(await insert(false)).toContain("shares nothing for benchmarks");
    const drop = (statement: string) => asOwner(db(), (tx) => tx.$executeRawUnsafe(statement));
    // The other two guards hold without the consent's, and without the check on organisations.
    await drop("ALTER TABLE organization DROP CONSTRAINT organization_shares_nothing_invented");
    await asOwner(db(), (tx) => tx.$executeRaw`UPDATE organization SET benchmark_consent_at = now() WHERE id = ${id}::uuid`);
    expect(await insert(true)).toContain("benchmark_contribution_is_real");
    expect(await insert(false)).toContain("benchmark_contribution_organization_id_is_synthetic_fkey");
    await publish(owner, "2026-Q1");
    await giveConsent(db(), owner, now);
    const invent = () => refused(asOwner(db(), (tx) => tx.$executeRaw`UPDATE organization SET is_synthetic = true WHERE id = ${owner.organization.id}::uuid`));
    expect(await invent()).toContain("benchmark_contribution_is_real");
    await asOwner(db(), (tx) => tx.$executeRaw`UPDATE organization SET benchmark_consent_at = NULL WHERE id = ${id}::uuid`);
    await drop("ALTER TABLE organization ADD CONSTRAINT organization_shares_nothing_invented CHECK (NOT is_synthetic OR benchmark_consent_at IS NULL)");
    expect(await invent()).toMatch(/organization_shares_nothing_invented|benchmark_contribution_is_real/);
  });
});
