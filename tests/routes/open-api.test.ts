import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { seededRandom } from "#app/domain/scoring/seeded-random.ts";
import { operations } from "#app/services/api/openapi.server.ts";
import { replies } from "#app/services/api/reply-schemas.server.ts";
import { scoreAnswers } from "#app/services/api/score-answers.server.ts";
import { bindCatalog } from "#app/services/content/catalog-instance.server.ts";
import { loadContent } from "#app/services/content/load-content.server.ts";
import { oracleScore } from "../oracle/score-oracle.ts";
import { type Product, startProduct } from "../setup/start-product.ts";
import { type Client, clientOf } from "./product-client.ts";
import { randomAnswers } from "./random-answers.ts";

const loaded = loadContent("content");
if (!("catalog" in loaded)) throw new Error("the content has problems");
const { catalog } = loaded;
bindCatalog(catalog);

let product: Product;
let client: Client;
beforeAll(async () => {
  product = await startProduct();
  client = clientOf(product);
});
afterAll(() => product.stop());

/** Parses and insists that the schema knows every key: nothing undocumented leaves. */
function strictly<Schema extends z.ZodType>(schema: Schema, reply: unknown): z.output<Schema> {
  const parsed = schema.parse(reply);
  expect(parsed).toEqual(reply);
  return parsed;
}

type Schema = Record<string, unknown>;
type Operation = {
  parameters?: { name: string; in: string; required: boolean }[];
  security?: Record<string, string[]>[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>;
};
type Document = { openapi: string; info: { title: string; version: string }; servers: { url: string }[]; paths: Record<string, Record<string, Operation>> };

const document = async () => (await client.ask("/api/v1/openapi.json")).json() as Document;
const slugs = catalog.assessments.map((a) => a.definition.slug);

describe("the OpenAPI document", () => {
  it("is OpenAPI 3.1 and lists every operation with its parameters, and no other", async () => {
    const { openapi, info, servers, paths } = await document();
    expect(openapi).toMatch(/^3\.1\.\d$/);
    expect(info).toMatchObject({ title: "Pinhigh", version: "1" });
    expect(servers).toEqual([{ url: product.url }]);
    const listed = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
    expect(listed.sort()).toEqual(operations.map(({ method, path }) => `${method} ${path}`).sort());
    expect(listed).toEqual([
      "get /api/v1/assessments",
      "get /api/v1/assessments/{slug}",
      "get /api/v1/benchmarks/{slug}",
      "get /api/v1/initiatives",
      "get /api/v1/kpis",
      "get /api/v1/kpis/{id}/readings",
      "get /api/v1/organization/kpis",
      "post /api/v1/assessments/{slug}/score",
      "post /api/v1/kpis/{id}/readings",
      "post /api/v1/roadmap/plan",
    ]);
    for (const [path, methods] of Object.entries(paths)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      for (const [method, operation] of Object.entries(methods)) {
        const parameters = operation.parameters ?? [];
        const inPath = parameters.filter((p) => p.in === "path");
        expect(inPath.map((p) => p.name)).toEqual(named);
        expect(inPath.every((p) => p.required)).toBe(true);
        // With a key: lists come in pages, and what changes something is sent once.
        const beside = parameters.filter((p) => p.in !== "path").map((p) => `${p.name} in ${p.in}, ${p.required ? "required" : "optional"}`);
        const needsKey = operation.security !== undefined;
        expect(beside.sort()).toEqual(
          !needsKey
            ? []
            : path.includes("/benchmarks/")
              ? ["cohort in query, optional"]
              : method === "get"
                ? ["cursor in query, optional", "limit in query, optional"]
                : ["Idempotency-Key in header, required"],
        );
        expect(Object.keys(operation.responses).includes("401")).toBe(needsKey);
        expect(Object.values(operation.responses).every((response) => response.description.length > 0)).toBe(true);
        expect(operation.requestBody !== undefined).toBe(method === "post");
      }
    }
  });

  it("has schemas of JSON Schema 2020-12: no keyword of older versions, every reference leads somewhere", async () => {
    const whole = await document();
    const visit = (node: unknown): void => {
      if (typeof node !== "object" || node === null) return;
      const schema = node as Schema;
      for (const old of ["nullable", "definitions", "id$"]) expect(Object.keys(schema)).not.toContain(old);
      if (typeof schema["exclusiveMinimum"] === "boolean" || typeof schema["exclusiveMaximum"] === "boolean") throw new Error("a boolean bound is of draft 4");
      const reference = schema["$ref"];
      if (typeof reference === "string") {
        const steps = reference.replace(/^#\//, "").split("/");
        expect(steps.reduce<unknown>((at, step) => (at as Schema | undefined)?.[step], whole)).toBeDefined();
      }
      Object.values(schema).forEach(visit);
    };
    visit(whole.paths);
  });

  it("describes what is really sent: replies fit the schemas of the document itself", async () => {
    const { paths } = await document();
    const check = (method: string, path: string, status: string, type: string, reply: unknown) => {
      const schema = paths[path]![method]!.responses[status]!.content![type]!.schema;
      z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]).parse(reply);
    };
    const get = async (path: string) => (await client.ask(path)).json();
    check("get", "/api/v1/assessments", "200", "application/json", await get("/api/v1/assessments"));
    check("get", "/api/v1/initiatives", "200", "application/json", await get("/api/v1/initiatives"));
    check("get", "/api/v1/kpis", "200", "application/json", await get("/api/v1/kpis"));
    for (const slug of slugs) {
      check("get", "/api/v1/assessments/{slug}", "200", "application/json", await get(`/api/v1/assessments/${slug}`));
      const answers = catalog.assessmentBySlug.get(slug)!.example.answers;
      const scored = await client.postJson(`/api/v1/assessments/${slug}/score`, { answers });
      check("post", "/api/v1/assessments/{slug}/score", "200", "application/json", scored.json());
    }
    const refused = await client.postJson(`/api/v1/assessments/${slugs[0]}/score`, { answers: { nothing: { state: "blank" } } });
    check("post", "/api/v1/assessments/{slug}/score", "422", "application/problem+json", refused.json());
    const large = await client.postJson("/api/v1/roadmap/plan", " ".repeat(600 * 1024));
    check("post", "/api/v1/roadmap/plan", "413", "application/problem+json", large.json());
  });
});

