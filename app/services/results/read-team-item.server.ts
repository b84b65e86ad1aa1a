import { answerTo } from "#app/domain/assessment/answer.ts";
import type { Item } from "#app/domain/assessment/definition.ts";
import { type QuestionView, questionView } from "#app/domain/assessment/question-screen.ts";
import type { Language } from "#app/words/language.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { agreedAnswer, type AgreedAnswer } from "./agreed-answers.server.ts";
import { readTeamResult, type TeamResultOfCycle } from "./read-team-result.server.ts";
import { type TeamNotes, teamNotes } from "./team-notes.server.ts";

export type TeamItemOfCycle = TeamResultOfCycle & { item: Item; question: QuestionView; notes: TeamNotes; own: AgreedAnswer | null };

/** One question of a team's result, with comments and evidence; null for one that there is not, and of another organisation's. @param page of the comments, from 1 */
export async function readTeamItem(
  db: Database,
  access: Access,
  { cycleId, itemId, page }: { cycleId: string; itemId: string; page: number },
  language: Language,
): Promise<TeamItemOfCycle | null> {
  const result = await readTeamResult(db, access, cycleId, language);
  const item = result?.compiled.itemById.get(itemId)?.item;
  if (!result || !item) return null;
  const of = { organizationId: access.organization.id, cycleId };
  const own = await withTenant(db, of, (tx) => agreedAnswer(tx, of, itemId));
  const answers = own ? { [itemId]: own.answer } : {};
  const question = questionView(result.compiled.definition, item, answerTo(answers, itemId));
  const figures = result.stored?.figures.items.find(({ id }) => id === itemId);
  const showsEvidence = !result.cycle.isAnonymous || (figures !== undefined && figures.evidenced !== null);
  return { ...result, item, question, own, notes: await teamNotes(db, of, itemId, { page, showsEvidence }) };
}
