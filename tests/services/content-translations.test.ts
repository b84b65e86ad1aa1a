import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { score } from "#app/domain/scoring/score.ts";
import { bindCatalog } from "#app/services/content/catalog-instance.server.ts";
import { compiledVersionIn } from "#app/services/content/compiled-version.server.ts";
import { assessmentIn, contradictionsIn, startIn } from "#app/services/content/content-in-language.server.ts";
import { type Catalog, loadContent } from "#app/services/content/load-content.server.ts";
import { storeVersions } from "#app/services/content/store-versions.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { contentReport } from "../../scripts/content/content-report.ts";
import { translationReport } from "../../scripts/content/translation-report.ts";
import { type ContentTree, validContentTree, withContentTree } from "../factories/content-tree.ts";
import { translatedContentTree } from "../factories/translated-tree.ts";
import { add, all, type Case, DESK, type Edit, GREET, KPI, problemsAfter, problemsIn, remove, replace, SHOP } from "../fixtures/content-mistakes.ts";
import { testDatabases } from "../setup/test-databases.ts";

const SHOP_FI = "assessments/shop/assessment.fi.yaml";
const DOOR_FI = "assessments/shop/questions/door.fi.yaml";
const DESK_FI = "assessments/shop/questions/desk.fi.yaml";
const READINGS_FI = "assessments/shop/readings.fi.yaml";
const EXAMPLE_FI = "assessments/shop/example.fi.yaml";
const RULES_FI = "contradictions.fi.yaml";
const START_FI = "start.fi.yaml";
const GREET_FI = "initiatives/people/greet-first.fi.yaml";
const QUEUE_FI = "initiatives/process/shorter-queue.fi.yaml";
const KPI_FI = "kpis/queue-time.fi.yaml";

const UNREAD = "nothing reads this file";
const nothing = (place: string) => `${place}: the English file has no such text`;

const translated = translatedContentTree();

function loadedFrom(tree: ContentTree) {
  const loaded = withContentTree(tree, loadContent);
  if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems));
  return loaded;
}
function catalogAfter(edit: Edit): Catalog {
  const tree = { ...translated };
  edit(tree);
  return loadedFrom(tree).catalog;
}
/** What the check says of translations, with paths inside the content directory. */
function saidAfter(edit: Edit, from = translated): string[] {
  const tree = { ...from };
  edit(tree);
  return withContentTree(tree, (directory) => {
    const loaded = loadContent(directory);
    if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems));
    return translationReport(directory, loaded).map((line) => line.replace(`${directory}/`, ""));
  });
}
const unchanged: Edit = () => {};

