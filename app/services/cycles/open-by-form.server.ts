import type { FormEntries } from "#app/domain/assessment/answers-form.ts";
import { openPeriods } from "#app/domain/cycles/period.ts";
import { readOpening } from "#app/domain/cycles/opening-form.ts";
import type { FieldProblems } from "#app/domain/tenancy/organization-form.ts";
import type { Words } from "#app/words/say.ts";
import { assessmentChoices } from "../content/assessment-choices.server.ts";
import { assessmentTitle } from "../content/assessment-title.server.ts";
import { requireAssessment } from "../content/require-assessment.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { MOST_ADDRESSES_A_DAY } from "./add-asked.server.ts";
import { type OpeningTime, openCycles } from "./open-cycle.server.ts";
import { readTimeZone } from "./read-time-zone.server.ts";

/** `id` of the first cycle that was opened, and how that is said; or what is wrong with the form: nothing has been opened then. */
export type OpenedByForm = { id: string; done: "opened" | "planned"; problems?: never } | { problems: FieldProblems };

/** Opens what the form on the page of a new cycle asks for. @throws Response 403 */
export async function openByForm(db: Database, access: Access, entries: FormEntries, time: OpeningTime, words: Words): Promise<OpenedByForm> {
  const { language, now } = time;
  const { say } = words;
  const choices = { assessments: assessmentChoices(language).map(({ slug }) => slug), periods: openPeriods(now) };
  const { values, problems } = readOpening(entries, choices, { timeZone: await readTimeZone(db, access), now }, words);
  if (problems) return { problems };
  const { assessments, ...opening } = values;
  const versions = assessments.map((slug) => requireAssessment(slug, language));
  const outcome = await openCycles(db, access, versions, opening, time);
  if (outcome.kind === "not-allowed") throw new Response("Forbidden", { status: 403 });
  if (outcome.kind === "too-many") return { problems: [{ field: "addresses", message: say("people:tooManyToday", { most: MOST_ADDRESSES_A_DAY }) }] };
  if (outcome.kind === "taken") {
    const message = say("cycles:taken", { title: assessmentTitle(outcome.slug, language), period: opening.period });
    return { problems: [{ field: "assessment", message }] };
  }
  return { id: outcome.ids[0]!, done: opening.opensAt ? "planned" : "opened" };
}
