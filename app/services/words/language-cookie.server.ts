import { createCookie } from "@remix-run/node";
import { z } from "zod";
import { type Language, LANGUAGES } from "#app/words/language.ts";
import { publicOrigin } from "../env/public-origin-instance.server.ts";

const YEAR_SECONDS = 365 * 24 * 60 * 60;
const languageSchema = z.enum(LANGUAGES);

/** The one thing kept in a browser without an account, and only once a language was chosen. */
function languageCookie() {
  const secure = publicOrigin().startsWith("https:");
  return createCookie(secure ? "__Host-language" : "language", { path: "/", sameSite: "lax", httpOnly: true, secure, maxAge: YEAR_SECONDS });
}

/** The language chosen in this browser; null when none was, or the cookie is not ours. */
export async function chosenLanguage(cookieHeader: string | null): Promise<Language | null> {
  const chosen = languageSchema.safeParse(await languageCookie().parse(cookieHeader));
  return chosen.success ? chosen.data : null;
}

/** The header that keeps a chosen language. */
export function keepLanguage(language: Language): Promise<string> {
  return languageCookie().serialize(language);
}
