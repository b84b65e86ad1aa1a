import type { FormEntries } from "#app/domain/assessment/answers-form.ts";
import type { Words } from "#app/words/say.ts";

const MOST_FIELDS = 400;
/** Characters. As much as a whole body may hold: how long a field may be is for its form to say, beside the field and with what was entered. */
const LONGEST_VALUE = 512 * 1024;

/**
 * The text fields of a posted form, in order. Anything that is not one of our forms (a file, a flood of fields, an
 * unreadable body) is refused as a whole.
 * @throws Response 400
 */
export async function readFormEntries(request: Request, words: Words): Promise<FormEntries> {
  const { say } = words;
  const form = await request.formData().catch(() => {
    throw badRequest(say("refusals:formUnreadable"));
  });
  const entries: [string, string][] = [];
  for (const [name, value] of form.entries()) {
    if (typeof value !== "string") throw badRequest(say("refusals:noFiles"));
    if (value.length > LONGEST_VALUE || name.length > 200) throw badRequest(say("refusals:fieldTooLong"));
    if (entries.push([name, value]) > MOST_FIELDS) throw badRequest(say("refusals:tooManyFields"));
  }
  return entries;
}

/**
 * For a form that is nothing but its button. Its body is read to the end all the same, so that a flood is refused before
 * anything is done; without a content type it must be empty.
 * @throws Response 400
 */
export async function readEmptyForm(request: Request, words: Words): Promise<void> {
  if (request.headers.has("Content-Type")) {
    const entries = await readFormEntries(request, words);
    if (entries.length > 0) throw badRequest(words.say("refusals:noFields"));
    return;
  }
  const body = await request.text().catch(() => "unreadable");
  if (body !== "") throw badRequest(words.say("refusals:formUnreadable"));
}

export function badRequest(message: string): Response {
  return new Response(message, { status: 400, statusText: "Bad Request", headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
