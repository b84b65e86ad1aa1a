import type { Language } from "#app/words/language.ts";
import { database } from "../db/database-instance.server.ts";
import { type Portfolio, readPortfolio } from "./read-portfolio.server.ts";

/** The portfolio of a token. @throws Response 404, the same for a wrong token and a missing one */
export async function requirePortfolio(token: string | undefined, language: Language): Promise<Portfolio> {
  const portfolio = token ? await readPortfolio(database(), token, language) : null;
  if (!portfolio) throw new Response("Not found", { status: 404 });
  return portfolio;
}
