import { beforeAll, describe, expect, it } from "vitest";
import { NO_PERIOD } from "#app/domain/cycles/list-query.ts";
import { exportCycles } from "#app/services/cycles/export-cycles.server.ts";
import { listCycles } from "#app/services/cycles/list-cycles.server.ts";
import { newToken, tokenHash } from "#app/services/responses/respondent-token.server.ts";
import { exportResults } from "#app/services/results/export-results.server.ts";
import { listResults } from "#app/services/results/list-results.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { catalog, catalogueStage } from "../factories/catalogue-stage.ts";
import { english } from "../factories/english.ts";
import { finnish } from "../factories/finnish.ts";
import { ALL_CYCLES, ALL_RESULTS } from "../factories/list-queries.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";

const [quiz, other] = [
  "customer-or-product-centric",
  catalog.assessments.find(({ definition }) => definition.slug !== "customer-or-product-centric")!.definition.slug,
];
const NOW = new Date("2027-08-01T12:00:00Z");
const databases = await testDatabases();

describe.each(databases)("the lists of an organisation, on $name", ({ open }) => {
  const { db, within } = catalogueStage(open);
  let owner: Access;
  let respondent: Access;
  beforeAll(async () => {
    owner = await makeOrganization(db());
    respondent = await makeMember(db(), owner, "respondent");
    await within(owner, async (tx) => {
      await tx.cycle.createMany({
        data: CYCLES.map(({ of, ...cycle }) => ({ ...cycle, assessmentSlug: of, assessmentHash: hashOf(of), openedBy: "Somebody", isAnonymous: false })),
      });
      for (const { score, of, day, whose, ...row } of RESULTS) {
        const hashes = { takeTokenHash: tokenHash(newToken()), resultTokenHash: tokenHash(newToken()), assessmentHash: hashOf(of) };
        const memberId = whose === "owner" ? owner.memberId : whose === "respondent" ? respondent.memberId : null;
        await tx.response.createMany({ data: [{ ...row, ...hashes, memberId, submittedAt: at(day) }] });
        const overall = { score, gatedLevel: score === null ? null : 2 };
        await tx.result.createMany({ data: [{ responseId: row.id, method: "1", score: { overall } }] });
      }
    });
  });

  const hashOf = (slug: string) => catalog.assessmentBySlug.get(slug)!.hash;
  const results = async (query: Partial<typeof ALL_RESULTS> = {}, access = owner) => {
    const { rows, total } = (await listResults(db(), access, { ...ALL_RESULTS, ...query }))!;
    return { names: rows.map(({ id }) => id.slice(-1)).join(""), total };
  };
  const cycles = async (query: Partial<typeof ALL_CYCLES> = {}, language: "en" | "fi" = "en") => {
    const { rows, total } = await listCycles(db(), owner, { ...ALL_CYCLES, ...query }, { language, now: NOW });
    return { names: rows.map(({ id }) => id.slice(-1)).join(""), total };
  };
  const trail = (action: string) => within(owner, (tx) => tx.auditEvent.count({ where: { action } }));

  describe("its results", () => {
    it("stand in the order that is asked for; what has no score or period comes last in either", async () => {
      expect(await results()).toEqual({ names: "54321", total: 5 });
      expect(await results({ isRising: true })).toEqual({ names: "12345", total: 5 });
      expect(await results({ sort: "score", isRising: true })).toEqual({ names: "25413", total: 5 });
      expect(await results({ sort: "score", isRising: false })).toEqual({ names: "14523", total: 5 });
      expect(await results({ sort: "period", isRising: false })).toEqual({ names: "32154", total: 5 });
      expect(await results({ sort: "period", isRising: true })).toEqual({ names: "21354", total: 5 });
    });

    it("are chosen by assessment and period, and counted as chosen", async () => {
      expect(await results({ assessment: quiz })).toEqual({ names: "521", total: 3 });
      expect(await results({ assessment: other, period: "2027-Q2" })).toEqual({ names: "3", total: 1 });
      expect(await results({ period: NO_PERIOD })).toEqual({ names: "54", total: 2 });
      expect(await results({ period: "2031-Q1" })).toEqual({ names: "", total: 0 });
      expect(await results({ page: 2 })).toEqual({ names: "", total: 5 });
      expect((await listResults(db(), owner, { ...ALL_RESULTS, assessment: "none" }))!.choices).toEqual({
        assessments: expect.arrayContaining([quiz, other]) as string[],
        periods: ["2027-Q2", "2027-Q1", null],
      });
    });

    it("are one's own where one sees no more, and so are the choices", async () => {
      expect(await results({}, respondent)).toEqual({ names: "2", total: 1 });
      expect((await listResults(db(), respondent, ALL_RESULTS))!.choices).toEqual({ assessments: [quiz], periods: ["2027-Q1"] });
    });

    it("are the same as a file, on whatever page they stand, and that it was taken is in the trail", async () => {
      const before = await trail("results.exported");
      const lines = (await exportResults(db(), owner, { ...ALL_RESULTS, assessment: quiz, sort: "score", isRising: true, page: 3 }, english, {
        isTaken: true,
      }))!.split("\r\n");
      const title = "Are you customer-centric or product-centric?";
      expect(lines).toEqual([
        "\uFEFFAssessment,Period,Score,Level,Submitted,Whose,assessment,id",
        `${title},2027-Q1,9.5,2,2027-01-02,,${quiz},${id(2)}`,
        `${title},Brought in,20.25,2,2027-01-05,brought in by you,${quiz},${id(5)}`,
        `${title},2027-Q1,100,2,2027-01-01,yours,${quiz},${id(1)}`,
        "",
      ]);
      expect((await exportResults(db(), respondent, ALL_RESULTS, finnish, { isTaken: true }))!.split("\r\n")).toHaveLength(3);
      expect((await trail("results.exported")) - before).toBe(2);
    });

    it("are none to somebody whom they are not shown, as a file neither, and nothing is written of it", async () => {
      const consultant = { ...owner, memberId: null, actor: { kind: "consultant", scopes: ["run_assessments"] } } as const;
      const before = await trail("results.exported");
      expect(await listResults(db(), consultant, ALL_RESULTS)).toBeNull();
      expect(await exportResults(db(), consultant, ALL_RESULTS, english, { isTaken: true })).toBeNull();
      expect(await trail("results.exported")).toBe(before);
    });
  });

  describe("its cycles", () => {
    it("stand in the order that is asked for", async () => {
      expect(await cycles()).toEqual({ names: "35421", total: 5 });
      expect(await cycles({ isRising: false })).toEqual({ names: "42153", total: 5 });
      expect(await cycles({ sort: "opened", isRising: false })).toEqual({ names: "54321", total: 5 });
      expect(await cycles({ sort: "period", isRising: true })).toEqual({ names: "12345", total: 5 });
    });

    it("stand by title in the reader's language", async () => {
      for (const [language, words] of [
        ["en", english],
        ["fi", finnish],
      ] as const) {
        const { rows, choices } = await listCycles(db(), owner, { ...ALL_CYCLES, sort: "title", isRising: true }, { language, now: NOW });
        const titles = rows.map(({ title }) => title);
        expect(titles).toEqual([...titles].sort((a, b) => a.localeCompare(b, words.language)));
        expect(choices.map(({ title }) => title)).toEqual([...new Set(titles)]);
        const turned = await listCycles(db(), owner, { ...ALL_CYCLES, sort: "title", isRising: false }, { language, now: NOW });
        expect(turned.rows.map(({ title }) => title)).toEqual([...titles].reverse());
      }
    });

    it("are chosen by assessment and by whether they are open, planned or closed", async () => {
      expect(await cycles({ assessment: other })).toEqual({ names: "42", total: 2 });
      expect(await cycles({ state: "open" })).toEqual({ names: "3", total: 1 });
      expect(await cycles({ state: "planned" })).toEqual({ names: "5", total: 1 });
      expect(await cycles({ state: "closed", assessment: quiz })).toEqual({ names: "1", total: 1 });
    });

    it("are the same as a file, and that it was taken is in the trail", async () => {
      const before = await trail("cycles.exported");
      const lines = (await exportCycles(db(), owner, { ...ALL_CYCLES, assessment: quiz }, english, NOW)).split("\r\n");
      const title = "Are you customer-centric or product-centric?";
      expect(lines).toEqual([
        "\uFEFFAssessment,Period,State,Opened,Closed,assessment,id",
        `${title},2027-Q3,Open,2027-03-01,,${quiz},${id(3)}`,
        `${title},2028-Q1,Planned,,,${quiz},${id(5)}`,
        `${title},2027-Q1,Closed,2027-01-01,2027-05-01,${quiz},${id(1)}`,
        "",
      ]);
      expect((await trail("cycles.exported")) - before).toBe(1);
    });
  });
});

