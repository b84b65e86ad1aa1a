import type { Words } from "#app/words/say.ts";
import { badRequest, readFormEntries } from "./read-form-entries.server.ts";

/** The fields of a posted form by name. @throws Response 400, also for a field that comes twice */
export async function readFields(request: Request, words: Words): Promise<Record<string, string>> {
  const entries = await readFormEntries(request, words);
  if (new Set(entries.map(([name]) => name)).size !== entries.length) throw badRequest(words.say("refusals:fieldTwice"));
  // Without a prototype: a field may have any name.
  return Object.assign(Object.create(null) as Record<string, string>, Object.fromEntries(entries));
}
