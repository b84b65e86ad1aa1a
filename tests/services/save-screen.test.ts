import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { questionScreen, screenItems } from "#app/domain/assessment/question-screen.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { storeVersions } from "#app/services/content/store-versions.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { readResponse } from "#app/services/responses/read-response.server.ts";
import { saveAnswers } from "#app/services/responses/save-answers.server.ts";
import { saveScreen } from "#app/services/responses/save-screen.server.ts";
import { startResponse } from "#app/services/responses/start-response.server.ts";
import { english } from "../factories/english.ts";
import { testDatabases } from "../setup/test-databases.ts";

const loaded = loadContent("content");
if (!("catalog" in loaded)) throw new Error("the content has problems");
const { catalog } = loaded;
const quiz = catalog.assessmentBySlug.get("customer-or-product-centric")!;
const items = screenItems(quiz.definition, 1)!;
const databases = await testDatabases();

describe.each(databases)("a posted screen, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  beforeAll(async () => {
    database = await open();
    await storeVersions(database.client, catalog);
  });
  afterAll(() => database.drop());

  const stored = async (takeToken: string) => ({ ...(await readResponse(database.client, takeToken, "en"))!, takeToken });

  /** The fields of the screen as a device is given it now. */
  async function served(takeToken: string): Promise<[string, string][]> {
    const { answers, revisions } = await stored(takeToken);
    const screen = questionScreen(quiz.definition, answers, revisions, 1)!;
    return screen.sections
      .flatMap((s) => s.questions)
      .flatMap((q): [string, string][] => [
        [`revision.${q.id}`, String(q.revision)],
        [`shown.${q.id}`, q.shown],
        ...(q.answer.state === "answered" ? [[`answer.${q.id}`, `option:${String(q.answer.value)}`] as [string, string]] : []),
      ]);
  }

  it("leaves alone what another device answered meanwhile, when it was not touched here", async () => {
    const { takeToken } = await startResponse(database.client, quiz);
    const here = await served(takeToken);
    const answer = { state: "answered", value: "real-customers", comment: "From the other device" } as const;
    await saveAnswers(database.client, takeToken, [{ itemId: "site-pictures", answer, basedOn: 0 }]);
    const outcome = await saveScreen(database.client, await stored(takeToken), items, [...here, ["answer.phone-answer", "option:one-menu"]], english);
    expect(outcome).toEqual({ kind: "saved", intent: "continue" });
    expect((await stored(takeToken)).answers).toEqual({ "site-pictures": answer, "phone-answer": { state: "answered", value: "one-menu" } });
  });

  it("shows both answers when it was touched on both, and keeps this one only after it was said again", async () => {
    const { takeToken } = await startResponse(database.client, quiz);
    const here = await served(takeToken);
    await saveAnswers(database.client, takeToken, [{ itemId: "phone-answer", answer: { state: "not_sure" }, basedOn: 0 }]);
    const outcome = await saveScreen(database.client, await stored(takeToken), items, [...here, ["answer.phone-answer", "option:one-menu"]], english);
    if (outcome.kind !== "problems") throw new Error(outcome.kind);
    expect(outcome.status).toBe(409);
    expect(outcome.problems[0]!.message).toContain("“I don’t know”");
    expect((await stored(takeToken)).answers["phone-answer"]).toEqual({ state: "not_sure" });
    const again = outcome.screen(1).sections.flatMap((s) => s.questions);
    const fields = again.flatMap((q): [string, string][] => [
      [`revision.${q.id}`, String(q.revision)],
      [`shown.${q.id}`, q.shown],
    ]);
    await saveScreen(database.client, await stored(takeToken), items, [...fields, ["answer.phone-answer", "option:one-menu"]], english);
    expect((await stored(takeToken)).answers["phone-answer"]).toEqual({ state: "answered", value: "one-menu" });
  });
});
