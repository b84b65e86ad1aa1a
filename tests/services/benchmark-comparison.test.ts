import { describe, expect, it } from "vitest";
import { familyOf } from "#app/domain/benchmark/family.ts";
import { partsOf } from "#app/domain/benchmark/part-scores.ts";
import { teamResultSchema } from "#app/domain/agreement/team-result-shape.ts";
import { giveConsent } from "#app/services/benchmark/give-consent.server.ts";
import { readClients } from "#app/services/benchmark/read-clients.server.ts";
import { type Asked, readComparison } from "#app/services/benchmark/read-comparison.server.ts";
import { revokeConsent } from "#app/services/benchmark/revoke-consent.server.ts";
import { computeInSteps } from "#app/services/results/compute-in-steps.server.ts";
import { publishResult } from "#app/services/results/publish-result.server.ts";
import type { Scope } from "#app/domain/access/can.ts";
import { acceptOffer } from "#app/services/tenancy/accept-offer.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { makeAnsweredCycle, peopleFrom } from "../factories/answered-cycle.ts";
import { catalog, catalogueStage, quiz } from "../factories/catalogue-stage.ts";
import { plantSnapshot, spread } from "../factories/snapshot.ts";
import { makeConsultancy, offerTo } from "../factories/engaged.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { asOwner } from "../setup/as-owner.ts";
import { testDatabases } from "../setup/test-databases.ts";

const FAMILY = familyOf(quiz.definition);
const NOW = new Date();
const ANY: Asked = { slug: null, cohort: null };

