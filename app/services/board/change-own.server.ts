import type { Prisma } from "@prisma/client";
import { type OwnInitiative, planIdOf } from "#app/domain/board/own-initiative.ts";
import { ownInWords } from "#app/domain/board/own-in-words.ts";
import { changesOf } from "#app/domain/tenancy/audit-actions.ts";
import { type Language, SOURCE_LANGUAGE } from "#app/words/language.ts";
import { initiativesIn } from "../content/content-in-language.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { wordsIn } from "../words/words-in.server.ts";
import { changeWithin, type Refused } from "./change-within.server.ts";
import { circleOf } from "./circle-of.server.ts";
import { definitionsIn, ownsIn } from "./own-choices.server.ts";

/** `circle`: what it rests on would lead back to it, along these titles; `conflict`: somebody else has saved something else since it was looked at. */
export type OwnChanged =
  Refused | { kind: "done" } | { kind: "circle"; titles: string[] } | { kind: "conflict"; now: { own: OwnInitiative; revision: number } };

/**
 * Changes what an initiative of the organisation's own is. What it bets on and its checklist stay: they are changed on its page.
 * @returns "not-found" also for one of the library, which nobody here can change
 */
export function changeOwn(
  db: Database,
  access: Access,
  id: string,
  { revision, own: given }: { revision: number; own: OwnInitiative },
  { language, now }: { language: Language; now: Date },
): Promise<OwnChanged> {
  return changeWithin<OwnChanged>(db, access, id, now, async ({ tx, organizationId, initiative, note }) => {
    if (!initiative.own) return { kind: "not-found" };
    const { hypothesis, refutedBy, checklist, owner } = initiative.own;
    const own = { ...given, hypothesis, refutedBy, checklist, owner };
    const { initiativeById, kpiById } = initiativesIn(SOURCE_LANGUAGE);
    const titles = new Map((await ownsIn(tx, organizationId)).map(({ planId, own: { title } }) => [planId, title]));
    const named = {
      initiativeTitle: (one: string) => initiativeById.get(one)?.title ?? titles.get(one) ?? one,
      kpiTitle: (one: string) => kpiById.get(one)?.title ?? one,
      assessments: definitionsIn(SOURCE_LANGUAGE),
    };
    const noted = (of: OwnInitiative) => ownInWords(of, named, wordsIn(SOURCE_LANGUAGE));
    const detail = changesOf(noted(initiative.own), noted(own));
    if (Object.keys(detail).length === 0) return { kind: "done" };
    if (initiative.revision !== revision) return { kind: "conflict", now: { own: initiative.own, revision: initiative.revision } };
    const circle = await circleOf(tx, organizationId, { planId: planIdOf(id), own }, language);
    if (circle) return { kind: "circle", titles: circle };
    await tx.roadmapInitiative.updateMany({ where: { organizationId, id }, data: { own: own as Prisma.InputJsonObject, revision: { increment: 1 } } });
    await note("initiative.changed", detail);
    return { kind: "done" };
  });
}
