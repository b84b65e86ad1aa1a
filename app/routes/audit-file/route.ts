import type { LoaderFunctionArgs } from "@remix-run/node";
import { readAuditQuery } from "#app/domain/tenancy/audit-query.ts";
import { exportEvents } from "#app/services/audit/export-events.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { csvResponse, textStream } from "#app/services/exports/csv.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { wordsIn } from "#app/services/words/words-in.server.ts";

/** The audit trail, or the part of it that is asked for, as a file. */
export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "audit.view");
  const words = wordsIn(language);
  const { wishes, problems } = readAuditQuery(new URL(request.url).searchParams, words);
  if (problems.length > 0) throw new Response(problems.map(({ message }) => message).join("\n"), { status: 422 });
  if (request.method === "HEAD") return csvResponse("", `audit-${access.organization.slug}`);
  return csvResponse(textStream(exportEvents(database(), access, { ...wishes, after: null }, words)), `audit-${access.organization.slug}`);
}
