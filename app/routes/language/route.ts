import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { readLanguageChoice } from "#app/services/api/read-language-choice.server.ts";
import { wordsIn } from "#app/services/words/words-in.server.ts";
import { keepLanguage } from "#app/services/words/language-cookie.server.ts";

export function loader(): never {
  throw new Response("Not found", { status: 404 });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { language, back } = await readLanguageChoice(request, wordsIn(context.language));
  return redirect(back, { status: 303, headers: { "Set-Cookie": await keepLanguage(language) } });
}
