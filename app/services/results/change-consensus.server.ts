import { readConsensus } from "#app/domain/agreement/consensus-form.ts";
import { type Answer, answerTo } from "#app/domain/assessment/answer.ts";
import { answersAsPosted, type FormEntries } from "#app/domain/assessment/answers-form.ts";
import { answerText } from "#app/domain/report/answer-text.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import type { Words } from "#app/words/say.ts";
import { badRequest, readFormEntries } from "../api/read-form-entries.server.ts";
import { compiledVersionIn } from "../content/compiled-version.server.ts";
import { isId } from "../db/is-id.server.ts";
import type { Database } from "../db/open-database.server.ts";
import { withTenant } from "../db/with-tenant.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import type { AgreedAnswer } from "./agreed-answers.server.ts";
import { setConsensus } from "./set-consensus.server.ts";

type Difference = { field: string; savedNow: string; yours: string };
/** The form again: what was entered, over the revision that is stored now, and what is wrong with it or differs. */
export type RefusedConsensus = {
  problems: { field: string; message: string }[];
  differences: Difference[] | null;
  entered: { answer: Answer; alsoChosen: string[]; entered: string[]; reason: string; revision: number };
};
type Outcome = { next: string } | { status: 409 | 422; refused: RefusedConsensus };

/**
 * Reads and does what the form of a question asks for: write down what was agreed on, or take it back.
 * @throws Response 400 for what the form does not send; 403 for who may not; 404 for a question of none; 409 while the cycle is open
 */
export async function changeConsensus(
  db: Database,
  access: Access,
  { cycleId, itemId }: { cycleId: string; itemId: string },
  request: Request,
  { words, now }: { words: Words; now: Date },
): Promise<Outcome> {
  const item = await itemOf(db, access, cycleId, itemId, words);
  const entries = await readFormEntries(request, words);
  const form = readConsensus(item, entries, words);
  if (form.kind === "foreign") throw badRequest(words.say("refusals:otherFields"));
  const posted = postedIn(entries, answersAsPosted([item], entries)[itemId]!);
  if (form.kind === "problems") return { status: 422, refused: { problems: form.problems, differences: null, entered: posted } };
  const agreed = form.kind === "set" ? { answer: form.answer, reason: form.reason } : null;
  const outcome = await setConsensus(db, access, { cycleId, item: itemId, agreed, revision: form.revision }, now);
  switch (outcome.kind) {
    case "not-found":
      throw new Response("Not found", { status: 404 });
    case "not-allowed":
      throw new Response("Forbidden", { status: 403 });
    case "open":
      throw new Response(words.say("team:agreedWhileOpen"), { status: 409 });
    case "changed":
      return { next: `${organizationPaths.teamItem(access.organization.slug, cycleId, itemId)}?done=${agreed ? "saved" : "withdrawn"}` };
    case "conflict": {
      const said = (one: Pick<AgreedAnswer, "answer" | "reason"> | null) =>
        one && one.answer.state !== "blank" ? { answer: answerText(item, one.answer, words), reason: one.reason } : nothing(words);
      const [theirs, yours] = [said(outcome.now), said(agreed)];
      const differences = [
        { field: words.say("team:conflictAnswer"), savedNow: theirs.answer, yours: yours.answer },
        { field: words.say("team:reason"), savedNow: theirs.reason, yours: yours.reason },
      ];
      return { status: 409, refused: { problems: [], differences, entered: { ...posted, revision: outcome.now?.revision ?? 0 } } };
    }
  }
}

/** @throws Response 404 */
async function itemOf(db: Database, { organization }: Access, cycleId: string, itemId: string, { language }: Words) {
  const organizationId = organization.id;
  const cycle = isId(cycleId)
    ? await withTenant(db, { organizationId }, (tx) =>
        tx.cycle.findUnique({ where: { organizationId_id: { organizationId, id: cycleId } }, select: { assessmentHash: true } }),
      )
    : null;
  const item = cycle && (await compiledVersionIn(db, cycle.assessmentHash, language)).compiled.itemById.get(itemId)?.item;
  if (!item) throw new Response("Not found", { status: 404 });
  return item;
}

function nothing({ say }: Words) {
  return { answer: say("team:nothing"), reason: "" };
}

function postedIn(entries: FormEntries, { answer, alsoChosen, entered }: ReturnType<typeof answersAsPosted>[string]): RefusedConsensus["entered"] {
  const text = (field: string) => entries.find(([name]) => name === field)?.[1] ?? "";
  return { answer: answerTo({ it: answer }, "it"), alsoChosen, entered, reason: text("reason"), revision: Number(text("revision")) || 0 };
}
