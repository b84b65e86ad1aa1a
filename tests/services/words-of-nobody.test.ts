import { describe, expect, it } from "vitest";
import { closeCycle } from "#app/services/cycles/close-cycle.server.ts";
import { erasePerson } from "#app/services/identity/erase-person.server.ts";
import { previewErasure } from "#app/services/identity/preview-erasure.server.ts";
import { saveAnswers } from "#app/services/responses/save-answers.server.ts";
import { submitResponse } from "#app/services/responses/submit-response.server.ts";
import { computeInSteps } from "#app/services/results/compute-in-steps.server.ts";
import { publishResult } from "#app/services/results/publish-result.server.ts";
import { readTeamItem } from "#app/services/results/read-team-item.server.ts";
import { teamItemPage } from "#app/services/results/team-item-page.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { makeAnswered } from "../factories/answered-organization.ts";
import { catalog, catalogueStage, now, quiz } from "../factories/catalogue-stage.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { testDatabases } from "../setup/test-databases.ts";

const ITEM = quiz.definition.items[0]!;
if (ITEM.kind !== "single") throw new Error("the first question has no options");
const OPTION = ITEM.options[0]!.id;

describe.each(await testDatabases())("what an erased person wrote, on $name", ({ open }) => {
  const { db, within, opened, openedNamed, answering } = catalogueStage(open);
  /** Answers the first question with a comment and a link, and submits. */
  async function answered(member: Access, cycle: string, word: string): Promise<void> {
    const token = await answering(member, cycle);
    const answer = { state: "answered", value: OPTION, comment: `words of ${word}`, evidence: { link: `https://files.example/${word}` } } as const;
    expect(await saveAnswers(db(), token, [{ itemId: ITEM.id, basedOn: 0, answer }])).toMatchObject({ kind: "saved", conflicts: [] });
    expect(await submitResponse(db(), token, catalog.contradictions)).toMatchObject({ kind: "submitted" });
  }
  const team = async (owner: Access, people = 6) => Promise.all(Array.from({ length: people }, () => makeMember(db(), owner, "respondent")));
  const close = async (owner: Access, cycle: string) => {
    await closeCycle(db(), owner, cycle, { language: "en", now });
    await publishResult(db(), { organizationId: owner.organization.id, cycleId: cycle }, { compute: computeInSteps });
  };
  const said = async (owner: Access, cycle: string) =>
    teamItemPage((await readTeamItem(db(), owner, { cycleId: cycle, itemId: ITEM.id, page: 1 }, "en"))!).notes;
  const stored = (owner: Access) =>
    within(owner, (tx) => tx.answer.findMany({ where: { itemId: ITEM.id }, orderBy: { responseId: "asc" }, select: { comment: true, evidenceLink: true } }));

  it("stays with the others' where it was shown anonymously, so that nothing that disappears says whose it was; they are told so before", async () => {
    const owner = await makeOrganization(db());
    const [first, ...others] = await team(owner);
    const cycle = await opened(owner);
    for (const [i, member] of [first!, ...others].entries()) await answered(member, cycle, `person-${i}`);
    await close(owner, cycle);
    const before = await said(owner, cycle);
    expect([before.comments.length, before.evidence!.length]).toEqual([6, 6]);
    expect(await previewErasure(db(), first!.person)).toMatchObject([{ submitted: 0, published: 1, unfinished: 0 }]);
    expect(await erasePerson(db(), first!.person)).toEqual({ lastOwnerOf: [] });
    expect(await said(owner, cycle)).toEqual(before);
  });

  it("goes where no result is out yet, and nobody has read it: words and links alike", async () => {
    const owner = await makeOrganization(db());
    const [first, ...others] = await team(owner);
    const cycle = await opened(owner);
    for (const [i, member] of [first!, ...others].entries()) await answered(member, cycle, `person-${i}`);
    expect(await previewErasure(db(), first!.person)).toMatchObject([{ submitted: 1, published: 0 }]);
    await erasePerson(db(), first!.person);
    await close(owner, cycle);
    const notes = await said(owner, cycle);
    expect(notes.comments.map(({ text }) => text).sort()).toEqual([1, 2, 3, 4, 5].map((i) => `words of person-${i}`));
    expect(JSON.stringify(await stored(owner))).not.toContain("person-0");
  });

  it("goes from a named cycle, where it stood beside the name", async () => {
    const owner = await makeOrganization(db());
    const [first, ...others] = await team(owner);
    const cycle = await openedNamed(owner);
    for (const [i, member] of [first!, ...others].entries()) await answered(member, cycle, `person-${i}`);
    await close(owner, cycle);
    expect(await previewErasure(db(), first!.person)).toMatchObject([{ submitted: 1, published: 0 }]);
    await erasePerson(db(), first!.person);
    const notes = await said(owner, cycle);
    expect([notes.comments.length, notes.evidence!.length]).toEqual([5, 5]);
    expect(JSON.stringify(await stored(owner))).not.toContain("person-0");
  });

  it("goes from a result that was brought in, and from an old answer that is kept beside a blank one", async () => {
    const owner = await makeOrganization(db());
    const member = await makeMember(db(), owner, "respondent");
    const responseId = await makeAnswered(db(), owner, quiz, catalog, { seed: 3, memberId: member.memberId, strength: 0.5 });
    const old = { state: "answered", value: OPTION, comment: "words of long ago", evidence: { link: "https://files.example/old" } };
    await within(owner, (tx) =>
      tx.answer.updateMany({ where: { responseId, itemId: ITEM.id }, data: { state: "blank", value: old, carriedFrom: "quiz", carriedOn: now } }),
    );
    await erasePerson(db(), member.person);
    const left = await within(owner, (tx) => tx.answer.findFirstOrThrow({ where: { responseId, itemId: ITEM.id }, select: { state: true, value: true } }));
    expect(left).toEqual({ state: "blank", value: { state: "answered", value: OPTION } });
  });
});
