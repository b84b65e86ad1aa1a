import { extendZodWithOpenApi, OpenAPIRegistry, OpenApiGeneratorV31 } from "@asteasolutions/zod-to-openapi";
import { z } from "zod";
import { SOURCE_LANGUAGE } from "#app/words/language.ts";
import { wordsIn } from "../words/words-in.server.ts";
import { replies } from "./reply-schemas.server.ts";
import { planBodySchema, scoreBodySchema } from "./schemas.server.ts";

extendZodWithOpenApi(z);

type Document = ReturnType<OpenApiGeneratorV31["generateDocument"]>;
/** `method:…Summary` and `method:…Description` say what it does. */
type OperationId = "listAssessments" | "readDefinition" | "scoreAnswers" | "planRoadmap" | "listInitiatives" | "listKpis";
export type Operation = { id: OperationId; method: "get" | "post"; path: string; body?: z.ZodType; reply: z.ZodType; slug?: true; plans?: true };

/** Every operation of the open API, in the order in which one uses them. */
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
];

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
  for (const { id, method, path, body, reply, slug, plans } of operations) {
    registry.registerPath({
      method,
      path,
      summary: say(`method:${id}Summary`),
      description: say(`method:${id}Description`),
      request: {
        ...(slug ? { params: z.object({ slug: z.string() }) } : {}),
        ...(body ? { body: { required: true, content: { "application/json": { schema: body } } } } : {}),
      },
      responses: {
        200: { description: "OK", content: { "application/json": { schema: reply } } },
        ...(body ? { 400: problem, 413: problem, 415: problem, 422: problem } : {}),
        ...(slug ? { 404: problem } : {}),
        429: problem,
        ...(plans ? { 503: problem } : {}),
      },
    });
  }
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: "3.1.0",
    info: { title: "Pinhigh", version: "1", description: "Open operations: no key, rate-limited. Errors are problem documents." },
  });
}