/** An id that ends in a figure to know it by. */
function id(figure: number): string {
  return `01900000-0000-7000-8000-00000000000${figure}`;
}

function at(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

const CYCLES = [
  { id: id(1), of: quiz, period: "2027-Q1", openedAt: at("2027-01-01"), closedAt: at("2027-05-01") },
  { id: id(2), of: other, period: "2027-Q2", openedAt: at("2027-02-01"), closedAt: at("2027-06-01") },
  { id: id(3), of: quiz, period: "2027-Q3", openedAt: at("2027-03-01"), closedAt: null },
  { id: id(4), of: other, period: "2027-Q4", openedAt: at("2027-04-01"), closedAt: at("2027-07-01") },
  { id: id(5), of: quiz, period: "2028-Q1", openedAt: at("2027-03-02"), opensAt: at("2028-01-10"), closedAt: null },
];

/** By the day they were submitted on. */
const RESULTS = [
  { id: id(1), of: quiz, cycleId: id(1), day: "2027-01-01", score: 100, whose: "owner" },
  { id: id(2), of: quiz, cycleId: id(1), day: "2027-01-02", score: 9.5, whose: "respondent" },
  { id: id(3), of: other, cycleId: id(2), day: "2027-01-03", score: null, whose: "owner" },
  { id: id(4), of: other, cycleId: null, day: "2027-01-04", score: 40, whose: "somebody who left" },
  { id: id(5), of: quiz, cycleId: null, day: "2027-01-05", score: 20.25, whose: "owner" },
];
