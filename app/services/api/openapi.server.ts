import { extendZodWithOpenApi, OpenAPIRegistry, OpenApiGeneratorV31 } from "@asteasolutions/zod-to-openapi";
import { z } from "zod";
import { replies } from "./reply-schemas.server.ts";
import { planBodySchema, scoreBodySchema } from "./schemas.server.ts";

extendZodWithOpenApi(z);

type Document = ReturnType<OpenApiGeneratorV31["generateDocument"]>;
export type Operation = {
  method: "get" | "post";
  path: string;
  summary: string;
  description: string;
  body?: z.ZodType;
  reply: z.ZodType;
  slug?: true;
  plans?: true;
};

/** Every operation of the open API, in the order in which one uses them. */
export const operations: Operation[] = [
  { method: "get", path: "/api/v1/assessments", summary: "List the assessments", description: "Slug, version, title, length.", reply: replies.assessments },
  {
    method: "get",
    path: "/api/v1/assessments/{slug}",
    summary: "Read a whole definition",
    description: "Dimensions, items, options with their values, weights, levels, flags, readings and the content hash: everything scoring takes.",
    reply: replies.assessment,
    slug: true,
  },
  {
    method: "post",
    path: "/api/v1/assessments/{slug}/score",
    summary: "Score answers",
    description:
      "Nothing is stored. The value is an option id (single), a list of option ids (multi; in order: ranking), a whole number (scale; shift: the position from 0, with an optional target) or a number (number). An item that is left out is blank. Figures are unrounded.",
    body: scoreBodySchema,
    reply: replies.score,
    slug: true,
  },
  {
    method: "post",
    path: "/api/v1/roadmap/plan",
    summary: "Plan a roadmap",
    description:
      "Answers by assessment, person-weeks per pool with one figure a quarter, and optionally a budget per quarter, pinned and excluded initiatives. Chooses start quarters that maximise the discounted area under the projected score. A plan called optimal is proven; a feasible one comes with the bound and the gap that are left.",
    body: planBodySchema,
    reply: replies.plan,
    plans: true,
  },
  {
    method: "get",
    path: "/api/v1/initiatives",
    summary: "List the initiatives",
    description: "Effort, prerequisites and promises: the data to check a plan with.",
    reply: replies.initiatives,
  },
  { method: "get", path: "/api/v1/kpis", summary: "List the KPIs", description: "Formula, unit, direction and pitfalls.", reply: replies.kpis },
];

let document: Document | undefined;

/** The OpenAPI 3.1 document, generated from the schemas the handlers parse with. */
export function openApiDocument(origin: string): Document {
  document ??= generate();
  return { ...document, servers: [{ url: origin }] };
}

function generate(): Document {
  const registry = new OpenAPIRegistry();
  const problem = { description: "Problem document (RFC 9457)", content: { "application/problem+json": { schema: replies.problem } } };
  for (const { method, path, summary, description, body, reply, slug, plans } of operations) {
    registry.registerPath({
      method,
      path,
      summary,
      description,
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
