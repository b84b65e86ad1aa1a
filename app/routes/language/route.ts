import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { readLanguageChoice } from "#app/services/api/read-language-choice.server.ts";
import { keepLanguage } from "#app/services/words/language-cookie.server.ts";

export function loader(): never {
  throw new Response("Not found", { status: 404 });
}

export async function action({ request }: ActionFunctionArgs) {
  const { language, back } = await readLanguageChoice(request);
  return redirect(back, { status: 303, headers: { "Set-Cookie": await keepLanguage(language) } });
}
