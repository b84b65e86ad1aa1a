import { describe, expect, it } from "vitest";
import { organizationFileSchema } from "#app/domain/export/organization-file.ts";
import { seededRandom } from "#app/domain/scoring/seeded-random.ts";
import type { RespondentRole } from "#app/domain/tenancy/profile-choices.ts";
import { answerInCycle } from "#app/services/cycles/answer-in-cycle.server.ts";
import { beginByLink } from "#app/services/cycles/begin-by-link.server.ts";
import { closeCycle } from "#app/services/cycles/close-cycle.server.ts";
import { openCycles } from "#app/services/cycles/open-cycle.server.ts";
import { readCycle } from "#app/services/cycles/read-cycle.server.ts";
import { reopenCycle } from "#app/services/cycles/reopen-cycle.server.ts";
import { openLinkTokenOf } from "#app/services/responses/respondent-token.server.ts";
import { saveAnswers } from "#app/services/responses/save-answers.server.ts";
import { submitResponse } from "#app/services/responses/submit-response.server.ts";
import { computeInSteps } from "#app/services/results/compute-in-steps.server.ts";
import { listTeamResults } from "#app/services/results/list-team-results.server.ts";
import { publishResult } from "#app/services/results/publish-result.server.ts";
import { readTeamResult } from "#app/services/results/read-team-result.server.ts";
import { exportOrganization } from "#app/services/tenancy/export-organization.server.ts";
import type { Access } from "#app/services/tenancy/find-access.server.ts";
import { catalog, catalogueStage, quiz, SECRET } from "../factories/catalogue-stage.ts";
import { opening } from "../factories/opening.ts";
import { makeMember, makeOrganization } from "../factories/tenants.ts";
import { randomAnswers } from "../routes/random-answers.ts";
import { testDatabases } from "../setup/test-databases.ts";

/** Ahead of the database's own clock, by which a cycle refuses answers. */
const NOW = new Date("2037-02-03T10:00:00Z");
const TIME = { language: "en", now: NOW, secret: SECRET } as const;

