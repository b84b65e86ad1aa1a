import path from "node:path";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bindCatalog } from "#app/services/content/catalog-instance.server.ts";
import { initiativesIn } from "#app/services/content/content-in-language.server.ts";
import { type Catalog, loadContent } from "#app/services/content/load-content.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { bindPlanDesk } from "#app/services/roadmap/plan-desk-instance.server.ts";
import { createPlanDesk } from "#app/services/roadmap/plan-desk.server.ts";
import { createFirstPlanner } from "#app/services/roadmap/plan-first.server.ts";
import { planPage } from "#app/services/roadmap/plan-page.server.ts";
import { createPlanSolver } from "#app/services/roadmap/solve-plan.server.ts";
import { wordsIn } from "#app/services/words/words-in.server.ts";
import type { Language } from "#app/words/language.ts";
import { validContentTree, withContentTree } from "../factories/content-tree.ts";
import { translatedContentTree } from "../factories/translated-tree.ts";
import { all, type Edit, GREET, remove, replace } from "../fixtures/content-mistakes.ts";
import { testDatabases } from "../setup/test-databases.ts";

const QUEUE_FI = "initiatives/process/shorter-queue.fi.yaml";

function catalogAfter(edit: Edit, tree = translatedContentTree()): Catalog {
  edit(tree);
  const loaded = withContentTree(tree, loadContent);
  if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems));
  return loaded.catalog;
}
const unchanged: Edit = () => {};

describe("initiatives and KPIs in a language", () => {
  it("are each in it where they are translated, and in English where not, by id and with the figures of English", () => {
    const catalog = catalogAfter(all(replace(GREET, "pilot: One day.", "pilot: Two days."), remove(QUEUE_FI)));
    bindCatalog(catalog);
    const { initiativeById, kpiById } = initiativesIn("fi");
    expect([...initiativeById.keys()]).toEqual([...catalog.initiativeById.keys()]);
    for (const id of ["greet-first", "shorter-queue"]) expect(initiativeById.get(id)).toEqual({ ...catalog.initiativeById.get(id), language: "en" });
    const english = catalog.initiativeById.get("clear-signs")!;
    const { effort, cost, chance, ...finnish } = initiativeById.get("clear-signs")!;
    expect(finnish).toMatchObject({ language: "fi", title: "fi: Do it", checklist: english.checklist.map((step) => `fi: ${step}`), raises: english.raises });
    expect({ effort, cost, chance }).toEqual({
      effort: english.effort,
      cost: { ...english.cost, free: "fi: Do it by hand" },
      chance: { value: 0.5, reason: "fi: It may work." },
    });
    expect(kpiById.get("queue-time")).toEqual({
      ...catalog.kpiById.get("queue-time"),
      title: "fi: Time in the queue",
      formula: "fi: Minutes waited / visitors",
      language: "fi",
    });
  });

  it("are in English what they were, and made once and kept", () => {
    const catalog = catalogAfter(unchanged);
    bindCatalog(catalog);
    const inEnglish = new Map(catalog.initiatives.map((initiative) => [initiative.id, { ...initiative, language: "en" }]));
    expect(initiativesIn("en").initiativeById).toEqual(inEnglish);
    expect(initiativesIn("fi")).toBe(initiativesIn("fi"));
    bindCatalog(catalogAfter(unchanged, validContentTree()));
    expect(initiativesIn("fi").initiativeById).toEqual(inEnglish);
  });
});

describe("a roadmap page", () => {
  let database: OpenDatabase & { drop(): Promise<void> };
  const solver = createPlanSolver({ workerFile: path.resolve("build/worker/plan-worker.js"), robustnessRuns: 5 });
  const first = createFirstPlanner({ workerFile: path.resolve("build/worker/first-plan-worker.js") });
  beforeAll(async () => {
    const [embedded] = await testDatabases();
    database = await embedded!.open();
    bindPlanDesk(createPlanDesk({ first, solver, db: database.client, log: pino({ level: "silent" }) }));
  });
  afterAll(async () => {
    await Promise.all([solver.close(), first.close()]);
    await database.drop();
  });

  it("shows the same plan in each language, in the words of the initiatives that are translated", async () => {
    const catalog = catalogAfter(remove(QUEUE_FI));
    bindCatalog(catalog);
    const { definition, compiled, example } = catalog.assessments[0]!;
    const pageIn = (language: Language) =>
      planPage([{ compiled, source: definition, answers: example.answers }], new URLSearchParams("people=0"), wordsIn(language), new AbortController().signal);
    const [english, finnish] = [await pageIn("en"), await pageIn("fi")];
    expect(finnish.hash).toBe(english.hash);
    const titles = ({ view }: typeof english) =>
      [...view!.waves.flatMap(({ items }) => items), ...view!.notPlanned].map(({ id, title, language }) => [id, title, language]);
    expect(titles(finnish)).toEqual(titles(english).map(([id]) => (id === "shorter-queue" ? [id, "Do it", "en"] : [id, "fi: Do it", "fi"])));
    expect(finnish.view!.notPlanned.map(({ admittedBy }) => admittedBy).join()).toContain("”fi: Do it”");
  });
});
