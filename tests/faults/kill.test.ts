import { afterEach, describe, expect, it } from "vitest";
import type { Answer, Answers } from "#app/domain/assessment/answer.ts";
import { seededRandom } from "#app/domain/scoring/seeded-random.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { openDatabase } from "#app/services/db/open-database.server.ts";
import { tokenHash } from "#app/services/responses/respondent-token.server.ts";
import { scoreResponse } from "#app/services/responses/score-response.server.ts";
import { answersFromRows } from "#app/services/responses/stored-answer.server.ts";
import { type Client, clientOf } from "../routes/product-client.ts";
import { randomAnswers } from "../routes/random-answers.ts";
import { type Product, startProduct } from "../setup/start-product.ts";
import { type Lasting, lastingDatabases } from "./fault-databases.ts";

/** More for a night: KILL_ROUNDS=200. */
const ROUNDS = Number(process.env["KILL_ROUNDS"] ?? 8);
const RESPONDENTS = 3;

const loaded = loadContent("content");
if (!("catalog" in loaded)) throw new Error("the content has problems");
const { catalog } = loaded;
const quiz = catalog.assessmentBySlug.get("customer-or-product-centric")!;
const databases = await lastingDatabases();

/** What the server has said it keeps, and what it was sent and may keep as well. */
type Respondent = { token: string; said: Map<string, Answer>; sent: Map<string, Answer[]>; resultSaid: boolean; submitSent: boolean };

let lasting: Lasting | undefined;
let product: Product | undefined;
afterEach(async () => {
  await product?.stop("SIGKILL");
  await lasting?.remove();
});

/** Answers one item after the other, as fast as the server takes it, then submits. Rejects when a save is refused or the server is gone. */
async function answerAll(client: Client, respondent: Respondent, answers: Answers, onSaid: () => void): Promise<void> {
  const revisions = new Map<string, number>();
  for (const turn of [0, 1]) {
    for (const [itemId, given] of Object.entries(answers)) {
      const answer: Answer = { ...given, comment: `turn ${turn}` };
      respondent.sent.set(itemId, [...(respondent.sent.get(itemId) ?? []), answer]);
      const reply = await client.save(respondent.token, [{ itemId, answer, basedOn: revisions.get(itemId) ?? 0 }]);
      if (reply.status !== 200) throw new Error(`saving answered ${reply.status} ${reply.body}`);
      const { saved } = reply.json() as { saved: { itemId: string; revision: number }[] };
      revisions.set(itemId, saved[0]!.revision);
      respondent.said.set(itemId, answer);
      onSaid();
    }
  }
  respondent.submitSent = true;
  await client.submit(respondent.token);
  respondent.resultSaid = true;
}

/** Holds the database against what was said. */
async function expectKept(settings: Lasting["settings"], respondents: readonly Respondent[]): Promise<void> {
  const databaseUrl = settings.env?.["DATABASE_URL"];
  const database = await openDatabase({ databaseUrl, dataDirectory: settings.dataDirectory!, migrations: "prisma/migrations" }, new Date());
  try {
    for (const { token, said, sent, resultSaid, submitSent } of respondents) {
      const rows = await database.client.response.findMany({
        where: { takeTokenHash: tokenHash(token) },
        select: { submittedAt: true, answers: true, result: { select: { score: true } } },
      });
      expect(rows).toHaveLength(1);
      const [{ submittedAt, answers: stored, result }] = rows as [(typeof rows)[0]];
      const answers = answersFromRows(stored);
      expect(Object.keys(answers)).toHaveLength(stored.length);
      for (const [itemId, answer] of said) {
        const later = sent.get(itemId)!.slice(sent.get(itemId)!.indexOf(answer));
        expect(later, `${itemId} was said to be saved`).toContainEqual(answers[itemId]);
      }
      for (const [itemId, answer] of Object.entries(answers)) expect(sent.get(itemId), `${itemId} was sent`).toContainEqual(answer);
      // A result and the closing of its response stand or fall together.
      expect(result !== null).toBe(submittedAt !== null);
      if (resultSaid) expect(result).not.toBeNull();
      if (!submitSent) expect(result).toBeNull();
      if (result) expect(result.score).toEqual(JSON.parse(JSON.stringify(scoreResponse(quiz.compiled, answers, catalog.contradictions).score)));
    }
  } finally {
    await database.close();
  }
}

describe.each(databases)("kill -9 while people answer, on $name", ({ make }) => {
  it(
    `${ROUNDS} times: what was said to be saved is there, once, and no result is half`,
    async () => {
      lasting = await make();
      const random = seededRandom(5);
      const respondents: Respondent[] = [];
      let answersSaid = 0;
      for (let round = 0; round < ROUNDS; round++) {
        product = await startProduct(lasting.settings);
        const running = product;
        const client = clientOf(running);
        const begun = await Promise.all(
          Array.from({ length: RESPONDENTS }, async (): Promise<Respondent> => {
            const token = await client.begin(quiz.definition.slug);
            return { token, said: new Map(), sent: new Map(), resultSaid: false, submitSent: false };
          }),
        );
        respondents.push(...begun);
        // A moment by chance, counted in answers: from the first to the submissions.
        let left = 1 + Math.floor(random() * RESPONDENTS * quiz.definition.items.length * 2.2);
        let killed: Promise<unknown> | undefined;
        const kill = () => (killed ??= running.stop("SIGKILL"));
        const onSaid = () => {
          answersSaid += 1;
          if (--left === 0) void kill();
        };
        // What fails once the kill is under way is its doing; what fails before has another cause.
        const early: unknown[] = [];
        const failed = (error: unknown) => void (killed || early.push(error));
        await Promise.all(begun.map((respondent) => answerAll(client, respondent, randomAnswers(quiz.definition, random), onSaid).catch(failed)));
        await kill();
        expect(early, `failed before the kill of round ${round + 1}`).toEqual([]);
      }
      expect(answersSaid).toBeGreaterThan(ROUNDS * 5);
      await expectKept(lasting.settings, respondents);
      // Life goes on where it was cut off.
      product = await startProduct(lasting.settings);
      const client = clientOf(product);
      for (const respondent of respondents.filter((r) => !r.resultSaid).slice(0, 5)) {
        const result = await client.submit(respondent.token);
        expect((await client.ask(`/results/${result}`)).status).toBe(200);
      }
      await product.stop();
    },
    60_000 + ROUNDS * 15_000,
  );
});
