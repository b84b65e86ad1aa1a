import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LARGEST_REFERENCE_FILE } from "#app/domain/benchmark/reference-file.ts";
import { listReferenceSets } from "#app/services/benchmark/list-reference-sets.server.ts";
import { importReferenceSet } from "#app/services/benchmark/import-reference-set.server.ts";
import { referenceSetsOf } from "#app/services/benchmark/reference-sets-of.server.ts";
import { referenceSetsPage } from "#app/services/benchmark/reference-sets-page.server.ts";
import { assessmentIn } from "#app/services/content/content-in-language.server.ts";
import { bindCatalog } from "#app/services/content/catalog-instance.server.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { storeVersions } from "#app/services/content/store-versions.server.ts";
import type { OpenDatabase } from "#app/services/db/open-database.server.ts";
import { withTenant } from "#app/services/db/with-tenant.server.ts";
import type { SignedIn } from "#app/services/identity/signed-in-person.server.ts";
import { listOperatorEvents } from "#app/services/operator/list-operator-events.server.ts";
import { exampleResult } from "#app/services/responses/example-result.server.ts";
import { english } from "../factories/english.ts";
import { makeSignedIn } from "../factories/tenants.ts";
import { problemsAfter, replace } from "../fixtures/content-mistakes.ts";
import { newerKinds } from "../fixtures/newer-kinds.ts";
import { testDatabases } from "../setup/test-databases.ts";

const loaded = loadContent("content");
if (!("catalog" in loaded)) throw new Error("the content has problems");
const { catalog } = loaded;
const NOW = new Date("2027-03-01T12:00:00Z");
const EMPOWERMENT = "digital-empowerment";

const fileOf = (name: string, ...figures: string[]) =>
  [
    `name,${name},,`,
    "assessment,seven-ps,,",
    'source,"An institute, of a town",,',
    "year,2019,,",
    "n,412,,",
    "method,Asked by post,,",
    "licence,CC BY 4.0,,",
    ",,,",
    "part,kind,at,value",
    ...figures,
  ].join("\r\n");
const FIGURES = ["overall,percentile,25,41", "overall,percentile,75,66.5", "overall,mean,,54"];