describe("a translation file with a mistake", () => {
  it.each<Case>([
    ["of an unknown language", add("start.sv.yaml", "{}\n"), ["start.sv.yaml", 1, UNREAD]],
    ["of English", add("assessments/shop/assessment.en.yaml", "{}\n"), ["assessments/shop/assessment.en.yaml", 1, UNREAD]],
    ["of a question file that is not there", add("assessments/shop/questions/roof.fi.yaml", "{}\n"), ["assessments/shop/questions/roof.fi.yaml", 1, UNREAD]],
    ["of an unknown language, of questions", add("assessments/shop/questions/door.sv.yaml", "{}\n"), ["assessments/shop/questions/door.sv.yaml", 1, UNREAD]],
    ["of what is not translated", add("assessments/shop/published.fi.yaml", "{}\n"), ["assessments/shop/published.fi.yaml", 1, UNREAD]],
    ["that is no YAML", add(EXAMPLE_FI, "example:\n  title: [\n"), [EXAMPLE_FI, 3, expect.stringMatching(/^not valid YAML: /) as unknown as string]],
    ["that is empty", add(EXAMPLE_FI, ""), [EXAMPLE_FI, 1, "Invalid input: expected object, received null"]],
    ["with a key twice", add(EXAMPLE_FI, 'example:\n  source: ""\n  title: a\n  title: b\n'), [EXAMPLE_FI, 4, "this key stands twice"]],
    ["with an unknown section", add(SHOP_FI, "levels: {}\nstages: {}\n"), [SHOP_FI, 2, 'unknown key "stages"']],
    ["with an unknown level", add(SHOP_FI, 'levels:\n  shut: {source: ""}\n  barred: {source: ""}\n'), [SHOP_FI, 3, nothing("levels.barred")]],
    ["with an unknown key", add(SHOP_FI, 'levels:\n  shut:\n    source: ""\n    nimi: Kiinni\n'), [SHOP_FI, 4, 'levels.shut: unknown key "nimi"']],
    ["with an entry without source", add(SHOP_FI, "levels:\n  shut: {name: Kiinni}\n"), [SHOP_FI, 2, "levels.shut.source: missing"]],
    [
      "with another source than a hash",
      add(SHOP_FI, "levels:\n  shut:\n    source: English\n"),
      [SHOP_FI, 3, "levels.shut.source: source is the first 12 digits of a hash, or empty; npm run content:translation writes it"],
    ],
    [
      "with too long a text",
      add(SHOP_FI, `dimensions:\n  door:\n    source: ""\n    title: ${"o".repeat(41)}\n`),
      [SHOP_FI, 4, "dimensions.door.title: Too big: expected string to have <=40 characters"],
    ],
    [
      "with a number for a text",
      add(SHOP_FI, 'dimensions:\n  door: {source: "", title: 1}\n'),
      [SHOP_FI, 2, "dimensions.door.title: Invalid input: expected string, received number"],
    ],
    [
      "with a fourth promise",
      add(SHOP_FI, 'assessment:\n  source: ""\n  youGet:\n    - a\n    - b\n    - c\n    - d\n'),
      [SHOP_FI, 7, nothing("assessment.youGet.3")],
    ],
    ["with an item of another file", add(DOOR_FI, 'items:\n  help: {source: ""}\n'), [DOOR_FI, 2, nothing("items.help")]],
    ["with a text of another kind", add(DOOR_FI, 'items:\n  greeting:\n    source: ""\n    minLabel: a\n'), [DOOR_FI, 4, nothing("items.greeting.minLabel")]],
    [
      "with an unknown option",
      add(DOOR_FI, 'items:\n  greeting:\n    source: ""\n    options:\n      never: Ei koskaan\n      always: Aina\n'),
      [DOOR_FI, 6, nothing("items.greeting.options.always")],
    ],
    ["with an unknown dimension in the readings", add(READINGS_FI, 'dimensions:\n  roof: {source: ""}\n'), [READINGS_FI, 2, nothing("dimensions.roof")]],
    ["with an unknown flag", add(READINGS_FI, 'flags:\n  leak: {source: ""}\n'), [READINGS_FI, 2, nothing("flags.leak")]],
    [
      "with columns in a mix",
      add(READINGS_FI, 'readouts:\n  mixture:\n    source: ""\n    columns: [a]\n'),
      [READINGS_FI, 4, nothing("readouts.mixture.columns")],
    ],
    ["with an unknown rule", add(RULES_FI, 'silence: {source: "", text: Hiljaa.}\n'), [RULES_FI, 1, nothing("silence")]],
    ["with an unknown question", add(START_FI, 'questions:\n  where: {source: ""}\n'), [START_FI, 2, nothing("questions.where")]],
    [
      "with an unknown answer",
      add(START_FI, 'questions:\n  who:\n    source: ""\n    options:\n      thief: {label: Varas}\n'),
      [START_FI, 5, nothing("questions.who.options.thief")],
    ],
    ["of an unknown language, of an initiative", add("initiatives/people/greet-first.sv.yaml", "{}\n"), ["initiatives/people/greet-first.sv.yaml", 1, UNREAD]],
    ["of an initiative in another folder", add("initiatives/content/greet-first.fi.yaml", "{}\n"), ["initiatives/content/greet-first.fi.yaml", 1, UNREAD]],
    ["of a KPI that is not there", add("kpis/queue-length.fi.yaml", "{}\n"), ["kpis/queue-length.fi.yaml", 1, UNREAD]],
    ["of an initiative, with a KPI's section", add(GREET_FI, "kpi: {}\n"), [GREET_FI, 1, 'unknown key "kpi"']],
    ["of an initiative, with a figure", add(GREET_FI, 'initiative:\n  source: ""\n  quarters: 2\n'), [GREET_FI, 3, 'initiative: unknown key "quarters"']],
    ["of an initiative, without source", add(GREET_FI, "initiative:\n  title: Tehkää\n"), [GREET_FI, 1, "initiative.source: missing"]],
    [
      "of an initiative, with too long a title",
      add(GREET_FI, `initiative:\n  source: ""\n  title: ${"o".repeat(71)}\n`),
      [GREET_FI, 3, "initiative.title: Too big: expected string to have <=70 characters"],
    ],
    [
      "of an initiative, with a sixth step",
      add(GREET_FI, 'initiative:\n  source: ""\n  checklist:\n    - a\n    - b\n    - c\n    - d\n    - e\n    - f\n'),
      [GREET_FI, 9, nothing("initiative.checklist.5")],
    ],
    [
      "of an initiative, with a free form where English names none",
      all(replace(GREET, ", free: Do it by hand", ""), add(GREET_FI, 'initiative:\n  source: ""\n  free: Käsin\n')),
      [GREET_FI, 3, nothing("initiative.free")],
    ],
    ["of a KPI, with a text that no page shows", add(KPI_FI, 'kpi:\n  source: ""\n  pitfall: Keskiarvo\n'), [KPI_FI, 3, 'kpi: unknown key "pitfall"']],
  ])("%s", (_what, edit, ...expected) => {
    expect(problemsAfter(edit)).toEqual(expected);
  });

  it("is still read by its shape when the English cannot be", () => {
    const edit = all(replace(SHOP, "minutes: 2", "minutes: 0"), add(SHOP_FI, 'levels:\n  barred: {source: ""}\nstages: {}\n'));
    expect(problemsAfter(edit)).toEqual([
      [SHOP_FI, 3, 'unknown key "stages"'],
      [SHOP, 7, "minutes: Too small: expected number to be >=1"],
    ]);
  });
});

