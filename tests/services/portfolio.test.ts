import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer, Answers } from "#app/domain/assessment/answer.ts";
import { portfolioView } from "#app/domain/report/portfolio-view.ts";
import { contentHash } from "#app/services/content/catalog.server.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { storeVersions } from "#app/services/content/store-versions.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { addResult } from "#app/services/portfolios/add-result.server.ts";
import { carryIntoDraft } from "#app/services/portfolios/carry-into-draft.server.ts";
import { createPortfolio } from "#app/services/portfolios/create-portfolio.server.ts";
import { latestResults } from "#app/services/portfolios/latest-results.server.ts";
import { MOST_MEMBERS } from "#app/services/portfolios/make-room.server.ts";
import { portfolioOfResponse } from "#app/services/portfolios/portfolio-of-response.server.ts";
import { readPortfolio } from "#app/services/portfolios/read-portfolio.server.ts";
import { removeFromPortfolio } from "#app/services/portfolios/remove-from-portfolio.server.ts";
import { openToken, sealToken } from "#app/services/portfolios/sealed-token.server.ts";
import { startInPortfolio } from "#app/services/portfolios/start-in-portfolio.server.ts";
import { unfinishedResponses } from "#app/services/portfolios/unfinished-responses.server.ts";
import { readResponse } from "#app/services/responses/read-response.server.ts";
import { newToken, resultTokenOf, tokenHash } from "#app/services/responses/respondent-token.server.ts";
import { saveAnswers } from "#app/services/responses/save-answers.server.ts";
import { startResponse } from "#app/services/responses/start-response.server.ts";
import { submitResponse } from "#app/services/responses/submit-response.server.ts";
import { english } from "../factories/english.ts";
import { testDatabases } from "../setup/test-databases.ts";

const loaded = loadContent("content");
if (!("catalog" in loaded)) throw new Error("the content has problems");
const { catalog } = loaded;
const quiz = catalog.assessmentBySlug.get("customer-or-product-centric")!;
const martech = catalog.assessmentBySlug.get("martech-stack")!;
const ownership = catalog.assessmentBySlug.get("experience-ownership")!;
/** The question that stands in both; the same id in both, as it happens. */
const OWNER = "executive-owner";
const SAID: Answer = { state: "answered", value: "owner-without-means", comment: "since May", confidence: "fairly_sure" };
const DAY = 24 * 3600 * 1000;
const databases = await testDatabases();