describe.each(await testDatabases())("reference sets, on $name", ({ open }) => {
  let database: OpenDatabase & { drop(): Promise<void> };
  let operator: SignedIn;
  const db = () => database.client;
  beforeAll(async () => {
    bindCatalog(catalog);
    database = await open();
    await storeVersions(db(), catalog);
    operator = await makeSignedIn(db(), { name: "Olga", operator: true });
  });
  afterAll(() => database.drop());

  const send = (fields: Record<string, string | Blob>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) {
      if (typeof value === "string") form.set(name, value);
      else form.set(name, value, "set.csv");
    }
    return referenceSetsPage(db(), operator, new Request("https://pinhigh.example", { method: "POST", body: form }), NOW, english);
  };
  const look = (content: string | Uint8Array<ArrayBuffer>) => send({ intent: "look", file: new Blob([content]) });
  const imported = async () => (await listReferenceSets(db())).filter(({ id }) => id !== null);
  const events = async () => (await listOperatorEvents(db(), { q: "", choice: "all", page: 1 })).rows.map(({ action, objectName }) => [action, objectName]);

  it("hold the survey that comes with the content, which nobody removes", async () => {
    expect(await listReferenceSets(db())).toMatchObject([{ id: null, slug: EMPOWERMENT, n: 107, year: null, figures: 4, addedAt: null }]);
    const [survey] = await referenceSetsOf(db(), EMPOWERMENT);
    // As the report lists them: efficiency, decisions on data, better leads, understanding.
    expect(survey!.values.map(({ at, value }) => [at, value])).toEqual([
      ["improve-efficiency", 1],
      ["invest-by-data", 2],
      ["better-leads", 3],
      ["understand-customers", 4],
    ]);
    expect(await referenceSetsOf(db(), "seven-ps")).toEqual([]);
  });

  it("stand beside the example of their assessment, and in no other reading of it", () => {
    const { view } = exampleResult(assessmentIn(catalog.assessmentBySlug.get(EMPOWERMENT)!, "en"));
    expect(view.references).toMatchObject([
      {
        provenance: { n: 107, year: null, url: null },
        parts: [
          {
            ...{ kind: "rank", named: 4, of: 8 },
            rows: [
              { yours: 1, source: 1 },
              { yours: null, source: 2 },
              { yours: 2, source: 3 },
              { yours: 4, source: 4 },
              { yours: 3, source: null },
            ],
          },
        ],
      },
    ]);
    expect(view.readouts.map(({ kind }) => kind)).toEqual(["matrix"]);
  });

  it("are looked at before anything is kept, imported whole, shown, and removed, each written down", async () => {
    const content = fileOf("Shops in 2019", ...FIGURES);
    const seen = await look(content);
    expect(seen).toMatchObject({ step: { set: { name: "Shops in 2019", n: 412, values: [{ value: 41 }, { value: 66.5 }, { value: 54 }] } } });
    expect([await imported(), await events()]).toEqual([[], []]);

    expect(await send({ intent: "confirm", content })).toEqual({ done: "added" });
    const [row] = await imported();
    expect(row).toMatchObject({ slug: "seven-ps", name: "Shops in 2019", source: "An institute, of a town", year: 2019, n: 412, figures: 3 });
    expect(await referenceSetsOf(db(), "seven-ps")).toMatchObject([{ name: "Shops in 2019", url: null, licence: "CC BY 4.0" }]);
    expect(await events()).toEqual([["reference_set.imported", "Shops in 2019"]]);

    expect(await look(content)).toEqual({ step: { refusal: expect.stringContaining("already") as string } });
    expect(await send({ intent: "confirm", content })).toEqual({ step: { refusal: expect.stringContaining("already") as string } });
    expect((await imported()).length).toBe(1);

    expect(await send({ intent: "remove", set: row!.id! })).toEqual({ done: "removed" });
    expect(await imported()).toEqual([]);
    expect(await db().referenceValue.count()).toBe(0);
    expect(await events()).toEqual([
      ["reference_set.removed", "Shops in 2019"],
      ["reference_set.imported", "Shops in 2019"],
    ]);
    await expect(send({ intent: "remove", set: row!.id! })).rejects.toMatchObject({ status: 404 });
    await expect(send({ intent: "remove", set: randomUUID() })).rejects.toMatchObject({ status: 404 });
  });

  it("come from a file with semicolons and decimal commas too", async () => {
    const content = `\uFEFF${fileOf("Shops; towns", ...FIGURES)
      .replace("name,Shops; towns", 'name,"Shops; towns"')
      .replaceAll(",", ";")
      .replace("66.5", "66,5")
      .replace("institute; of", "institute, of")}`;
    expect(await look(content)).toMatchObject({
      step: { set: { name: "Shops; towns", source: "An institute, of a town", values: [{}, { value: 66.5 }, {}] } },
    });
  });

  it("are imported once when the same file is confirmed at once by several", async () => {
    const content = fileOf("At once", ...FIGURES);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => send({ intent: "confirm", content })));
    expect(outcomes.filter((outcome) => "done" in outcome).length).toBe(1);
    const [row] = await imported();
    expect(row).toMatchObject({ name: "At once", figures: 3 });
    await send({ intent: "remove", set: row!.id! });
  });

  it.each<[string, string | Uint8Array<ArrayBuffer>, string]>([
    ["nothing", "", "Choose a file."],
    ["a NUL", fileOf("A\u0000B", ...FIGURES), "not plain text"],
    ["bytes that are not UTF-8", Uint8Array.of(0x6e, 0xff, 0xfe), "not plain text"],
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00), "not plain text"],
    ["more than may be read", "x".repeat(LARGEST_REFERENCE_FILE + 1), "larger than 200 kB"],
    ["10 MB", "name,x\n".repeat(1_500_000), "larger than 200 kB"],
    ["one line", "name,x", "no lines"],
    ["an open quotation mark", 'name,"x\nn,3', "quotation mark"],
  ])("are not made of %s", async (_, content, said) => {
    expect(await look(content)).toEqual({ step: { refusal: expect.stringContaining(said) as string } });
  });

  it("keep nothing of a file with one wrong line, also when it is confirmed unseen", async () => {
    const content = fileOf("<script>alert(1)</script>", ...FIGURES, "item:no-such-question,share,o0,5", "overall,percentile,90,1e309");
    for (const intent of ["look", "confirm"]) {
      expect(await send({ intent, content })).toEqual({ step: { total: 1, problems: [{ line: 14, name: "value", problem: "number", shown: "1e309" }] } });
    }
    const unknown = fileOf("<script>alert(1)</script>", ...FIGURES, "item:no-such-question,share,o0,5");
    expect(await send({ intent: "confirm", content: unknown })).toMatchObject({ step: { problems: [{ line: 13, problem: "part" }] } });
    expect(await imported()).toEqual([]);
  });

  it("take no question of another assessment", async () => {
    const other = fileOf("Other", "item:site-organisation,share,by-need,5");
    expect(await look(other)).toMatchObject({ step: { problems: [{ problem: "part" }] } });
  });

  it("take no form that the page does not send", async () => {
    const content = fileOf("Shops", ...FIGURES);
    const wrong: Record<string, string>[] = [
      { intent: "confirm", content, n: "5" },
      { intent: "remove", set: "1" },
      { intent: "remove", set: randomUUID(), content },
      { intent: "empty" },
    ];
    for (const fields of wrong) await expect(send(fields)).rejects.toMatchObject({ status: 400 });
    await expect(send({ intent: "look", set: new Blob(["x"]) })).rejects.toMatchObject({ status: 400 });
  });

  it("cannot be written by who is inside an organisation, nor hold what is no figure", async () => {
    const organizationId = randomUUID();
    const set = { slug: "seven-ps", name: "N", source: "S", url: null, year: 2019, method: "M", licence: "L", n: 1 };
    await expect(withTenant(db(), { organizationId }, (tx) => tx.referenceSet.createMany({ data: [set] }))).rejects.toThrow();
    expect(await withTenant(db(), { organizationId }, (tx) => tx.referenceSet.count())).toBe(0);
    for (const value of [NaN, -1, 101, Infinity]) {
      await expect(importReferenceSet(db(), operator, { ...set, values: [{ part: "overall", kind: "mean", at: "", value }] })).rejects.toThrow();
    }
    await expect(importReferenceSet(db(), operator, { ...set, n: 0, values: [] })).rejects.toThrow();
    expect(await imported()).toEqual([]);
  });
});

