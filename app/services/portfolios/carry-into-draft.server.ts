import { SOURCE_LANGUAGE } from "#app/words/language.ts";
import type { Database } from "../db/open-database.server.ts";
import { realmOf } from "../db/realm.server.ts";
import { holdOpen } from "../responses/hold-open.server.ts";
import { type OpenResponse, readResponse } from "../responses/read-response.server.ts";
import { carriedRows } from "./carried-rows.server.ts";
import { portfolioOfResponse } from "./portfolio-of-response.server.ts";
import { readPortfolio } from "./read-portfolio.server.ts";

/**
 * The response as it is once everything said elsewhere in its portfolio is filled in: two assessments that were begun before
 * either was answered ask a shared question once all the same. Only what was never saved here is filled in: an answer that was
 * given here and taken back stays open.
 */
export async function carryIntoDraft<Response extends OpenResponse & { takeToken: string }>(db: Database, response: Response, now: Date): Promise<Response> {
  const { id, takeToken, compiled, revisions, submitted } = response;
  const open = new Set(compiled.definition.items.filter((item) => item.shared !== undefined && revisions[item.id] === undefined).map((item) => item.id));
  if (submitted || open.size === 0) return response;
  const token = await portfolioOfResponse(db, id, takeToken);
  const portfolio = token === null ? null : await readPortfolio(db, token, SOURCE_LANGUAGE);
  const rows = portfolio ? carriedRows(compiled.definition, portfolio, now).filter(({ itemId }) => open.has(itemId)) : [];
  if (rows.length === 0) return response;
  await realmOf(db, response.organizationId).write(async (tx) => {
    // Nothing is filled in behind a result.
    if (await holdOpen(tx, id)) await tx.answer.createMany({ data: rows.map((row) => ({ ...row, responseId: id })), skipDuplicates: true });
  });
  return { ...response, ...(await readResponse(db, takeToken, response.language)) };
}
