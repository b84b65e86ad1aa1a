import type { RoadmapEntry } from "#app/domain/board/roadmap-entry.ts";
import { ROADMAP_FORMATS, type RoadmapFormat } from "#app/domain/board/roadmap-formats.ts";
import { dayIn } from "#app/domain/kpis/reading-period.ts";
import type { Words } from "#app/words/say.ts";
import type { Database } from "../db/open-database.server.ts";
import { attachmentResponse } from "../exports/attachment.server.ts";
import { recordFile } from "../exports/record-file.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { readRoadmapEntries } from "./read-roadmap-entries.server.ts";
import { roadmapCalendar } from "./roadmap-calendar.server.ts";
import { roadmapCsv } from "./roadmap-csv.server.ts";
import { roadmapDocument } from "./roadmap-document.server.ts";
import { roadmapForAzure } from "./roadmap-for-azure.server.ts";
import { roadmapForJira } from "./roadmap-for-jira.server.ts";
import { roadmapWorkbook } from "./roadmap-workbook.server.ts";

const MEDIA_TYPES: Record<RoadmapFormat, string> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  ics: "text/calendar; charset=utf-8; method=PUBLISH",
  "jira.csv": "text/csv; charset=utf-8",
  "azure-devops.csv": "text/csv; charset=utf-8",
};

export const mediaTypeOf = (format: RoadmapFormat) => MEDIA_TYPES[format];

/** A roadmap as a file of one of its formats, in the reader's language; that it was taken is in the audit trail. */
export async function exportRoadmap(db: Database, access: Access, format: RoadmapFormat, words: Words, now: Date): Promise<string | Uint8Array<ArrayBuffer>> {
  const entries = await readRoadmapEntries(db, access, words.language);
  await recordFile(db, access, "roadmap.exported");
  return contentOf(entries, access, format, words, now);
}

function contentOf(
  entries: readonly RoadmapEntry[],
  { organization }: Access,
  format: RoadmapFormat,
  words: Words,
  now: Date,
): string | Promise<Uint8Array<ArrayBuffer>> {
  const { name, timeZone } = organization;
  switch (format) {
    case "xlsx":
      return roadmapWorkbook(entries, words);
    case "csv":
      return roadmapCsv(entries, words);
    case "md":
      return roadmapDocument(entries, { heading: words.say("roadmapColumns:heading", { name }), day: dayIn(timeZone, now) }, words);
    case "ics":
      return roadmapCalendar(entries, name, words, now);
    case "jira.csv":
      return roadmapForJira(entries, words);
    case "azure-devops.csv":
      return roadmapForAzure(entries, words);
  }
}

/** The answer with a roadmap as a file; a HEAD gets its head, and takes nothing. @throws Response 404 for a format that there is none of */
export async function roadmapFileResponse(
  db: Database,
  access: Access,
  asked: { format: string | undefined; method: string },
  words: Words,
  now: Date,
): Promise<Response> {
  const format = ROADMAP_FORMATS.find((known) => known === asked.format);
  if (!format) throw new Response("Not found", { status: 404 });
  const file = { name: `roadmap-${access.organization.slug}${format.includes(".") ? "-" : "."}${format}`, mediaType: MEDIA_TYPES[format] };
  return attachmentResponse(asked.method === "HEAD" ? null : await exportRoadmap(db, access, format, words, now), file);
}
