import type { PlanContext } from "#app/domain/report/plan-view.ts";
import type { Initiative } from "#app/domain/roadmap/initiative.ts";
import type { PlanInputs } from "#app/domain/scenarios/plan-inputs.ts";
import type { InLanguage } from "#app/domain/translation/translation.ts";
import type { Words } from "#app/words/say.ts";
import { compiledVersionIn } from "../content/compiled-version.server.ts";
import { initiativesIn } from "../content/content-in-language.server.ts";
import type { Database } from "../db/open-database.server.ts";

/** What a plan is told with: what was answered, and the initiatives as they were planned, in a language as far as they are in it. */
export async function planContext(
  db: Database,
  inputs: PlanInputs,
  firstQuarter: string,
  { language }: Words,
): Promise<PlanContext & { firstQuarter: string }> {
  const library = initiativesIn(language);
  const assessments = [];
  for (const { hash, answers } of inputs.assessments) assessments.push({ compiled: (await compiledVersionIn(db, hash, language)).compiled, answers });
  // The texts of the library as they are now, in the reader's language; effort, promises and chances as they were planned.
  const planned = inputs.initiatives.map((stored): [string, InLanguage<Initiative>] => {
    const known = library.initiativeById.get(stored.id);
    const { effort, cost, quarters, requires, raises } = stored;
    const chance = { value: stored.chance.value, reason: known?.chance.reason ?? stored.chance.reason };
    return [stored.id, known ? { ...known, effort, cost, quarters, requires, raises, chance } : { ...(stored as Initiative), language }];
  });
  return { assessments, initiativeById: new Map([...library.initiativeById, ...planned]), kpiById: library.kpiById, settings: inputs.settings, firstQuarter };
}
