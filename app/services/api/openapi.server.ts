import { extendZodWithOpenApi, OpenAPIRegistry, OpenApiGeneratorV31 } from "@asteasolutions/zod-to-openapi";
import { z } from "zod";
import type { KeyScope } from "#app/domain/access/key-form.ts";
import { SOURCE_LANGUAGE } from "#app/words/language.ts";
import { wordsIn } from "../words/words-in.server.ts";
import { replies } from "./reply-schemas.server.ts";
import { planBodySchema, readingBodySchema, scoreBodySchema } from "./schemas.server.ts";

extendZodWithOpenApi(z);

type Document = ReturnType<OpenApiGeneratorV31["generateDocument"]>;
/** `method:…Summary` and `method:…Description` say what it does. */
type OperationId =
  | "listAssessments"
  | "readDefinition"
  | "scoreAnswers"
  | "planRoadmap"
  | "listInitiatives"
  | "listKpis"
  | "readBenchmark"
  | "listFollowedKpis"
  | "listReadings"
  | "addReading";
export type Operation = {
  id: OperationId;
  method: "get" | "post";
  path: string;
  body?: z.ZodType;
  reply: z.ZodType;
  slug?: true;
  plans?: true;
  /** What a key has to be allowed; absent: no key is asked for. */
  key?: KeyScope;
  /** A list that is read page by page. */
  paged?: true;
  /** Beside a group of organisations, by its key. */
  cohort?: true;
  /** Of one KPI, by its id. */
  kpi?: true;
};

/** Every operation, in the order in which one uses them: the open ones, then those with a key. */
export const operations: Operation[] = [
  { id: "listAssessments", method: "get", path: "/api/v1/assessments", reply: replies.assessments },
  {
    id: "readDefinition",
    method: "get",
    path: "/api/v1/assessments/{slug}",
    reply: replies.assessment,
    slug: true,
  },
  {
    id: "scoreAnswers",
    method: "post",
    path: "/api/v1/assessments/{slug}/score",
    body: scoreBodySchema,
    reply: replies.score,
    slug: true,
  },
  {
    id: "planRoadmap",
    method: "post",
    path: "/api/v1/roadmap/plan",
    body: planBodySchema,
    reply: replies.plan,
    plans: true,
  },
  {
    id: "listInitiatives",
    method: "get",
    path: "/api/v1/initiatives",
    reply: replies.initiatives,
  },
  { id: "listKpis", method: "get", path: "/api/v1/kpis", reply: replies.kpis },
  { id: "readBenchmark", method: "get", path: "/api/v1/benchmarks/{slug}", reply: replies.benchmark, key: "read", slug: true, cohort: true },
  { id: "listFollowedKpis", method: "get", path: "/api/v1/organization/kpis", reply: replies.organizationKpis, key: "read", paged: true },
  { id: "listReadings", method: "get", path: "/api/v1/kpis/{id}/readings", reply: replies.readings, key: "read", paged: true, kpi: true },
  { id: "addReading", method: "post", path: "/api/v1/kpis/{id}/readings", body: readingBodySchema, reply: replies.reading, key: "write", kpi: true },
];

const pageParameters = z.object({ cursor: z.string().optional(), limit: z.number().int().min(1).max(200).default(100) });
const cohortParameter = z.object({ cohort: z.string().max(120).optional() });
const onceHeader = z.object({ "Idempotency-Key": z.string().min(1).max(100) });

let document: Document | undefined;

/** The OpenAPI 3.1 document, generated from the schemas the handlers parse with. */
export function openApiDocument(origin: string): Document {
  document ??= generate();
  return { ...document, servers: [{ url: origin }] };
}

function generate(): Document {
  const { say } = wordsIn(SOURCE_LANGUAGE);
  const registry = new OpenAPIRegistry();
  const problem = { description: "Problem document (RFC 9457)", content: { "application/problem+json": { schema: replies.problem } } };
  registry.registerComponent("securitySchemes", "key", { type: "http", scheme: "bearer" });
  for (const { id, method, path, body, reply, slug, plans, key, paged, cohort, kpi } of operations) {
    // What writes is done once for its Idempotency-Key, and makes something.
    const writes = key === "write";
    registry.registerPath({
      method,
      path,
      summary: say(`method:${id}Summary`),
      description: say(`method:${id}Description`),
      ...(key ? { security: [{ key: [] }] } : {}),
      request: {
        ...(kpi ? { params: z.object({ id: z.uuid() }) } : {}),
        ...(paged ? { query: pageParameters } : {}),
        ...(cohort ? { query: cohortParameter } : {}),
        ...(writes ? { headers: onceHeader } : {}),
        ...(slug ? { params: z.object({ slug: z.string() }) } : {}),
        ...(body ? { body: { required: true, content: { "application/json": { schema: body } } } } : {}),
      },
      responses: {
        [writes ? 201 : 200]: { description: writes ? "Created" : "OK", content: { "application/json": { schema: reply } } },
        ...(key ? { 401: problem } : {}),
        ...(writes ? { 403: problem, 409: problem } : {}),
        ...(paged || cohort ? { 422: problem } : {}),
        ...(body ? { 400: problem, 413: problem, 415: problem, 422: problem } : {}),
        ...(slug || kpi ? { 404: problem } : {}),
        429: problem,
        ...(plans ? { 503: problem } : {}),
      },
    });
  }
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: "3.1.0",
    info: {
      title: "Pinhigh",
      version: "1",
      description: "Open operations take no key; those of an organisation take one of its keys. All are rate-limited. Errors are problem documents.",
    },
  });
}