describe.each(await testDatabases())("where an organisation stands among others, on $name", ({ open }) => {
  const { db, within } = catalogueStage(open);
  const withResult = async (name: string, profile: { industry?: string; sizeBand?: string } = {}) => {
    const owner = await makeOrganization(db(), name);
    await within(owner, (tx) => tx.organization.updateMany({ where: { id: owner.organization.id }, data: profile }));
    const cycleId = await makeAnsweredCycle(db(), owner, quiz, catalog, { period: "2026-Q3", people: peopleFrom(1, 20) });
    await publishResult(db(), { organizationId: owner.organization.id, cycleId }, { compute: computeInSteps });
    const stored = await within(owner, (tx) => tx.teamResult.findFirstOrThrow({ where: { cycleId }, select: { figures: true } }));
    return { owner, figures: teamResultSchema.parse(stored.figures) };
  };
  const read = ({ organization }: Access, asked = ANY) => readComparison(db(), organization.id, asked);

  it("is nothing without a result, and without a snapshot how many there are", async () => {
    const empty = await makeOrganization(db(), "Empty");
    expect(await read(empty)).toEqual({ consentAt: null, slugs: [], compared: null });
    const { owner } = await withResult("Alone");
    const { compared } = await read(owner);
    expect(compared).toMatchObject({ takenAt: null, chosen: { state: "too_few", others: 0, needed: 11 }, parts: [], best: [] });
    expect((await read(owner, { slug: "seven-ps", cohort: null })).compared).toBeNull();
  });

  it("counts oneself out of those who share, and says nothing of ten with oneself among them", async () => {
    const { owner } = await withResult("Sharing");
    expect(await giveConsent(db(), owner, NOW)).toBe("done");
    await plantSnapshot(db(), FAMILY, { organizations: 8, cohorts: [], takenAt: new Date(NOW.getTime() + 3_600_000) });
    expect((await read(owner)).compared!.chosen).toMatchObject({ state: "too_few", others: 7, needed: 10 });
    expect(await revokeConsent(db(), owner)).toBe("done");
    expect((await read(owner)).compared!.chosen).toMatchObject({ state: "too_few", others: 8, needed: 11 });
  });

  it("leaves out what one shares oneself, by what was let in, and shows the groups one is in alone", async () => {
    const { owner, figures } = await withResult("Retailer", { industry: "retail", sizeBand: "50-249" });
    await giveConsent(db(), owner, NOW);
    const contribution = await within(owner, (tx) => tx.benchmarkContribution.findFirstOrThrow({ select: { id: true, scores: true } }));
    const shared = contribution.scores as Record<string, number>;
    const withOwn = (list: readonly number[]) => (part: string) => [part, part in shared ? [...list, shared[part]!] : list] as const;
    const parts = partsOf(figures);
    await asOwner(db(), (tx) =>
      tx.benchmarkMember.create({
        data: { contributionId: contribution.id, family: FAMILY, industry: "retail", sizeBand: "50-249", block: crypto.randomUUID() },
      }),
    );
    const item = { bestCount: 11, bestMean: 0.8, restCount: 30, restMean: 0.4 };
    await plantSnapshot(db(), FAMILY, {
      organizations: 60,
      cohorts: [
        {
          cohort: "//",
          scores: Object.fromEntries(parts.map(withOwn(spread(40, 20, 60)))),
          best: [{ item: "phone-answer", ...item }],
        },
        { cohort: "retail//", scores: Object.fromEntries(["overall"].map(withOwn(spread(12, 70, 70)))) },
        { cohort: "energy//", scores: { overall: spread(15, 90, 90) } },
      ],
    });
    const { compared } = await read(owner);
    expect(compared).toMatchObject({ isOwnLeftOut: true, chosen: { key: "//", others: 40 }, parent: null });
    expect(compared!.cohorts.map(({ key, state }) => `${key} ${state}`)).toEqual([
      "// published",
      "/50-249/ kept_back",
      "retail// published",
      "retail/50-249/ kept_back",
    ]);
    const overall = compared!.parts[0]!;
    expect(overall).toMatchObject({ part: "overall", own: figures.overall.mean, n: 40, claim: { kind: "quartile", n: 40 } });
    expect(overall.mean).toBeCloseTo(39.5, 6);
    expect(overall.bars!.reduce((a, b) => a + b, 0)).toBe(40);
    expect(compared!.best).toEqual([{ item: "phone-answer", best: { n: 11, mean: 0.8 }, rest: { n: 30, mean: 0.4 } }]);

    const narrow = (await read(owner, { slug: null, cohort: "retail//" })).compared!;
    expect(narrow).toMatchObject({ chosen: { key: "retail//", others: 12 }, parent: { industry: null }, best: [] });
    expect(narrow.parts[0]).toMatchObject({ n: 12, claim: { kind: "median" }, middleHalf: null });
    // Two cohorts under everybody are too few to estimate k: it is ten.
    expect(narrow.parts[0]!.shrunk).toMatchObject({ weight: 10 });
    expect(narrow.parts[0]!.shrunk!.mean).toBeCloseTo((12 * 70 + 10 * 39.5) / 22, 6);
    expect(narrow.parts[1]).toMatchObject({ n: 0, claim: { kind: "too_few" }, median: null, bars: null });
    // Of another group one gets that of everybody.
    expect((await read(owner, { slug: null, cohort: "energy//" })).compared!.chosen.key).toBe("//");
    expect((await read(owner, { slug: null, cohort: "retail/50-249/" })).compared).toMatchObject({ chosen: { state: "kept_back" }, parts: [], best: [] });
  });

  it("says that what was taken back may still be counted, until the next snapshot", async () => {
    const { owner, figures } = await withResult("Having shared");
    const standing = async () => {
      const { isOwnLeftOut, isOwnStillIn, chosen } = (await read(owner)).compared!;
      return { isOwnLeftOut, isOwnStillIn, others: "others" in chosen ? chosen.others : null };
    };
    await giveConsent(db(), owner, NOW);
    const { id, scores } = await within(owner, (tx) => tx.benchmarkContribution.findFirstOrThrow({ select: { id: true, scores: true } }));
    await asOwner(db(), (tx) => tx.benchmarkMember.create({ data: { contributionId: id, family: FAMILY, block: crypto.randomUUID() } }));
    const { overall } = scores as Record<string, number>;
    const everybody = { cohort: "//", scores: { overall: [...spread(20), overall!] } };
    await plantSnapshot(db(), FAMILY, { organizations: 21, cohorts: [everybody] });
    expect(await standing()).toEqual({ isOwnLeftOut: true, isOwnStillIn: false, others: 20 });
    await revokeConsent(db(), owner);
    expect(await standing()).toEqual({ isOwnLeftOut: false, isOwnStillIn: true, others: 21 });
    // Of those whose figures these are it is not said to who never shared any.
    const { owner: another } = await withResult("Never sharing");
    expect((await read(another)).compared).toMatchObject({ isOwnLeftOut: false, isOwnStillIn: false });
    await plantSnapshot(db(), FAMILY, {
      organizations: 20,
      cohorts: [{ cohort: "//", scores: { overall: spread(20) } }],
      takenAt: new Date(Date.now() + 1_000),
    });
    expect(await standing()).toEqual({ isOwnLeftOut: false, isOwnStillIn: false, others: 20 });
    expect(figures.overall.mean).toBeCloseTo(overall!, 6);
  });

  it("is nothing for what is invented, however much others share", async () => {
    const { owner } = await withResult("Invented");
    await asOwner(db(), (tx) => tx.organization.updateMany({ where: { id: owner.organization.id }, data: { isSynthetic: true } }));
    expect((await read(owner)).compared).toBeNull();
  });

  it("shows a consultancy how its clients stand together: those that share, whose results it may see and that are assigned, ten at the least", async () => {
    const firm = await makeConsultancy(db(), "Together");
    const engaged = async (name: string, scopes: Scope[] = ["see_results"]) => {
      const { owner, figures } = await withResult(name);
      const accepted = await acceptOffer(db(), firm, await offerTo(db(), owner, { scopes }, NOW), { now: NOW, language: "en" });
      if (accepted.outcome !== "engaged") throw new Error(accepted.outcome);
      return { owner, mean: figures.overall.mean! };
    };
    const together = async () =>
      (await readClients(db(), firm.person, firm.organization.id)).map(({ family, overall: { n, claim, mean, bars } }) => ({ family, n, claim, mean, bars }));
    await engaged("Not sharing");
    const { owner: unseen } = await engaged("Results not to be seen", ["edit_roadmap"]);
    await giveConsent(db(), unseen, NOW);
    expect(await together()).toEqual([]);
    const clients = [];
    for (let i = 0; i < 10; i += 1) {
      const client = await engaged(`Client ${i}`);
      expect(await giveConsent(db(), client.owner, NOW)).toBe("done");
      clients.push(client);
      if (i === 8) expect(await together()).toEqual([{ family: FAMILY, n: 9, claim: { kind: "too_few", n: 9, needed: 10 }, mean: null, bars: null }]);
    }
    const [all] = await together();
    expect(all).toMatchObject({ family: FAMILY, n: 10, claim: null });
    expect(all!.mean).toBeCloseTo(clients.reduce((sum, { mean }) => sum + mean, 0) / 10, 5);
    // A colleague who is assigned to none of them sees none.
    expect(await readClients(db(), (await makeMember(db(), firm, "owner")).person, firm.organization.id)).toEqual([]);
    await revokeConsent(db(), clients[0]!.owner);
    expect(await together()).toMatchObject([{ n: 9, mean: null }]);
  });

  it("shows a consultant no client that they are not assigned to", async () => {
    const { owner } = await withResult("A client");
    await giveConsent(db(), owner, NOW);
    const firm = await makeOrganization(db(), "A firm");
    expect(await readClients(db(), firm.person, firm.organization.id)).toEqual([]);
    expect(await readClients(db(), owner.person, owner.organization.id)).toEqual([]);
  });
});
