import { z } from "zod";
import { paths } from "#app/paths.ts";
import { LANGUAGES } from "#app/words/language.ts";
import type { Words } from "#app/words/say.ts";
import { ownPath } from "../env/own-path.server.ts";
import { badRequest, readFormEntries } from "./read-form-entries.server.ts";

const choiceSchema = z.strictObject({ language: z.enum(LANGUAGES), back: z.string() });

/** A language chosen, and the page of this site to go back to. @throws Response 400 */
export async function readLanguageChoice(request: Request, words: Words): Promise<z.output<typeof choiceSchema>> {
  const entries = await readFormEntries(request, words);
  const parsed = choiceSchema.safeParse(Object.fromEntries(entries));
  if (!parsed.success || entries.length !== 2) throw badRequest(words.say("refusals:otherFields"));
  return { ...parsed.data, back: ownPath(parsed.data.back) ?? paths.home };
}
