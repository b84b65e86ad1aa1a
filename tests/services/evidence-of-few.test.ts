import { describe, expect, it } from "vitest";
import { organizationFileSchema } from "#app/domain/export/organization-file.ts";
import { teamTable } from "#app/domain/report/team-tables.ts";
import { readAuditList } from "#app/services/evidence/read-audit-list.server.ts";
import { computeInSteps } from "#app/services/results/compute-in-steps.server.ts";
import { publishResult } from "#app/services/results/publish-result.server.ts";
import { readTeamItem } from "#app/services/results/read-team-item.server.ts";
import { readTeamResult } from "#app/services/results/read-team-result.server.ts";
import { teamItemPage } from "#app/services/results/team-item-page.server.ts";
import { exportOrganization } from "#app/services/tenancy/export-organization.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { addAnswers, closeAnswered, makeAnsweredCycle, peopleFrom, reopenAnswered } from "../factories/answered-cycle.ts";
import { catalog, catalogueStage, quiz } from "../factories/catalogue-stage.ts";
import { english } from "../factories/english.ts";
import { makeOrganization } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";

const SLUG = quiz.definition.slug;
const ITEM = quiz.definition.items[0]!;
if (ITEM.kind !== "single") throw new Error("the first question has no options");
const OPTION = ITEM.options.find(({ value }) => value > 0)!.id;
const LINK = "https://files.example/what-one-of-them-gave";
const TODAY = new Date().toISOString().slice(0, 10);

