import type { AssessmentEntry } from "../content/load-content.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { newToken, resultTokenOf, tokenHash } from "./respondent-token.server.ts";

/** Begins a response to the current version of an assessment; the returned token is the only way back to it. */
export async function startResponse(db: Database, assessment: AssessmentEntry): Promise<{ takeToken: string }> {
  const takeToken = newToken();
  await db.response.create({
    data: {
      takeTokenHash: tokenHash(takeToken),
      resultTokenHash: tokenHash(resultTokenOf(takeToken)),
      assessmentHash: assessment.hash,
    },
    select: { id: true },
  });
  return { takeToken };
}
