import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { paths } from "#app/paths.ts";
import { readLanguageChoice } from "#app/services/api/read-language-choice.server.ts";
import { wordsIn } from "#app/services/words/words-in.server.ts";
import { keepLanguage } from "#app/services/words/language-cookie.server.ts";

/** A language is chosen by a form; whoever comes by a link is shown the first page, and nothing is kept. */
export function loader() {
  return redirect(paths.home);
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { language, back } = await readLanguageChoice(request, wordsIn(context.language));
  return redirect(back, { status: 303, headers: { "Set-Cookie": await keepLanguage(language) } });
}
