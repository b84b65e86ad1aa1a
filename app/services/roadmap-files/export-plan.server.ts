import { type Pillar, PILLARS } from "#app/domain/assessment/vocabulary.ts";
import type { RoadmapEntry } from "#app/domain/board/roadmap-entry.ts";
import { PLAN_FORMATS, type PlanFormat } from "#app/domain/board/roadmap-formats.ts";
import { quarterAfter } from "#app/domain/cycles/period.ts";
import { dayIn } from "#app/domain/kpis/reading-period.ts";
import type { PlanResult } from "#app/domain/roadmap/plan.ts";
import type { PlanInputs } from "#app/domain/scenarios/plan-inputs.ts";
import type { Words } from "#app/words/say.ts";
import type { Database } from "../db/open-database.server.ts";
import { attachmentResponse } from "../exports/attachment.server.ts";
import { recordFile } from "../exports/record-file.server.ts";
import { planContext } from "../scenarios/plan-context.server.ts";
import type { Scenario } from "../scenarios/read-scenario.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { mediaTypeOf } from "./export-roadmap.server.ts";
import { roadmapCsv } from "./roadmap-csv.server.ts";
import { roadmapDocument } from "./roadmap-document.server.ts";
import { roadmapWorkbook } from "./roadmap-workbook.server.ts";

type Asked = { access: Access; scenario: Scenario; format: string | undefined; method: string };

/**
 * The answer with the plan of a scenario as a file, in the reader's language; that it was taken is in the audit trail. A HEAD gets its head, and takes nothing.
 * @throws Response 404 for a format that there is none of, and where there is no plan
 */
export async function planFileResponse(db: Database, { access, scenario, format: asked, method }: Asked, words: Words, now: Date): Promise<Response> {
  const format = PLAN_FORMATS.find((known) => known === asked);
  const { id, name, inputs, outcome } = scenario;
  if (!format || !inputs || !outcome || outcome.status === "impossible") throw new Response("Not found", { status: 404 });
  const kind = { name: `scenario-${access.organization.slug}.${format}`, mediaType: mediaTypeOf(format) };
  if (method === "HEAD") return attachmentResponse(null, kind);
  const entries = await entriesOf(db, scenario, inputs, outcome, words);
  await recordFile(db, access, "roadmap.exported", { kind: "scenario", id, name });
  return attachmentResponse(await contentOf(entries, { access, name, format }, words, now), kind);
}

/** What is planned, the earliest first, with what it will take and promise. */
async function entriesOf(db: Database, { name, firstQuarter }: Scenario, inputs: PlanInputs, plan: PlanResult, words: Words): Promise<RoadmapEntry[]> {
  const { initiativeById, kpiById } = await planContext(db, inputs, firstQuarter, words);
  const quarter = (number: number) => quarterAfter(firstQuarter, number - 1);
  return plan.items.map(({ initiative: id, startQuarter, endQuarter, gain, effort, cost }): RoadmapEntry => {
    const { title, pillars, problem, done, checklist, kpis, hypothesis, refutedBy } = initiativeById.get(id)!;
    const taken: [Pillar, number][] = PILLARS.flatMap((pool) => (effort[pool] ? [[pool, effort[pool]]] : []));
    return {
      ...{ id, title, pillars, problem, done, state: null, isOwn: id.startsWith("own-"), revision: 1, page: null, cost },
      ...{ startQuarter: quarter(startQuarter), lastQuarter: quarter(endQuarter), effort: Object.fromEntries(taken) },
      ...{ ownerName: null, ownerAddress: null, dueOn: null, startedOn: null, endedOn: null, links: [], files: [] },
      steps: checklist.map((text) => ({ text, isDone: false, doneBy: null, doneOn: null })),
      kpis: kpis.map((kpi) => kpiById.get(kpi)?.title ?? kpi),
      promise: { scenario: name, on: null, points: gain, realised: null },
      ...{ hypothesis: hypothesis || null, refutedBy: refutedBy || null, analog: null, antilog: null, leapOfFaith: null, measureOn: null },
      ...{ verdict: null, measured: null, decidedOn: null },
    };
  });
}

type Of = { access: Access; name: string; format: PlanFormat };

function contentOf(entries: readonly RoadmapEntry[], { access, name, format }: Of, words: Words, now: Date): string | Promise<Uint8Array<ArrayBuffer>> {
  switch (format) {
    case "xlsx":
      return roadmapWorkbook(entries, words);
    case "csv":
      return roadmapCsv(entries, words);
    case "md": {
      const heading = words.say("roadmapColumns:planHeading", { scenario: name, name: access.organization.name });
      return roadmapDocument(entries, { heading, day: dayIn(access.organization.timeZone, now) }, words);
    }
  }
}
