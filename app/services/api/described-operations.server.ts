import type { Words } from "#app/words/say.ts";
import { catalog } from "../content/catalog-instance.server.ts";
import { openApiDocument, operations } from "./openapi.server.ts";

export type DescribedOperation = { method: string; path: string; summary: string; description: string; curl: string; reply: string };

/** The operations for people to read: with a command that works as it stands, from the example answers. */
export function describedOperations(origin: string, { say }: Words): DescribedOperation[] {
  const { definition, example } = catalog().assessments[0]!;
  const answers = JSON.stringify(Object.fromEntries(Object.entries(example.answers).slice(0, 2)));
  const bodies: Record<string, string> = {
    "/api/v1/assessments/{slug}/score": `{"answers": ${answers}}`,
    "/api/v1/kpis/{id}/readings": '{"on": "2027-03-31", "value": 42.5}',
    "/api/v1/roadmap/plan": `{"answers": {"${definition.slug}": ${JSON.stringify(example.answers)}},\n    "quarters": 2, "capacity": {"people": [3, 3], "process": [3, 3], "content": [3, 3]}}`,
  };
  return operations.map(({ id, method, path, key }) => {
    const url = `{origin}${path.replace("{slug}", definition.slug)}`;
    const body = method === "post" ? bodies[path] : undefined;
    const headers = [
      ...(key ? ["Authorization: Bearer {key}"] : []),
      ...(key === "write" ? ["Idempotency-Key: reading-of-march"] : []),
      ...(body ? ["Content-Type: application/json"] : []),
    ];
    const curl = [`curl ${url}`, ...headers.map((header) => `-H '${header}'`), ...(body ? [`-d '${body}'`] : [])].join(" \\\n  ");
    const responses = openApiDocument(origin).paths?.[path]?.[method]?.responses as Record<string, { content?: Record<string, { schema?: unknown }> }>;
    const schema = (responses["200"] ?? responses["201"])?.content?.["application/json"]?.schema;
    return { method, path, summary: say(`method:${id}Summary`), description: say(`method:${id}Description`), curl, reply: JSON.stringify(schema, null, 2) };
  });
}
