import { z } from "zod";
import { paths } from "#app/paths.ts";
import { LANGUAGES } from "#app/words/language.ts";
import type { Words } from "#app/words/say.ts";
import { publicOrigin } from "../env/public-origin-instance.server.ts";
import { badRequest, readFormEntries } from "./read-form-entries.server.ts";

const choiceSchema = z.strictObject({ language: z.enum(LANGUAGES), back: z.string() });

/** A language chosen, and the page of this site to go back to. @throws Response 400 */
export async function readLanguageChoice(request: Request, words: Words): Promise<z.output<typeof choiceSchema>> {
  const entries = await readFormEntries(request, words);
  const parsed = choiceSchema.safeParse(Object.fromEntries(entries));
  if (!parsed.success || entries.length !== 2) throw badRequest(words.say("refusals:otherFields"));
  return { ...parsed.data, back: ownPath(parsed.data.back) };
}

/** An address as browsers read it, with its dots and backslashes settled; the first page where that leads to another host. */
function ownPath(address: string): string {
  const origin = publicOrigin();
  if (!address.startsWith("/") || !URL.canParse(address, origin)) return paths.home;
  const read = new URL(address, origin);
  return read.origin === origin && !read.pathname.startsWith("//") ? read.pathname + read.search : paths.home;
}
