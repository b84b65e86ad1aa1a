import type { LoaderFunctionArgs } from "@remix-run/node";
import { readEvidenceQuery } from "#app/domain/evidence/evidence-query.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { exportEvidence } from "#app/services/evidence/export-evidence.server.ts";
import { csvResponse } from "#app/services/exports/csv.server.ts";
import { requireAccess } from "#app/services/tenancy/require-access.server.ts";
import { wordsIn } from "#app/services/words/words-in.server.ts";

/** The register of evidence, or the part of it that is asked for, as a file. */
export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const access = await requireAccess(request, params["org"], "evidence.export");
  if (request.method === "HEAD") return csvResponse("", `evidence-${access.organization.slug}`);
  const query = readEvidenceQuery(new URL(request.url).searchParams);
  const today = new Date().toISOString().slice(0, 10);
  return csvResponse(await exportEvidence(database(), access, query, wordsIn(language), today), `evidence-${access.organization.slug}`);
}