describe("the content check of reference sets", () => {
  const FILE = "references/shops.yaml";
  const SET = `id: shops
assessment: shop
name: Shops
source: An institute
year: null
n: 40
method: Asked.
licence: None.
values:
  - {part: overall, kind: mean, value: 50}
  - {part: "item:greeting", kind: share, at: never, value: 10}
`;
  const after = (from: string, to: string) =>
    problemsAfter((tree) => {
      newerKinds(tree);
      tree[FILE] = SET;
      replace(FILE, from, to)(tree);
    });

  it("takes one that fits its assessment", () => {
    expect(after("Asked.", "Asked well.")).toEqual([]);
  });

  it.each<[string, string, string, number, string]>([
    ["another id than its file", "id: shops", "id: shop", 1, 'the id is "shop", the file is called shops.yaml'],
    ["an unknown assessment", "assessment: shop", "assessment: mall", 2, 'there is no assessment "mall"'],
    ["no respondents", "n: 40", "n: 0", 6, "n: Too small: expected number to be >0"],
    ["no method", "method: Asked.\n", "", 1, "method: missing"],
    ["no word on the year", "year: null\n", "", 1, "year: missing"],
    ["an unknown question", '"item:greeting"', '"item:smile"', 11, "the assessment has no such part"],
    ["an unknown answer", "at: never", "at: always", 11, "there is no such answer or percentile"],
    ["a share above everybody", "value: 10", "value: 101", 11, "the figure cannot be so"],
    ["a place of what ranks nothing", "kind: share", "kind: rank", 11, "this part has no figure of this kind"],
    ["a figure twice", "kind: mean, value: 50}", "kind: mean, value: 50}\n  - {part: overall, kind: mean, value: 51}", 11, "this figure stands twice"],
    [
      "a percentile that falls",
      "kind: mean, value: 50}",
      'kind: percentile, at: "25", value: 50}\n  - {part: overall, kind: percentile, at: "75", value: 40}',
      11,
      "this is lower than a lower percentile",
    ],
    [
      "shares of more than everybody",
      "value: 10}",
      'value: 60}\n  - {part: "item:greeting", kind: share, at: when-asked, value: 60}',
      11,
      "the shares of this question add up to more than 100",
    ],
    [
      "a second place without a first",
      '"item:greeting", kind: share, at: never, value: 10',
      '"item:top-fields", kind: rank, at: need, value: 2',
      11,
      "the places are not 1, 2, 3 and so on, each once",
    ],
  ])("finds %s", (_, from, to, line, message) => {
    expect(after(from, to)).toEqual([[FILE, line, message]]);
  });
});
