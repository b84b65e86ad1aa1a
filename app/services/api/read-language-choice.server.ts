import { z } from "zod";
import { LANGUAGES } from "#app/words/language.ts";
import type { Words } from "#app/words/say.ts";
import { badRequest, readFormEntries } from "./read-form-entries.server.ts";

/** A path of this site: never another host, however a browser may read its slashes. */
const ownPathSchema = z.string().regex(/^\/(?![/\\])[\x21-\x7e]*$/);
const choiceSchema = z.strictObject({ language: z.enum(LANGUAGES), back: ownPathSchema });

/** A language chosen, and the page it was chosen on. @throws Response 400 */
export async function readLanguageChoice(request: Request, words: Words): Promise<z.output<typeof choiceSchema>> {
  const entries = await readFormEntries(request, words);
  const parsed = choiceSchema.safeParse(Object.fromEntries(entries));
  if (!parsed.success || entries.length !== 2) throw badRequest(words.say("refusals:otherFields"));
  return parsed.data;
}