describe.each(databases)("a portfolio, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  beforeAll(async () => {
    database = await open();
    await storeVersions(database.client, catalog);
  });
  afterAll(() => database.drop());

  const db = () => database.client;
  const stored = async (token: string) => (await readResponse(db(), token, "en"))!;
  const portfolioOf = async (token: string) => (await readPortfolio(db(), token, "en"))!;
  const create = async () => (await createPortfolio(db()))!;
  const save = (token: string, answers: Answers, basedOn = 0) =>
    saveAnswers(
      db(),
      token,
      Object.entries(answers).map(([itemId, answer]) => ({ itemId, answer, basedOn })),
    );
  const submit = (token: string) => submitResponse(db(), token, catalog.contradictions);
  const start = async (portfolio: string, entry = quiz, now = new Date()) =>
    (await startInPortfolio(db(), await portfolioOf(portfolio), entry, now)).takeToken!;
  /** Submitted outside of any portfolio; gives the token of its result. */
  async function submitted(answers: Answers, entry = quiz): Promise<string> {
    const { takeToken } = await startResponse(db(), entry);
    await save(takeToken, answers);
    await submit(takeToken);
    return resultTokenOf(takeToken);
  }
  /** As if the answers of a result had been given so long ago. */
  const moveBack = (resultToken: string, ms: number) =>
    db().$executeRaw`UPDATE answer SET updated_at = now() - ${ms} * interval '1 millisecond'
      WHERE response_id = (SELECT id FROM response WHERE result_token_hash = ${tokenHash(resultToken)})`;
  const answerRow = (token: string) =>
    db().answer.findFirst({ where: { itemId: OWNER, response: { takeTokenHash: tokenHash(token) } }, omit: { responseId: true } });

  it("begins empty, or with a result; without a result of that token it is not made", async () => {
    const empty = await create();
    expect(empty).toMatch(/^[\w-]{30}$/);
    expect(await portfolioOf(empty)).toMatchObject({ token: empty, responses: [] });
    const result = await submitted({ [OWNER]: SAID });
    const withResult = await portfolioOf((await createPortfolio(db(), result))!);
    expect(withResult.responses).toMatchObject([{ resultToken: result, takeToken: null, hash: quiz.hash, answers: { [OWNER]: SAID } }]);
    const before = await db().portfolio.count();
    const { takeToken } = await startResponse(db(), quiz);
    for (const wrong of [null, "x", newToken(), resultTokenOf(takeToken), takeToken]) expect(await createPortfolio(db(), wrong)).toBeNull();
    expect(await db().portfolio.count()).toBe(before);
    for (const wrong of ["x", newToken(), result, takeToken]) expect(await readPortfolio(db(), wrong, "en")).toBeNull();
  });

  it("takes a submitted result, once, also of twenty at once; an unknown or open one, and the token that answers, are none", async () => {
    const portfolio = await portfolioOf(await create());
    const result = await submitted({ [OWNER]: SAID });
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => addResult(db(), portfolio, result)));
    expect(outcomes.filter((o) => o === "added")).toHaveLength(1);
    expect(outcomes.filter((o) => o === "already-there")).toHaveLength(19);
    const { takeToken } = await startResponse(db(), quiz);
    for (const wrong of [resultTokenOf(takeToken), takeToken, newToken(), "", "\u0001"]) expect(await addResult(db(), portfolio, wrong)).toBe("unknown");
    expect((await portfolioOf(portfolio.token)).responses).toHaveLength(1);
    // What was begun here keeps its way back to the questions when its result is added as well.
    const own = await start(portfolio.token, ownership);
    await submit(own);
    expect(await addResult(db(), portfolio, resultTokenOf(own))).toBe("already-there");
    expect((await portfolioOf(portfolio.token)).responses[1]).toMatchObject({ takeToken: own });
  });

  it("holds no token that the database could open", async () => {
    const portfolio = await create();
    const result = await submitted({ [OWNER]: SAID });
    await addResult(db(), await portfolioOf(portfolio), result);
    const take = await start(portfolio);
    const rows = JSON.stringify([
      await db().portfolio.findMany(),
      await db().portfolioMember.findMany(),
      await db().response.findMany(),
      await db().answer.findMany(),
    ]);
    for (const token of [portfolio, result, take, resultTokenOf(take)]) {
      expect(rows).not.toContain(token);
      expect(rows).not.toContain(Buffer.from(token).toString("base64url").slice(0, 36));
    }
    const members = await db().portfolioMember.findMany({ where: { portfolio: { tokenHash: tokenHash(portfolio) } }, orderBy: { addedAt: "asc" } });
    for (const { sealedToken } of members)
      for (const wrong of [tokenHash(portfolio), newToken(), take, result]) expect(() => openToken(sealedToken, wrong)).toThrow(/./);
    expect(members.map((m) => openToken(m.sealedToken, portfolio))).toEqual([result, take]);
    // The way back opens with the token that answers, and with nothing that the result's token could give.
    expect(members[0]!.sealedPortfolio).toBeNull();
    expect(() => openToken(members[1]!.sealedPortfolio!, resultTokenOf(take))).toThrow(/./);
    const id = (await stored(take)).id;
    expect(await portfolioOfResponse(db(), id, take)).toBe(portfolio);
    const alone = await startResponse(db(), quiz);
    expect(await portfolioOfResponse(db(), (await stored(alone.takeToken)).id, alone.takeToken)).toBeNull();
  });

  it("opens a seal only whole and under its own token", () => {
    const [token, under] = [newToken(), newToken()];
    const sealed = sealToken(token, under);
    expect(sealToken(token, under)).not.toBe(sealed);
    expect(openToken(sealed, under)).toBe(token);
    const bytes = Buffer.from(sealed, "base64url");
    bytes[bytes.length - 1]! ^= 1;
    for (const broken of [bytes.toString("base64url"), sealed.slice(0, -2), ""]) expect(() => openToken(broken, under)).toThrow(/./);
  });

  it("fills in what another assessment asked, with where and when; left alone it stays so, and goes on to the next with its first date", async () => {
    const portfolio = await create();
    const result = await submitted({ [OWNER]: SAID, "phone-answer": { state: "not_sure" } });
    await addResult(db(), await portfolioOf(portfolio), result);
    await moveBack(result, 30 * DAY);
    const first = (await portfolioOf(portfolio)).responses[0]!.origins[OWNER]!;
    expect(first.assessment).toBe(quiz.definition.slug);
    const take = await start(portfolio, ownership);
    const response = await stored(take);
    expect(response.answers).toEqual({ [OWNER]: SAID });
    expect(response.carried).toEqual({ [OWNER]: { answer: SAID, from: first, stale: false } });
    // The screen comes back as it was shown, then once more with the autosave of the same answer.
    expect(await save(take, { [OWNER]: SAID }, response.revisions[OWNER])).toMatchObject({ kind: "saved", conflicts: [] });
    expect((await stored(take)).carried).toEqual(response.carried);
    await submit(take);
    expect((await portfolioOf(portfolio)).responses[1]!.origins[OWNER]).toEqual(first);
  });

  it("forgets where an answer came from once it is given here", async () => {
    const portfolio = await create();
    await addResult(db(), await portfolioOf(portfolio), await submitted({ [OWNER]: SAID }));
    const take = await start(portfolio, ownership);
    const begun = new Date();
    const changed: Answer = { state: "answered", value: "nobody" };
    await save(take, { [OWNER]: changed }, 1);
    expect((await stored(take)).carried).toEqual({});
    const [, own] = (await portfolioOf(portfolio)).responses;
    expect(own!.answers[OWNER]).toEqual(changed);
    expect(own!.origins[OWNER]!.assessment).toBe(ownership.definition.slug);
    expect(own!.origins[OWNER]!.on.getTime()).toBeGreaterThan(begun.getTime() - 60_000);
    // The answer in the result that it came from is what it was.
    expect((await portfolioOf(portfolio)).responses[0]!.answers[OWNER]).toEqual(SAID);
  });

  describe("of two that were begun before either was answered", () => {
    /** As a screen of the questions or the page to check them loads it. */
    const load = async (token: string, now = new Date()) => carryIntoDraft(db(), { ...(await stored(token)), takeToken: token }, now);
    async function twoDrafts() {
      const portfolio = await create();
      return { portfolio, first: await start(portfolio, quiz), second: await start(portfolio, ownership) };
    }

    it("what is answered in one is filled in in the other when that is looked at, with where and when", async () => {
      const { portfolio, first, second } = await twoDrafts();
      await save(first, { [OWNER]: SAID, "phone-answer": { state: "not_sure" } });
      const from = (await portfolioOf(portfolio)).responses[0]!.origins[OWNER]!;
      const loaded = await load(second);
      expect(loaded.answers).toEqual({ [OWNER]: SAID });
      expect(loaded.carried).toEqual({ [OWNER]: { answer: SAID, from, stale: false } });
      expect(await load(second)).toEqual(loaded);
      expect({ ...(await stored(second)), takeToken: second }).toEqual(loaded);
      // Twenty at once come to the same.
      const { second: other, first: its } = await twoDrafts();
      await save(its, { [OWNER]: SAID });
      for (const { answers } of await Promise.all(Array.from({ length: 20 }, () => load(other)))) expect(answers).toEqual({ [OWNER]: SAID });
    });

    it("what was given here stays, also when it was taken back, and a note without an answer", async () => {
      for (const own of [{ state: "answered", value: "nobody" }, { state: "not_sure" }, { state: "blank", comment: "have to ask" }] satisfies Answer[]) {
        const { first, second } = await twoDrafts();
        await save(second, { [OWNER]: own });
        await save(first, { [OWNER]: SAID });
        expect((await load(second)).answers).toEqual({ [OWNER]: own });
      }
      const { first, second } = await twoDrafts();
      await save(second, { [OWNER]: SAID });
      await save(second, { [OWNER]: { state: "blank" } }, 1);
      await save(first, { [OWNER]: SAID });
      expect((await load(second)).answers).toEqual({ [OWNER]: { state: "blank" } });
    });

    it("nothing is filled in from what is unknown there, behind a result, or outside of a portfolio; what is too old is shown", async () => {
      const { first, second } = await twoDrafts();
      await save(first, { [OWNER]: { state: "not_sure" } });
      expect((await load(second)).answers).toEqual({});
      await save(first, { [OWNER]: SAID }, 1);
      const late = { ...(await stored(second)), takeToken: second };
      await submit(second);
      expect((await load(second)).answers).toEqual({});
      expect((await carryIntoDraft(db(), late, new Date())).answers).toEqual({});
      const { takeToken } = await startResponse(db(), ownership);
      expect((await load(takeToken)).answers).toEqual({});
      const drafts = await twoDrafts();
      await save(drafts.first, { [OWNER]: SAID });
      const loaded = await load(drafts.second, new Date(Date.now() + 91 * DAY));
      expect([loaded.answers, loaded.carried[OWNER]?.stale]).toEqual([{ [OWNER]: { state: "blank" } }, true]);
    });
  });

  it.each([
    ["exactly 90 days", 0, false],
    ["a millisecond more", 1, true],
  ])("after %s: asked again %o", async (_, more, stale) => {
    const portfolio = await create();
    const result = await submitted({ [OWNER]: SAID });
    await addResult(db(), await portfolioOf(portfolio), result);
    const { on } = (await portfolioOf(portfolio)).responses[0]!.origins[OWNER]!;
    const take = await start(portfolio, ownership, new Date(on.getTime() + 90 * DAY + more));
    const response = await stored(take);
    expect(response.carried[OWNER]).toEqual({ answer: SAID, from: { assessment: quiz.definition.slug, on }, stale });
    expect(response.answers[OWNER]).toEqual(stale ? { state: "blank" } : SAID);
  });

  it("keeps what was said too long ago beside the question until it is answered, a note notwithstanding; the same answer counts from then on", async () => {
    const portfolio = await create();
    const result = await submitted({ [OWNER]: SAID });
    await addResult(db(), await portfolioOf(portfolio), result);
    await moveBack(result, 91 * DAY);
    const take = await start(portfolio, ownership);
    const { carried } = await stored(take);
    expect(carried[OWNER]).toMatchObject({ answer: SAID, stale: true });
    expect(unfinishedResponses(await portfolioOf(portfolio))).toMatchObject([{ answered: 0, questions: ownership.definition.items.length }]);
    // Looking at the screen and going on is no change, nor is the blank of another device.
    const untouched = await answerRow(take);
    expect(await save(take, { [OWNER]: { state: "blank" } }, 1)).toMatchObject({ saved: [{ revision: 1 }], conflicts: [] });
    expect(await answerRow(take)).toEqual(untouched);
    await save(take, { [OWNER]: { state: "blank", comment: "have to ask" } }, 1);
    expect((await stored(take)).answers[OWNER]).toEqual({ state: "blank", comment: "have to ask" });
    expect((await stored(take)).carried).toEqual(carried);
    await save(take, { [OWNER]: SAID }, 2);
    expect(await stored(take)).toMatchObject({ answers: { [OWNER]: SAID }, carried: {} });
    const { origins } = (await portfolioOf(portfolio)).responses[1]!;
    expect(origins[OWNER]!.assessment).toBe(ownership.definition.slug);
    expect(Date.now() - origins[OWNER]!.on.getTime()).toBeLessThan(DAY);
  });

  it("begins one response, however many clicks at once, and goes on with it until it is submitted", async () => {
    const portfolio = await create();
    const tokens = await Promise.all(Array.from({ length: 8 }, () => start(portfolio)));
    expect(new Set(tokens).size).toBe(1);
    expect((await portfolioOf(portfolio)).responses).toHaveLength(1);
    expect(await start(portfolio)).toBe(tokens[0]);
    expect(await start(portfolio, ownership)).not.toBe(tokens[0]);
    await submit(tokens[0]!);
    const again = await start(portfolio);
    expect(again).not.toBe(tokens[0]);
    // Nobody else's: another portfolio begins its own.
    expect(await start(await create())).not.toBe(again);
    expect(unfinishedResponses(await portfolioOf(portfolio)).map(({ path }) => path)).toContain(`/take/${again}`);
  });

  it("speaks about the latest result of each assessment, the versions they were answered in, and nothing that is open", async () => {
    const portfolio = await create();
    const read = () => portfolioOf(portfolio);
    const { "phone-answer": _, ...answers } = quiz.example.answers;
    const older = { ...quiz.definition, version: 98, items: quiz.definition.items.filter((item) => item.id !== "phone-answer") };
    const hash = contentHash(older);
    await db().assessmentVersion.create({ data: { hash, slug: older.slug, version: older.version, definition: older } });
    await addResult(db(), await read(), await submitted(answers, { ...quiz, hash }));
    const first = latestResults(await read());
    expect(first.map((r) => r.compiled.definition.version)).toEqual([98]);
    expect(portfolioView(first, catalog.contradictions, english).rows[0]!.score).not.toBeNull();

    const latest = await submitted(quiz.example.answers);
    await addResult(db(), await read(), latest);
    await start(portfolio);
    const other = await submitted(ownership.example.answers, ownership);
    await addResult(db(), await read(), other);
    const results = latestResults(await read());
    expect((await read()).responses).toHaveLength(4);
    expect(results.map((r) => r.resultToken)).toEqual([other, latest]);
    const view = portfolioView(results, catalog.contradictions, english);
    // The one question that stands in both names one pillar.
    expect(view.pillars.map((p) => p.countedOnce)).toEqual([1, 0, 0, 0, 0]);
    const naming = (pillar: string) => [quiz, ownership].flatMap((e) => e.definition.items).filter((item) => item.pillars.some((p) => p === pillar)).length;
    expect(view.pillars.map((p) => p.questions + p.countedOnce)).toEqual(view.pillars.map((p) => naming(p.id)));
  });

  it("loses what is taken out of it, and nothing else: answers, results and other portfolios stay", async () => {
    const [portfolio, other] = [await create(), await create()];
    const take = await start(portfolio);
    const result = await submitted({ [OWNER]: SAID }, ownership);
    for (const token of [portfolio, other]) await addResult(db(), await portfolioOf(token), result);
    await removeFromPortfolio(db(), await portfolioOf(portfolio), result);
    expect((await portfolioOf(portfolio)).responses).toMatchObject([{ takeToken: take }]);
    expect((await portfolioOf(other)).responses).toMatchObject([{ resultToken: result, answers: { [OWNER]: SAID } }]);
    await removeFromPortfolio(db(), await portfolioOf(portfolio), resultTokenOf(take));
    await removeFromPortfolio(db(), await portfolioOf(portfolio), resultTokenOf(take));
    expect((await portfolioOf(portfolio)).responses).toEqual([]);
    // What was begun there goes on by itself, and no more leads back.
    await save(take, { [OWNER]: SAID });
    expect(await stored(take)).toMatchObject({ answers: { [OWNER]: SAID }, submitted: false });
    expect(await portfolioOfResponse(db(), (await stored(take)).id, take)).toBeNull();
    expect(await addResult(db(), await portfolioOf(portfolio), result)).toBe("added");
  });

  it("holds a hundred, also of several at once; one that is full takes nothing, and still gives what is in it", async () => {
    const portfolio = await portfolioOf(await create());
    const begun = await start(portfolio.token, ownership);
    const tokens = Array.from({ length: MOST_MEMBERS - 3 }, () => newToken());
    const responses = await db().response.createManyAndReturn({
      data: tokens.map((token) => ({ takeTokenHash: tokenHash(token), resultTokenHash: tokenHash(resultTokenOf(token)), assessmentHash: quiz.hash })),
      select: { id: true },
    });
    const sealedToken = sealToken(tokens[0]!, portfolio.token);
    await db().portfolioMember.createMany({ data: responses.map(({ id }) => ({ portfolioId: portfolio.id, responseId: id, tokenKind: "take", sealedToken })) });
    const results = await Promise.all([1, 2, 3, 4].map(() => submitted({ [OWNER]: SAID })));
    const outcomes = await Promise.all(results.map((result) => addResult(db(), portfolio, result)));
    expect(outcomes.toSorted()).toEqual(["added", "added", "full", "full"]);
    expect(await db().portfolioMember.count({ where: { portfolioId: portfolio.id } })).toBe(MOST_MEMBERS);
    expect(await addResult(db(), portfolio, results[outcomes.indexOf("added")]!)).toBe("already-there");
    expect(await start(portfolio.token, martech)).toBeNull();
    expect(await start(portfolio.token, ownership)).toBe(begun);
    await removeFromPortfolio(db(), portfolio, results[outcomes.indexOf("added")]!);
    expect(await start(portfolio.token, martech)).not.toBeNull();
  });

  it("leads to where the answers are checked once all are given, and says so", async () => {
    const portfolio = await create();
    const take = await start(portfolio);
    const questions = quiz.definition.items.length;
    const unsure = (ids: string[]) => save(take, Object.fromEntries(ids.map((id) => [id, { state: "not_sure" }])));
    const [last, ...rest] = quiz.definition.items.map(({ id }) => id);
    await unsure(rest);
    expect(unfinishedResponses(await portfolioOf(portfolio))).toMatchObject([{ answered: questions - 1, questions, path: `/take/${take}` }]);
    await unsure([last!]);
    expect(unfinishedResponses(await portfolioOf(portfolio))).toMatchObject([{ answered: questions, questions, path: `/take/${take}/check` }]);
  });

  it("goes without its responses, and a response goes out of its portfolios", async () => {
    const [portfolio, other] = [await create(), await create()];
    const take = await start(portfolio);
    await submit(take);
    await addResult(db(), await portfolioOf(other), resultTokenOf(take));
    await db().portfolio.delete({ where: { tokenHash: tokenHash(portfolio) } });
    expect(await readPortfolio(db(), portfolio, "en")).toBeNull();
    expect((await stored(take)).submitted).toBe(true);
    expect(await portfolioOfResponse(db(), (await stored(take)).id, take)).toBeNull();
    expect((await portfolioOf(other)).responses).toHaveLength(1);
    await db().response.delete({ where: { takeTokenHash: tokenHash(take) } });
    expect((await portfolioOf(other)).responses).toEqual([]);
  });
});
