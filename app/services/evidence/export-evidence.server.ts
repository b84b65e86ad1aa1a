import type { EvidenceQuery } from "#app/domain/evidence/evidence-query.ts";
import { evidenceState } from "#app/domain/evidence/evidence-state.ts";
import type { Words } from "#app/words/say.ts";
import { assessmentTitle } from "../content/assessment-title.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { csvRows } from "../exports/csv.server.ts";
import { recordFile } from "../exports/record-file.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { listEvidence } from "./list-evidence.server.ts";
import { allQuestions, questionText } from "./question-texts.server.ts";

/** The register, or the part of it that is asked for, as CSV with a head in words; that it was taken is in the audit trail. */
export async function exportEvidence(
  db: Database,
  access: Access,
  { page: _, ...query }: EvidenceQuery,
  { say, language }: Words,
  today: string,
): Promise<string> {
  const { rows } = await listEvidence(db, access, query, { today, questions: allQuestions(language) });
  await recordFile(db, access, "evidence.exported");
  const head = [
    ...[say("evidence:assessment"), say("evidence:question"), say("evidence:title"), say("evidence:link"), say("evidence:file")],
    ...[say("evidence:owner"), say("evidence:lastDay"), say("evidence:state")],
  ];
  const lines = rows.map(({ slug, item, title, link, file, owner, expires }) => [
    ...[assessmentTitle(slug, language), questionText(slug, item, language), title, link, file, owner, expires],
    say(`evidence:state_${evidenceState(expires, today)}`),
  ]);
  return csvRows([head, ...lines], true);
}