describe("a translation of an initiative or a KPI that cannot be read", () => {
  it("is still read by its shape, and leaves the others alone", () => {
    const broken = all(replace(GREET, "quarters: 1", "quarters: 9"), replace(KPI, "better: down", "better: left"));
    const own = problemsAfter(broken);
    expect(own.map(([file]) => file)).toEqual([GREET, KPI]);
    const finnish = all(add(GREET_FI, 'initiative: {source: "", title: Tehkää}\n'), add(KPI_FI, 'kpi: {source: "", title: Jono}\n'));
    expect(problemsAfter(all(broken, finnish))).toEqual(own);
    expect(problemsAfter(all(broken, finnish, add(KPI_FI, "unit: {}\n"), add(QUEUE_FI, 'initiative: {source: "x"}\n'))).map(([file]) => file)).toEqual([
      GREET,
      QUEUE_FI,
      KPI_FI,
      KPI,
    ]);
  });
});

describe("what the check says about translations", () => {
  it("is where nothing is translated a line for what there is", () => {
    expect(saidAfter(unchanged, validContentTree())).toEqual([
      "fi: 0 of 27 entries translated, 0 stale, 27 missing",
      "fi: 1 assessment is not translated: shop",
      "fi: contradictions.yaml is not translated",
      "fi: start.yaml is not translated",
      "fi: 3 initiatives and 1 KPI are not translated",
    ]);
  });

  it("is that everything is complete when it is", () => {
    expect(withContentTree(translated, problemsIn)).toEqual([]);
    expect(saidAfter(unchanged)).toEqual([
      "fi: 27 of 27 entries translated, 0 stale, 0 missing",
      "fi: shop, contradictions, start, initiatives, kpis complete",
    ]);
  });

  it("names each entry that is missing or stale, with its line", () => {
    const edit = all(
      replace(DESK, "text: When does somebody help?", "text: Who helps?"),
      replace(START_FI, 'because: "fi: you lack peace"', 'because: ""'),
      remove(EXAMPLE_FI),
      replace(SHOP_FI, "  ajar:\n", "  # Raollaan\n  ajar:\n"),
      (tree) => (tree[SHOP_FI] = tree[SHOP_FI]!.replace(/( ajar:\n +source: ).*/, '$1""')),
    );
    const [count, ...lines] = saidAfter(edit);
    expect(count).toBe("fi: 23 of 27 entries translated, 2 stale, 2 missing");
    expect(lines).toEqual([
      `${SHOP_FI}:20  levels/ajar  has no source yet, so nobody has said from which English text it was translated`,
      expect.stringMatching(`^${DESK_FI}:9  items/help  the English text has changed since this was translated: was 1190e9bedb4c, is [0-9a-f]{12}$`),
      `${EXAMPLE_FI}:1  example  is not translated`,
      `${START_FI}:15  what  is not translated`,
      "fi: contradictions, initiatives, kpis complete",
    ]);
  });

  it("counts initiatives and KPIs without a file in one line, and names those that are missing or stale in theirs", () => {
    const edit = all(
      remove(QUEUE_FI),
      remove(KPI_FI),
      replace(GREET, "pilot: One day.", "pilot: Two days."),
      replace("initiatives/content/clear-signs.fi.yaml", '"fi: By hand."', '""'),
    );
    const [count, ...lines] = saidAfter(edit);
    expect(count).toBe("fi: 23 of 27 entries translated, 1 stale, 3 missing");
    expect(lines).toEqual([
      "initiatives/content/clear-signs.fi.yaml:1  clear-signs  is not translated",
      expect.stringMatching(`^${GREET_FI}:1  greet-first  the English text has changed since this was translated: was [0-9a-f]{12}, is [0-9a-f]{12}$`),
      "fi: shop, contradictions, start complete",
      "fi: 1 initiative and 1 KPI are not translated",
    ]);
    expect(saidAfter(remove(KPI_FI)).at(-1)).toBe("fi: 1 KPI is not translated");
  });

  it("is printed by the check, which it does not make fail", () => {
    const tree = { ...translated };
    remove(EXAMPLE_FI)(tree);
    const { status, stdout } = withContentTree(tree, (directory) =>
      spawnSync(process.execPath, ["scripts/run.mjs", "scripts/content-check.ts", directory], { encoding: "utf8" }),
    );
    expect(status).toBe(0);
    const [said, ...translations] = stdout.trimEnd().split("\n");
    expect(said).toMatch(/: 1 assessments with 4 items, .+, all well$/);
    expect(translations[0]).toMatch(/^Not published yet: shop version 1/);
    expect(translations.slice(1)).toEqual([
      "fi: 26 of 27 entries translated, 0 stale, 1 missing",
      expect.stringMatching(/\/assessments\/shop\/example\.fi\.yaml:1 {2}example {2}is not translated$/),
      "fi: contradictions, start, initiatives, kpis complete",
    ]);
  });

  it("changes nothing else that is said, nor what is published", () => {
    const said = (tree: ContentTree) => withContentTree(tree, (directory) => contentReport("content", loadContent(directory)));
    expect(said(translated)).toEqual(said(validContentTree()));
    const [with_, without] = [translated, validContentTree()].map((tree) =>
      loadedFrom(tree).catalog.assessments.map(({ definition, hash }) => ({ definition, hash })),
    );
    expect(with_).toEqual(without);
  });

  it("asks for no contradiction rule of an assessment that is not translated", () => {
    const onlyShop: Edit = (tree) => {
      for (const file of Object.keys(tree)) if (file.startsWith("assessments/") && file.endsWith(".fi.yaml")) delete tree[file];
      tree[RULES_FI] = "{}\n";
    };
    expect(saidAfter(onlyShop)).toEqual([
      "fi: 7 of 27 entries translated, 0 stale, 20 missing",
      "fi: start, initiatives, kpis complete",
      "fi: 1 assessment is not translated: shop",
      "fi: 1 contradiction rule waits for assessments that are not translated",
    ]);
  });
});

