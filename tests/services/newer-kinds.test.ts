import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answers } from "#app/domain/assessment/answer.ts";
import { screenItems } from "#app/domain/assessment/question-screen.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { storeVersions } from "#app/services/content/store-versions.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { readResponse } from "#app/services/responses/read-response.server.ts";
import { saveAnswers } from "#app/services/responses/save-answers.server.ts";
import { saveScreen } from "#app/services/responses/save-screen.server.ts";
import { startResponse } from "#app/services/responses/start-response.server.ts";
import { validContentTree, withContentTree } from "../factories/content-tree.ts";
import { english } from "../factories/english.ts";
import { newerKinds } from "../fixtures/newer-kinds.ts";
import { testDatabases } from "../setup/test-databases.ts";

const tree = validContentTree();
newerKinds(tree);
const loaded = withContentTree(tree, loadContent);
if (!("catalog" in loaded)) throw new Error("the fixture has problems");
const { catalog } = loaded;
const shop = catalog.assessmentBySlug.get("shop")!;
const items = screenItems(shop.definition, 1)!;
const databases = await testDatabases();

describe.each(databases)("answers of the newer kinds, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  beforeAll(async () => {
    database = await open();
    await storeVersions(database.client, catalog);
  });
  afterAll(() => database.drop());

  const stored = async (takeToken: string) => ({ ...(await readResponse(database.client, takeToken, "en"))!, takeToken });
  const post = async (takeToken: string, ...entries: [string, string][]) => saveScreen(database.client, await stored(takeToken), items, entries, english);
  const places = (...ids: string[]) => ids.map((id): [string, string] => ["place.top-fields", id]);

  it("come back as they were saved, with what is wanted", async () => {
    const { takeToken } = await startResponse(database.client, shop);
    const answers: Answers = {
      offers: { state: "answered", value: 1, target: 2, confidence: "guess" },
      "record-age": { state: "answered", value: 7.125 },
      "top-fields": { state: "answered", value: ["case", "need"] },
    };
    const changes = Object.entries(answers).map(([itemId, answer]) => ({ itemId, answer, basedOn: 0 }));
    expect(await saveAnswers(database.client, takeToken, changes)).toMatchObject({ kind: "saved", conflicts: [] });
    expect((await stored(takeToken)).answers).toEqual(answers);
    const without = { itemId: "offers", answer: { state: "answered", value: 1 } as const, basedOn: 1 };
    expect(await saveAnswers(database.client, takeToken, [without])).toMatchObject({ saved: [{ itemId: "offers", revision: 2 }] });
    expect((await stored(takeToken)).answers["offers"]).toEqual({ state: "answered", value: 1 });
  });

  it("are refused when they are not of the item", async () => {
    const { takeToken } = await startResponse(database.client, shop);
    const refused = await saveAnswers(database.client, takeToken, [
      { itemId: "offers", answer: { state: "answered", value: 1, target: 3 }, basedOn: 0 },
      { itemId: "record-age", answer: { state: "answered", value: 1, target: 1 }, basedOn: 0 },
      { itemId: "top-fields", answer: { state: "answered", value: ["need"] }, basedOn: 0 },
    ]);
    expect(refused).toMatchObject({ kind: "invalid", problems: [{ field: "offers" }, { field: "record-age" }, { field: "top-fields" }] });
    expect((await stored(takeToken)).answers).toEqual({});
  });

  it("lose nothing on a screen that comes back, and save nothing that is not whole", async () => {
    const { takeToken } = await startResponse(database.client, shop);
    const outcome = await post(takeToken, ["answer.offers", "option:1"], ["target.offers", "2"], ["number.record-age", "seven"], ...places("case", ""));
    if (outcome.kind !== "problems") throw new Error(outcome.kind);
    expect(outcome.status).toBe(422);
    expect(outcome.problems.map(({ field, message }) => [field, message.split(":")[0]])).toEqual([
      ["record-age", "Enter a number such as 12 or 2.5, with at most three decimals and no separator between thousands."],
      ["top-fields", "Choose the second as well"],
    ]);
    const questions = outcome.screen(1).sections.flatMap((s) => s.questions);
    expect(questions.find((q) => q.id === "offers")).toMatchObject({ answer: { value: 1, target: 2 }, ends: { from: "Offers", to: "Answers" } });
    expect(questions.find((q) => q.id === "record-age")).toMatchObject({ entered: ["seven"], unit: "months", range: { min: 0, max: 120 } });
    expect(questions.find((q) => q.id === "top-fields")).toMatchObject({ entered: ["case", ""], pick: 2 });
    expect((await stored(takeToken)).answers).toEqual({});
    expect(await post(takeToken, ["answer.offers", "option:1"], ["target.offers", "2"], ["number.record-age", "7,5"], ...places("case", "need"))).toMatchObject(
      {
        kind: "saved",
      },
    );
    expect((await stored(takeToken)).answers).toMatchObject({
      offers: { state: "answered", value: 1, target: 2 },
      "record-age": { state: "answered", value: 7.5 },
      "top-fields": { state: "answered", value: ["case", "need"] },
    });
  });
});