describe.each(await testDatabases())("who came by the open link beside those who were asked, on $name", ({ open }) => {
  const { db, within } = catalogueStage(open);
  const submit = async (takeToken: string, seed: number) => {
    const given = Object.entries(randomAnswers(quiz.definition, seededRandom(seed), true));
    await saveAnswers(
      db(),
      takeToken,
      given.map(([itemId, answer]) => ({ itemId, basedOn: 0, answer })),
    );
    expect(await submitResponse(db(), takeToken, catalog.contradictions)).toMatchObject({ kind: "submitted" });
  };
  /** An open cycle that asks every member and has a link; `ask` has so many more members answer, `link` so many more by the link. */
  async function stage(isAnonymous = true) {
    const owner = await makeOrganization(db());
    const outcome = await openCycles(db(), owner, [quiz], opening("2037-Q1", { isAnonymous, openLinkUntil: new Date("2037-12-31T00:00:00Z") }), TIME);
    if (outcome.kind !== "opened") throw new Error(outcome.kind);
    const id = outcome.ids[0]!;
    let seed = 0;
    const token = async () => {
      const { running } = (await readCycle(db(), owner, id, NOW))!;
      return openLinkTokenOf(SECRET, { organizationId: owner.organization.id, linkId: running!.openLink!.id });
    };
    const as = async (member: Access, respondentRole: RespondentRole | null) =>
      within(owner, (tx) => tx.member.updateMany({ where: { id: member.memberId! }, data: { respondentRole } }));
    return {
      ...{ owner, id },
      ask: async (people: number, respondentRole: RespondentRole | null = null) => {
        for (let i = 0; i < people; i++) {
          const member = await makeMember(db(), owner, "respondent");
          await as(member, respondentRole);
          const begun = await answerInCycle(db(), member, id, TIME);
          if (begun.kind !== "answering") throw new Error(begun.kind);
          await submit(begun.takeToken, ++seed);
        }
      },
      link: async (people: number, respondentRole: RespondentRole | null = null) => {
        for (let i = 0; i < people; i++) {
          const begun = await beginByLink(db(), await token(), { respondentRole, workFunction: null }, { secret: SECRET, now: NOW });
          if (begun.kind !== "answering") throw new Error(begun.kind);
          await submit(begun.takeToken, ++seed);
        }
      },
      publish: async () => {
        expect(await closeCycle(db(), owner, id, TIME)).toBe("closed");
        return publishResult(db(), { organizationId: owner.organization.id, cycleId: id }, { compute: computeInSteps });
      },
      reopen: async () => {
        const { revision } = await within(owner, (tx) => tx.cycle.findFirstOrThrow({ where: { id }, select: { revision: true } }));
        expect(await reopenCycle(db(), owner, id, { revision, reason: "Others were on leave.", closesAt: null }, TIME)).toEqual({ kind: "reopened" });
      },
      read: async () => (await readTeamResult(db(), owner, id, "en"))!,
    };
  }
  const rowsInFile = async (owner: Access) => {
    let text = "";
    for await (const piece of exportOrganization(db(), owner, { language: "en", now: NOW })) text += piece;
    return organizationFileSchema.parse(JSON.parse(text)).responses.length;
  };

  it("are not shown with one who was asked: four answers of the link tell nothing of the fifth, neither in the result nor in a file", async () => {
    const { owner, ask, link, publish, read } = await stage();
    await ask(1);
    await link(4);
    expect(await publish()).toBe("stored");
    const { state, leftOut, stored } = await read();
    expect({ state, leftOut, respondents: stored!.respondents }).toEqual({ state: "withheld", leftOut: { asked: 1, byLink: 4 }, respondents: 0 });
    expect([stored!.figures.overall.mean, stored!.figures.items]).toEqual([null, []]);
    expect(await rowsInFile(owner)).toBe(0);
    expect((await listTeamResults(db(), owner, 1)).rows).toMatchObject([{ people: 0, isNobody: false, mean: null }]);
  });

  it("are in no file before there is a result where one to four came in either way", async () => {
    const { owner, id, ask, link } = await stage();
    await ask(1);
    await link(5);
    expect(await closeCycle(db(), owner, id, TIME)).toBe("closed");
    expect(await rowsInFile(owner)).toBe(0);
  });

  it("are shown alone where one to four were asked, who are left out, and the other way round", async () => {
    const one = await stage();
    await one.ask(2);
    await one.link(6);
    await one.publish();
    expect(await one.read()).toMatchObject({ state: "shown", leftOut: { asked: 2, byLink: 0 }, hasLater: false, stored: { respondents: 6 } });
    expect(await rowsInFile(one.owner)).toBe(6);
    const other = await stage();
    await other.ask(6);
    await other.link(2);
    await other.publish();
    const { stored, ...rest } = await other.read();
    expect(rest).toMatchObject({ state: "shown", leftOut: { asked: 0, byLink: 2 } });
    // The figures are those of the six alone.
    const scores = await within(other.owner, (tx) =>
      tx.response.findMany({ where: { cycleId: other.id, isByLink: false }, select: { result: { select: { score: true } } } }),
    );
    const overall = scores.flatMap(({ result }) => (result!.score as { overall: { score: number | null } }).overall.score ?? []);
    expect(stored!.figures.overall.n).toBe(overall.length);
    if (overall.length >= 5) expect(stored!.figures.overall.mean).toBeCloseTo(overall.reduce((sum, score) => sum + score, 0) / overall.length, 9);
    expect(await rowsInFile(other.owner)).toBe(6);
  });

  it("are shown with five who were asked, and by role only where both ways are five of it", async () => {
    const { ask, link, publish, read } = await stage();
    await ask(1, "executive");
    await ask(7, "frontline");
    await link(9, "executive");
    await link(1, "frontline");
    expect(await publish()).toBe("stored");
    const { state, leftOut, stored } = await read();
    expect({ state, leftOut, respondents: stored!.respondents }).toEqual({ state: "shown", leftOut: { asked: 0, byLink: 0 }, respondents: 18 });
    // Ten executives and eight others: but of the executives one was asked, and whoever answered by the link knows the other nine.
    expect(stored!.figures.roles.filter(({ shown }) => shown)).toEqual([]);
  });

  it("come into a second result only five at once of either way", async () => {
    const { owner, ask, link, publish, reopen, read } = await stage();
    await ask(6);
    await link(2);
    expect(await publish()).toBe("stored");
    await reopen();
    await ask(1);
    await link(2);
    // Five were added, but four of the link.
    expect(await publish()).toBe("kept");
    expect(await read()).toMatchObject({ leftOut: { asked: 1, byLink: 4 }, hasLater: false, stored: { respondents: 6 } });
    expect(await rowsInFile(owner)).toBe(6);
    await reopen();
    await link(1);
    expect(await publish()).toBe("stored");
    expect(await read()).toMatchObject({ leftOut: { asked: 1, byLink: 0 }, stored: { respondents: 11 } });
    expect(await rowsInFile(owner)).toBe(11);
    await reopen();
    await ask(4);
    expect(await publish()).toBe("stored");
    expect(await read()).toMatchObject({ leftOut: { asked: 0, byLink: 0 }, stored: { respondents: 16 } });
  });

  it("are counted together in a named cycle, in which everybody sees whose each answer is", async () => {
    const { ask, link, publish, read } = await stage(false);
    await ask(1);
    await link(4);
    await publish();
    expect(await read()).toMatchObject({ state: "shown", leftOut: { asked: 0, byLink: 0 }, stored: { respondents: 5 } });
  });
});