describe("content in a language", () => {
  it("has every text of it, and the hash and figures of the English source", () => {
    const catalog = catalogAfter(unchanged);
    bindCatalog(catalog);
    const [shop] = catalog.assessments;
    const finnish = assessmentIn(shop!, "fi");
    expect(finnish.translated).toBe("all");
    expect(finnish.hash).toBe(shop!.hash);
    expect(finnish.definition.title).toBe("fi: Is your shop easy to enter?");
    expect(finnish.compiled.definition).toBe(finnish.definition);
    expect(finnish.example).toEqual({ ...shop!.example, title: "fi: An invented shop" });
    expect(score(finnish.compiled, finnish.example.answers)).toEqual(score(shop!.compiled, shop!.example.answers));
    expect(contradictionsIn("fi")).toEqual([{ ...catalog.contradictions[0], text: "fi: Nobody greets, yet everybody helps at once." }]);
    expect(startIn("fi").questions[0]!.options[0]).toEqual({
      ...catalog.start.questions[0]!.options[0],
      label: "fi: I keep the shop",
      because: "fi: you keep the shop",
    });
  });

  it("is made once and kept", () => {
    const catalog = catalogAfter(unchanged);
    bindCatalog(catalog);
    const [first, second] = [assessmentIn(catalog.assessments[0]!, "fi"), assessmentIn(catalog.assessments[0]!, "fi")];
    expect(second.compiled).toBe(first.compiled);
    expect(contradictionsIn("fi")).toBe(contradictionsIn("fi"));
    expect(startIn("fi")).toBe(startIn("fi"));
  });

  it("is in English what it was", () => {
    const catalog = catalogAfter(unchanged);
    bindCatalog(catalog);
    const [shop] = catalog.assessments;
    expect(assessmentIn(shop!, "en")).toEqual({ ...shop, translated: "all", language: "en", source: shop!.definition });
    expect(assessmentIn(shop!, "en").compiled).toBe(shop!.compiled);
    expect(contradictionsIn("en")).toBe(catalog.contradictions);
    expect(startIn("en")).toBe(catalog.start);
  });

  it("is English where nothing is translated, and says so", () => {
    const { catalog } = loadedFrom(validContentTree());
    bindCatalog(catalog);
    const [shop] = catalog.assessments;
    expect(assessmentIn(shop!, "fi")).toEqual({ ...shop, translated: "none", language: "en", source: shop!.definition });
    expect(contradictionsIn("fi")).toBe(catalog.contradictions);
    expect(startIn("fi")).toBe(catalog.start);
  });

  it("is English in the parts that have changed, and says so", () => {
    const catalog = catalogAfter(all(replace(DESK, "text: When does somebody help?", "text: Who helps?"), remove(EXAMPLE_FI), remove(START_FI)));
    bindCatalog(catalog);
    const { definition, translated: extent, example, language, source } = assessmentIn(catalog.assessments[0]!, "fi");
    expect([extent, language]).toEqual(["some", "fi"]);
    expect(source).toBe(catalog.assessments[0]!.definition);
    expect(definition.items.map(({ text }) => text)).toEqual([
      "fi: When is a visitor greeted?",
      "fi: Which signs are there?",
      "fi: How short is the queue?",
      "Who helps?",
    ]);
    expect(example.title).toBe("An invented shop");
    expect(startIn("fi")).toBe(catalog.start);
  });
});

describe.each(await testDatabases())("a stored older version, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.drop());

  it("is translated where it reads as the translation's source does, by the catalogue that is bound", async () => {
    const older = loadedFrom((({ ...tree }) => (replace(DESK, "text: When does somebody help?", "text: Who helped?")(tree), tree))(validContentTree())).catalog;
    const { hash } = older.assessments[0]!;
    await storeVersions(database.client, older);

    bindCatalog(catalogAfter(unchanged));
    const finnish = await compiledVersionIn(database.client, hash, "fi");
    expect(finnish.translated).toBe("some");
    expect(finnish.definition.items.map(({ text }) => text)).toEqual([
      "fi: When is a visitor greeted?",
      "fi: Which signs are there?",
      "fi: How short is the queue?",
      "Who helped?",
    ]);
    expect((await compiledVersionIn(database.client, hash, "fi")).compiled).toBe(finnish.compiled);
    const english = await compiledVersionIn(database.client, hash, "en");
    expect(english).toMatchObject({ translated: "all", definition: older.assessments[0]!.definition });

    bindCatalog(older);
    expect(await compiledVersionIn(database.client, hash, "fi")).toEqual({ ...english, translated: "none" });
  });
});
