import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answers, answerTo } from "#app/domain/assessment/answer.ts";
import { seededRandom } from "#app/domain/scoring/seeded-random.ts";
import { contentHash } from "#app/services/content/catalog.server.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { storeVersions } from "#app/services/content/store-versions.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { readResponse } from "#app/services/responses/read-response.server.ts";
import { resultTokenOf, tokenHash } from "#app/services/responses/respondent-token.server.ts";
import { saveAnswers } from "#app/services/responses/save-answers.server.ts";
import { scoreResponse } from "#app/services/responses/score-response.server.ts";
import { startResponse } from "#app/services/responses/start-response.server.ts";
import { submitResponse } from "#app/services/responses/submit-response.server.ts";
import { randomAnswers } from "../routes/random-answers.ts";
import { testDatabases } from "../setup/test-databases.ts";

const loaded = loadContent("content");
if (!("catalog" in loaded)) throw new Error("the content has problems");
const { catalog } = loaded;
const quiz = catalog.assessmentBySlug.get("customer-or-product-centric")!;
const stack = catalog.assessmentBySlug.get("martech-stack")!;
const databases = await testDatabases();

describe.each(databases)("a respondent, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  beforeAll(async () => {
    database = await open();
    await storeVersions(database.client, catalog);
  });
  afterAll(() => database.drop());

  const begin = async (entry = quiz) => (await startResponse(database.client, entry)).takeToken;
  const save = (token: string, answers: Answers, basedOn = 0) =>
    saveAnswers(
      database.client,
      token,
      Object.entries(answers).map(([itemId, answer]) => ({ itemId, answer, basedOn })),
    );
  const submit = (token: string) => submitResponse(database.client, token, catalog.contradictions);
  const stored = async (token: string) => (await readResponse(database.client, token, "en"))!;
  const resultOf = (token: string) =>
    database.client.result.findMany({ where: { response: { takeTokenHash: tokenHash(token) } }, select: { method: true, score: true, band: true } });

  /** The result as it stands in the database against a rescore of the answers as they stand there. */
  async function expectWhole(token: string): Promise<void> {
    const response = await stored(token);
    const results = await resultOf(token);
    expect(results).toHaveLength(response.submitted ? 1 : 0);
    if (!response.submitted) return;
    const { score, band } = scoreResponse(response.compiled, response.answers, catalog.contradictions);
    expect(results[0]).toEqual({ method: "1", score: JSON.parse(JSON.stringify(score)), band: band && JSON.parse(JSON.stringify(band)) });
  }

  it("begins with nothing answered, under a token that is not stored", async () => {
    const token = await begin();
    expect(token).toMatch(/^[\w-]{30}$/);
    expect(await stored(token)).toMatchObject({ answers: {}, revisions: {}, submitted: false, hash: quiz.hash });
    const rows = await database.client.response.findMany();
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).not.toContain(resultTokenOf(token));
    expect(await readResponse(database.client, token.slice(1), "en")).toBeNull();
    expect(await readResponse(database.client, resultTokenOf(token), "en")).toBeNull();
  });

  it("finds every answer again as it was given", async () => {
    const answers: Answers = {
      "site-organisation": { state: "not_applicable", comment: "\u200Fשלום \u2028 😀" },
      "site-pictures": {
        state: "answered",
        value: "library-people",
        confidence: "guess",
        comment: "line one\nline two",
        evidence: { link: "https://example.com/a?b=c&d=%20", expires: "2027-02-28" },
      },
      "phone-answer": { state: "not_sure" },
      "service-record": { state: "blank", comment: "later" },
    };
    const token = await begin();
    expect(await save(token, answers)).toMatchObject({ kind: "saved", conflicts: [] });
    expect((await stored(token)).answers).toEqual(answers);
    const many = await begin(stack);
    await save(many, stack.example.answers);
    expect((await stored(many)).answers).toEqual(stack.example.answers);
  });

  it("may repeat a save whose acknowledgement was lost: nothing changes", async () => {
    const token = await begin();
    const answers: Answers = { "site-pictures": { state: "answered", value: "library-people" } };
    const first = await save(token, answers);
    expect(first).toEqual({ kind: "saved", saved: [{ itemId: "site-pictures", revision: 1 }], conflicts: [] });
    expect(await save(token, answers)).toEqual(first);
    expect(await save(token, answers, 1)).toEqual(first);
  });

  it("is told of a change from another device, and overwrites it only knowingly", async () => {
    const token = await begin();
    await save(token, { "site-pictures": { state: "answered", value: "library-people" } });
    const other: Answers = { "site-pictures": { state: "not_sure" }, "phone-answer": { state: "not_sure" } };
    expect(await save(token, other)).toEqual({
      kind: "saved",
      saved: [{ itemId: "phone-answer", revision: 1 }],
      conflicts: [{ itemId: "site-pictures", revision: 1, current: { state: "answered", value: "library-people" } }],
    });
    expect((await stored(token)).answers["site-pictures"]).toEqual({ state: "answered", value: "library-people" });
    expect(await save(token, { "site-pictures": other["site-pictures"]! }, 1)).toMatchObject({
      saved: [{ itemId: "site-pictures", revision: 2 }],
      conflicts: [],
    });
    expect(await save(token, { "site-pictures": { state: "blank" } }, 7)).toMatchObject({ conflicts: [{ revision: 2 }] });
  });

  it("of two devices that save at once, one is told", async () => {
    for (let round = 0; round < 5; round++) {
      const token = await begin();
      const outcomes = await Promise.all([
        save(token, { "site-pictures": { state: "not_sure" } }),
        save(token, { "site-pictures": { state: "not_applicable" } }),
      ]);
      const conflicts = outcomes.flatMap((o) => (o.kind === "saved" ? o.conflicts : []));
      expect(conflicts).toHaveLength(1);
      expect(conflicts[0]).toMatchObject({ revision: 1, current: (await stored(token)).answers["site-pictures"] });
    }
  });

  it("cannot save what is not of the assessment, and then nothing of it is saved", async () => {
    const token = await begin();
    const wrongs: Answers[] = [
      { nothing: { state: "blank" } },
      { "lead-management": { state: "answered", value: "no-process" } },
      { "site-pictures": { state: "answered", value: "nothing" } },
      { "site-pictures": { state: "answered", value: 1 } },
      { "site-pictures": { state: "answered", value: ["library-people"] } },
    ];
    for (const wrong of wrongs) {
      expect(await save(token, { "phone-answer": { state: "not_sure" }, ...wrong })).toMatchObject({
        kind: "invalid",
        problems: [{ field: Object.keys(wrong)[0] }],
      });
    }
    expect((await stored(token)).answers).toEqual({});
    expect(await save("nobody's token", {})).toEqual({ kind: "unknown" });
    expect(await submit("nobody's token")).toEqual({ kind: "unknown" });
  });

  it("submits once, however often it is asked: 50 at a time leave one result, which is the score of the answers", async () => {
    const token = await begin();
    await save(token, quiz.example.answers);
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => submit(token)));
    expect(new Set(outcomes.map((o) => JSON.stringify(o)))).toEqual(new Set([JSON.stringify({ kind: "submitted", resultToken: resultTokenOf(token) })]));
    await expectWhole(token);
    const [before] = await database.client.response.findMany({ where: { takeTokenHash: tokenHash(token) } });
    await submit(token);
    expect(await database.client.response.findMany({ where: { takeTokenHash: tokenHash(token) } })).toEqual([before]);
  });

  it("changes nothing after submitting", async () => {
    const token = await begin();
    await save(token, { "site-pictures": { state: "not_sure" } });
    await submit(token);
    expect(await save(token, { "site-pictures": { state: "blank" } }, 1)).toEqual({ kind: "submitted" });
    expect((await stored(token)).answers).toEqual({ "site-pictures": { state: "not_sure" } });
    await expectWhole(token);
  });

  it("has a result of just the answers that were saved in time, when saving races submitting", async () => {
    const random = seededRandom(3);
    for (let round = 0; round < 10; round++) {
      const token = await begin();
      const answers = randomAnswers(quiz.definition, random);
      const batches = Object.entries(answers).map(([itemId, answer]) => ({ [itemId]: answer }));
      const at = Math.floor(random() * batches.length);
      const actions = batches.map((batch, n) => (n === at ? submit(token).then(() => null) : save(token, batch).then((outcome) => ({ batch, outcome }))));
      const outcomes = (await Promise.all(actions)).filter((o) => o !== null);
      const response = await stored(token);
      for (const { batch, outcome } of outcomes) {
        const [[id, answer]] = Object.entries(batch) as [[string, Answers[string]]];
        if (outcome.kind === "saved") expect(answerTo(response.answers, id)).toEqual(answer);
        else expect(outcome).toEqual({ kind: "submitted" });
        if (outcome.kind === "submitted") expect(response.answers).not.toHaveProperty(id);
      }
      await expectWhole(token);
    }
  });

  it("is scored by the version that was answered, also when a later one has taken its place", async () => {
    const { definition } = quiz;
    const older = { ...definition, version: 99, items: definition.items.filter((item) => item.id !== "phone-answer").map((item) => ({ ...item, weight: 2 })) };
    const hash = contentHash(older);
    await database.client.assessmentVersion.create({ data: { hash, slug: older.slug, version: older.version, definition: older } });
    const { takeToken } = await startResponse(database.client, { ...quiz, hash });
    const outcome = await save(takeToken, { "phone-answer": { state: "not_sure" } });
    expect(outcome).toEqual({ kind: "invalid", problems: [{ field: "phone-answer", message: `is not an item of ${older.slug} version 99` }] });
    const { "phone-answer": _, ...answers } = quiz.example.answers;
    await save(takeToken, answers);
    await submit(takeToken);
    await expectWhole(takeToken);
    const [result] = await resultOf(takeToken);
    const { trace } = result!.score as unknown as { trace: { item: string; weight: number }[] };
    expect(trace.map((line) => line.item)).not.toContain("phone-answer");
    expect(trace.every((line) => line.weight === 2)).toBe(true);
    // Starting again with today's content adds no version and takes none away.
    const versions = () => database.client.assessmentVersion.findMany({ orderBy: { hash: "asc" } });
    const before = await versions();
    await storeVersions(database.client, catalog);
    expect(await versions()).toEqual(before);
    expect((await stored(takeToken)).hash).toBe(hash);
  });
});
