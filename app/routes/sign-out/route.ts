import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { paths } from "#app/paths.ts";
import { readEmptyForm } from "#app/services/api/read-form-entries.server.ts";
import { identity } from "#app/services/identity/identity-instance.server.ts";
import { signOut } from "#app/services/identity/sign-out.server.ts";
import { wordsIn } from "#app/services/words/words-in.server.ts";

/** Signing out is a form's button; whoever comes by a link stays signed in. */
export function loader() {
  return redirect(paths.home);
}

export async function action({ request, context: { language } }: ActionFunctionArgs) {
  await readEmptyForm(request, wordsIn(language));
  return redirect(paths.home, { status: 303, headers: await signOut(identity(), request) });
}
