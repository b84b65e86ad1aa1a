import type { FormEntries } from "#app/domain/assessment/answers-form.ts";

const MOST_FIELDS = 400;
const LONGEST_VALUE = 4_000;

/**
 * The text fields of a posted form, in order. Anything that is not one of our forms (a file, a flood of fields, an
 * unreadable body) is refused as a whole.
 * @param longestValue characters of a field; a form that comes back with what was entered may leave it to the limit of bodies
 * @throws Response 400
 */
export async function readFormEntries(request: Request, longestValue = LONGEST_VALUE): Promise<FormEntries> {
  const form = await request.formData().catch(() => {
    throw badRequest("The form could not be read.");
  });
  const entries: [string, string][] = [];
  for (const [name, value] of form.entries()) {
    if (typeof value !== "string") throw badRequest("This form takes no files.");
    if (value.length > longestValue || name.length > 200) throw badRequest("A field of the form is too long.");
    if (entries.push([name, value]) > MOST_FIELDS) throw badRequest("The form has too many fields.");
  }
  return entries;
}

/**
 * For a form that is nothing but its button. Its body is read to the end all the same, so that a flood is refused before
 * anything is done; without a content type it must be empty.
 * @throws Response 400
 */
export async function readEmptyForm(request: Request): Promise<void> {
  if (request.headers.has("Content-Type")) {
    const entries = await readFormEntries(request);
    if (entries.length > 0) throw badRequest("This form takes no fields.");
    return;
  }
  const body = await request.text().catch(() => "unreadable");
  if (body !== "") throw badRequest("The form could not be read.");
}

export function badRequest(message: string): Response {
  return new Response(message, { status: 400, statusText: "Bad Request", headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