describe.each(await testDatabases())("evidence of few in a team, on $name", ({ open }) => {
  const { db, within } = catalogueStage(open);
  const publish = ({ organization }: Access, cycleId: string) => publishResult(db(), { organizationId: organization.id, cycleId }, { compute: computeInSteps });
  const add = (owner: Access, cycleId: string, people: ReturnType<typeof peopleFrom>) => addAnswers(db(), owner, quiz, catalog, { cycleId, people });
  /** A cycle that is open, in which everybody answered the same question. */
  async function opened(owner: Access, people: number, isAnonymous = true): Promise<{ cycleId: string; item: string }> {
    const cycleId = await makeAnsweredCycle(db(), owner, quiz, catalog, { people: peopleFrom(1, people), isAnonymous, isClosed: false });
    return { cycleId, item: ITEM.id };
  }
  /** So many of those who have not yet give a link with their answer to the question, which is answered by everybody. */
  const prove = (owner: Access, { cycleId, item }: { cycleId: string; item: string }, people: number, isNew = false, expires: string | null = null) =>
    within(owner, async (tx) => {
      await tx.answer.updateMany({
        where: { itemId: item, response: { cycleId } },
        data: { state: "answered", value: OPTION },
      });
      const responses = await tx.response.findMany({
        where: { cycleId, ...(isNew ? { publishedIn: null } : {}), answers: { some: { itemId: item, evidenceLink: null } } },
        orderBy: { id: "asc" },
        take: people,
        select: { id: true },
      });
      await tx.answer.updateMany({
        where: { itemId: item, responseId: { in: responses.map(({ id }) => id) } },
        data: { evidenceLink: LINK, evidenceExpires: expires },
      });
      return responses.length;
    });
  const inFile = async (owner: Access) => {
    let text = "";
    for await (const piece of exportOrganization(db(), owner, { language: "en", now: new Date() })) text += piece;
    return { text, figures: organizationFileSchema.parse(JSON.parse(text)).teamResults.map(({ figures }) => figures) };
  };
  /** All that anybody who sees results reads of evidence: on pages, in files and in what is left to show. */
  async function said(owner: Access, { cycleId, item }: { cycleId: string; item: string }) {
    const result = (await readTeamResult(db(), owner, cycleId, "en"))!;
    const figures = result.stored!.figures;
    const page = teamItemPage((await readTeamItem(db(), owner, { cycleId, itemId: item, page: 1 }, "en"))!);
    const { text, figures: files } = await inFile(owner);
    const [head, ...rows] = teamTable("items", figures, [], result.names, english);
    const audit = await readAuditList(db(), owner, SLUG, TODAY, "en");
    return {
      overall: figures.overall.evidenced,
      items: new Set(figures.items.map(({ evidenced }) => evidenced)),
      ofItem: page.figures!.evidenced,
      links: page.notes.evidence?.map(({ link }) => link) ?? null,
      pages: page.notes.pages,
      inTable: new Set(rows.map((row) => row[head!.indexOf("With evidence")])),
      files: files.map(({ overall, items }) => [overall.evidenced, ...new Set(items.map(({ evidenced }) => evidenced))]),
      hasLink: JSON.stringify([page, result.stored, text, audit]).includes(LINK),
      isShown: audit!.lines.every((line) => line.item !== item),
      evidenced: audit!.evidenced,
    };
  }
  const NOTHING = {
    ...{ overall: null, items: new Set([null]), ofItem: null, links: null, pages: 1, inTable: new Set([null]), files: [[null, null]] },
    ...{ hasLink: false, isShown: false, evidenced: 0 },
  };

  it.each([1, 4])("is not told of %i in an anonymous cycle: not as a figure, not as a link, and not by what is left to show", async (few) => {
    const owner = await makeOrganization(db());
    const cycle = await opened(owner, 12);
    expect(await prove(owner, cycle, few)).toBe(few);
    await closeAnswered(db(), owner, cycle.cycleId);
    expect(await publish(owner, cycle.cycleId)).toBe("stored");
    expect(await said(owner, cycle)).toEqual(NOTHING);
  });

  it("is not told where all but one have given some", async () => {
    const owner = await makeOrganization(db());
    const cycle = await opened(owner, 12);
    await prove(owner, cycle, 11);
    await closeAnswered(db(), owner, cycle.cycleId);
    await publish(owner, cycle.cycleId);
    expect(await said(owner, cycle)).toEqual(NOTHING);
  });

  it("is told of six among twelve, and of one where everybody sees whose each answer is", async () => {
    const [owner, named] = [await makeOrganization(db()), await makeOrganization(db())];
    const cycle = await opened(owner, 12);
    // One of the twelve has no score of the first dimension, so that five or six give evidence for a score, and as many none.
    await prove(owner, cycle, 6);
    await closeAnswered(db(), owner, cycle.cycleId);
    await publish(owner, cycle.cycleId);
    const { overall, ...rest } = await said(owner, cycle);
    expect(overall).toBeGreaterThan(0);
    expect(rest).toMatchObject({ ofItem: 6, links: Array.from({ length: 6 }, () => LINK), isShown: true });
    const other = await opened(named, 12, false);
    await prove(named, other, 1);
    await closeAnswered(db(), named, other.cycleId);
    await publish(named, other.cycleId);
    expect(await said(named, other)).toMatchObject({ ofItem: 1, links: [LINK], isShown: true });
  });

  it("is not told by what a second result adds: one of those who came gave some", async () => {
    const owner = await makeOrganization(db());
    const cycle = await opened(owner, 12);
    await prove(owner, cycle, 6);
    await closeAnswered(db(), owner, cycle.cycleId);
    await publish(owner, cycle.cycleId);
    expect(await said(owner, cycle)).toMatchObject({ ofItem: 6 });
    await reopenAnswered(db(), owner, cycle.cycleId);
    await add(owner, cycle.cycleId, peopleFrom(50, 6));
    expect(await prove(owner, cycle, 1, true)).toBe(1);
    await closeAnswered(db(), owner, cycle.cycleId);
    expect(await publish(owner, cycle.cycleId)).toBe("stored");
    const { files, ...rest } = await said(owner, cycle);
    expect(files[1]).toEqual([null, null]);
    const { files: _, ...nothing } = NOTHING;
    expect(rest).toEqual(nothing);
  });

  it("is held against the day of the first result, so that what expires in between is not told by a second", async () => {
    const owner = await makeOrganization(db());
    const cycle = await opened(owner, 12);
    await prove(owner, cycle, 5);
    await prove(owner, cycle, 1, false, "2026-08-05");
    await closeAnswered(db(), owner, cycle.cycleId);
    await publish(owner, cycle.cycleId);
    await within(owner, async (tx) => {
      const { number: _, figures, ...first } = await tx.teamResult.findFirstOrThrow({ where: { cycleId: cycle.cycleId } });
      await tx.teamResult.createMany({ data: [{ ...first, number: 2, figures: { ...(figures as object), today: "2026-08-05" } }] });
    });
    await reopenAnswered(db(), owner, cycle.cycleId);
    await closeAnswered(db(), owner, cycle.cycleId);
    expect(await publish(owner, cycle.cycleId)).toBe("stored");
    const { stored } = (await readTeamResult(db(), owner, cycle.cycleId, "en"))!;
    expect([stored!.number, stored!.figures.today]).toEqual([3, "2026-08-05"]);
    expect(stored!.figures.items[0]!.evidenced).toBe(6);
  });

  it("is not told by a result that was stored before it was forbidden", async () => {
    const owner = await makeOrganization(db());
    const cycle = await opened(owner, 12);
    await prove(owner, cycle, 1);
    await closeAnswered(db(), owner, cycle.cycleId);
    await publish(owner, cycle.cycleId);
    await within(owner, async (tx) => {
      const { number: _, figures, ...first } = await tx.teamResult.findFirstOrThrow({ where: { cycleId: cycle.cycleId } });
      const stored = figures as { overall: object; items: object[] };
      const old = { ...stored, method: "1", overall: { ...stored.overall, evidenced: 6.5 }, items: stored.items.map((item) => ({ ...item, evidenced: 1 })) };
      await tx.teamResult.createMany({ data: [{ ...first, number: 2, method: "1", figures: old }] });
    });
    const { files, ...rest } = await said(owner, cycle);
    expect(files).toEqual([
      [null, null],
      [null, null],
    ]);
    const { files: _, ...nothing } = NOTHING;
    expect(rest).toEqual(nothing);
  });
});
