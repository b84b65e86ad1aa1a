import type { Prisma } from "@prisma/client";
import type { InitiativeState } from "#app/domain/board/initiative-state.ts";
import type { OwnInitiative } from "#app/domain/board/own-initiative.ts";
import type { Initiative } from "#app/domain/roadmap/initiative.ts";
import type { Transaction } from "../db/pass-door.server.ts";

/** Of the library, or their own under the id that its row gets. */
type Source = { libraryId: string; initiative: Initiative } | { id: string; own: OwnInitiative };
type Standing = { state: InitiativeState; startQuarter: string | null; promise: Prisma.InputJsonObject };

/**
 * Puts an initiative on an organisation's roadmap, as a proposal unless it is said how it stands. Its checklist, its hypothesis and what would
 * refute it are copied in the language it is given in, as a beginning. @returns the id of its row
 */
export async function putOnBoard(tx: Transaction, { person }: { person: { name: string } }, source: Source, now: Date, standing?: Standing): Promise<string> {
  const { hypothesis, refutedBy, checklist } = "own" in source ? source.own : source.initiative;
  const what = "own" in source ? { id: source.id, own: source.own as Prisma.InputJsonObject } : { libraryId: source.libraryId };
  const beginning = { hypothesis: hypothesis || null, refutedBy: refutedBy || null };
  const { id } = await tx.roadmapInitiative.create({
    data: { ...what, ...beginning, ...standing, createdBy: person.name, createdAt: now },
    select: { id: true },
  });
  await tx.roadmapStep.createMany({ data: checklist.map((text, index) => ({ initiativeId: id, position: index + 1, text })) });
  return id;
}