describe("lists and definitions", () => {
  it("are exactly of their schemas", async () => {
    const { items } = strictly(replies.assessments, (await client.ask("/api/v1/assessments")).json());
    expect(items.map((i) => i.slug)).toEqual(slugs);
    expect(strictly(replies.initiatives, (await client.ask("/api/v1/initiatives")).json()).items).toEqual(catalog.initiatives);
    expect(strictly(replies.kpis, (await client.ask("/api/v1/kpis")).json()).items).toEqual(catalog.kpis);
    for (const slug of slugs) {
      const { hash, ...definition } = strictly(replies.assessment, (await client.ask(`/api/v1/assessments/${slug}`)).json());
      expect({ hash, definition }).toEqual({ hash: catalog.assessmentBySlug.get(slug)!.hash, definition: catalog.assessmentBySlug.get(slug)!.definition });
    }
  });
});

describe("scores", () => {
  it.each(slugs)("of random answers to %s are the domain's, to the last digit", async (slug) => {
    const entry = catalog.assessmentBySlug.get(slug)!;
    const random = seededRandom(7);
    for (let run = 0; run < 20; run++) {
      const answers = randomAnswers(entry.definition, random);
      const reply = await client.postJson(`/api/v1/assessments/${slug}/score`, { answers });
      expect(reply.status, reply.body).toBe(200);
      const scored = strictly(replies.score, reply.json());
      const expected = JSON.stringify(scoreAnswers(entry, answers, new Date().toISOString().slice(0, 10)));
      expect(reply.body).toBe(expected);
      expect(scored.overall.score).toBe(oracleScore(entry.definition, answers).overall.score);
    }
  });

  it("of nothing applicable are no score, never 0", async () => {
    for (const { definition } of catalog.assessments) {
      const answers = Object.fromEntries(definition.items.map((item) => [item.id, { state: "not_applicable" }]));
      const { overall, dimensions } = strictly(replies.score, (await client.postJson(`/api/v1/assessments/${definition.slug}/score`, { answers })).json());
      expect(overall).toMatchObject({ score: null, level: null, gatedLevel: null, band: null });
      expect(dimensions.every((d) => d.score === null && d.reason === "nothing-applicable")).toBe(true);
    }
  });
});

describe("an address of the API that is not there, or not for this method", () => {
  it.each([
    ["GET", "/api/v1/nothing", 404],
    ["GET", "/api", 404],
    ["POST", "/api/v2/assessments", 404],
    ["GET", "/api/v1/assessments/nothing", 404],
    ["POST", "/api/v1/assessments/nothing/score", 404],
    ["POST", "/api/v1/kpis", 405],
    ["GET", "/api/v1/roadmap/plan", 405],
    ["PUT", "/api/v1/roadmap/plan", 405],
    ["DELETE", "/api/v1/kpis", 405],
  ])("%s %s is a problem document with status %i", async (method, path, status) => {
    const reply = await client.ask(path, {
      method,
      headers: method === "GET" ? {} : { "Content-Type": "application/json" },
      body: method === "GET" ? null : "{}",
    });
    expect(reply.status).toBe(status);
    expect(reply.headers.get("Content-Type")).toMatch(/^application\/problem\+json/);
    expect(strictly(replies.problem, reply.json()).status).toBe(status);
    if (status === 405) expect(reply.headers.get("Allow")).toMatch(/GET|POST/);
  });
});
