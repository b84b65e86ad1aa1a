import type { ScenarioAction } from "#app/domain/scenarios/scenario-action.ts";
import type { Language } from "#app/words/language.ts";
import type { Database } from "../db/open-database.server.ts";
import { nudgePlans } from "../jobs/jobs-instance.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { adoptScenario } from "./adopt-scenario.server.ts";
import { planAnew } from "./change-scenario.server.ts";
import { stopPlanning } from "./stop-planning.server.ts";

export type ScenarioPageOutcome = "done" | "gone" | "not-allowed" | "conflict" | "overtaken";

/** Does what the page of a scenario can do. A plan that has gone meanwhile is a conflict. */
export async function changeScenarioPage(
  db: Database,
  access: Access,
  id: string,
  asked: ScenarioAction,
  { language, now }: { language: Language; now: Date },
): Promise<ScenarioPageOutcome> {
  if (asked.intent === "adopt") {
    const outcome = await adoptScenario(db, access, { id, revision: asked.revision, note: asked.note, since: asked.since }, { language, now });
    return outcome === "adopted" ? "done" : outcome === "not-planned" ? "conflict" : outcome;
  }
  const outcome = asked.intent === "stop" ? await stopPlanning(db, access, id, now) : await planAnew(db, access, id, now);
  if (outcome !== "asked") return outcome;
  nudgePlans();
  return "done";
}
