import type { LoaderFunctionArgs } from "@remix-run/node";
import { trendRows } from "#app/domain/trends/trend-words.ts";
import { readTrendQuery, trendPage } from "#app/services/changes/trend-page.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { csvResponse, csvRows } from "#app/services/exports/csv.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { wordsIn } from "#app/services/words/words-in.server.ts";

/** The figures of a trend as a file; without any, its head. */
export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "results.view");
  const words = wordsIn(language);
  const { trend } = await trendPage(database(), access, readTrendQuery(request), words);
  const { head, rows } = trendRows(trend ?? NOTHING, words);
  return csvResponse(csvRows([head, ...rows], true), `trend-${access.organization.slug}`);
}

const NOTHING = { slug: "", title: "", part: null, periods: [], versions: [], respondents: [], asked: [], isAnonymous: [], points: null, items: null };
