import type { z } from "zod";
import { depthOf } from "./json-depth.server.ts";
import { problem } from "./problem.server.ts";

const DEEPEST = 12;

/**
 * The body of an API request, checked against its schema.
 * @throws Response 415, 400 (not JSON, nested too deeply, forbidden keys) or 422 with the fields at fault
 */
export async function readJson<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.output<Schema>> {
  const type = request.headers.get("Content-Type") ?? "";
  if (!/^application\/json\b/i.test(type)) throw problem(415, "not-json", "Send the body as application/json.");
  const parsed = schema.safeParse(parse(await request.text()));
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.slice(0, 50).map((issue) => ({ field: issue.path.join(".").slice(0, 200), message: issue.message.slice(0, 300) }));
  throw problem(422, "invalid-input", "The input does not have the expected form.", fields);
}

function parse(text: string): unknown {
  if (depthOf(text) > DEEPEST) throw problem(400, "too-deep", "The body is nested too deeply.");
  try {
    return JSON.parse(text, (key, value: unknown) => {
      if (key === "__proto__") throw new SyntaxError("__proto__ is not a key");
      return value;
    });
  } catch {
    throw problem(400, "malformed-json", "The body is not well-formed JSON, or has a key that is not allowed.");
  }
}
