import { isDeepStrictEqual } from "node:util";
import { MOST_STEPS } from "#app/domain/board/initiative-page-form.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { changeWithin, type Refused, type Within } from "./change-within.server.ts";
import type { Sealed } from "./undo-seal.server.ts";

/** `used`: the same form added another line before. */
export type StepOutcome = Refused | { kind: "done" | "gone" | "full" | "used" };

/** Adds a line at the end of the checklist. The same form sent twice (`once`) adds one. */
export function addStep(db: Database, access: Access, id: string, { once, step }: { once: string; step: string }, now: Date): Promise<StepOutcome> {
  return changeWithin<StepOutcome>(db, access, id, now, async (within) => {
    const { tx, organizationId } = within;
    const before = await tx.roadmapStep.findFirst({ where: { organizationId, id: once }, select: { initiativeId: true, text: true } });
    if (before) return { kind: isDeepStrictEqual(before, { initiativeId: id, text: step }) ? "done" : "used" };
    const steps = await stepsIn(within);
    if (steps.length >= MOST_STEPS) return { kind: "full" };
    await tx.roadmapStep.createMany({ data: [{ id: once, initiativeId: id, position: (steps.at(-1)?.position ?? 0) + 1, text: step }] });
    await within.note("initiative.step_added", { step });
    return { kind: "done" };
  });
}

/** Ticks a line, or takes the tick away. Of one that is so already nothing is changed: two may tick it at once. */
export function tickStep(db: Database, access: Access, id: string, stepId: string, isDone: boolean, now: Date): Promise<StepOutcome> {
  return changeWithin<StepOutcome>(db, access, id, now, async ({ tx, organizationId, note }) => {
    const step = await tx.roadmapStep.findFirst({ where: { organizationId, initiativeId: id, id: stepId }, select: { text: true, doneAt: true } });
    if (!step) return { kind: "gone" };
    if ((step.doneAt !== null) === isDone) return { kind: "done" };
    await tx.roadmapStep.updateMany({
      where: { organizationId, id: stepId },
      data: isDone ? { doneBy: access.person.name, doneAt: now } : { doneBy: null, doneAt: null },
    });
    await note(isDone ? "initiative.step_done" : "initiative.step_reopened", { step: step.text });
    return { kind: "done" };
  });
}

/** Moves a line one place up or down; the first and the last stay. */
export function moveStep(db: Database, access: Access, id: string, stepId: string, by: -1 | 1, now: Date): Promise<StepOutcome> {
  return changeWithin<StepOutcome>(db, access, id, now, async (within) => {
    const steps = await stepsIn(within);
    const from = steps.findIndex((step) => step.id === stepId);
    if (from === -1) return { kind: "gone" };
    const to = from + by;
    if (to < 0 || to >= steps.length) return { kind: "done" };
    const moved = steps.toSpliced(from, 1).toSpliced(to, 0, steps[from]!);
    for (const [index, step] of moved.entries()) {
      if (step.position === index + 1) continue;
      await within.tx.roadmapStep.updateMany({ where: { organizationId: within.organizationId, id: step.id }, data: { position: index + 1 } });
    }
    await within.note("initiative.step_moved", { step: steps[from]!.text });
    return { kind: "done" };
  });
}

/** Removes a line and gives back what it was, so that it can be put back. */
export function removeStep(db: Database, access: Access, id: string, stepId: string, now: Date): Promise<StepOutcome | { kind: "removed"; removed: Sealed }> {
  return changeWithin<StepOutcome | { kind: "removed"; removed: Sealed }>(db, access, id, now, async ({ tx, organizationId, note }) => {
    const step = await tx.roadmapStep.findFirst({ where: { organizationId, initiativeId: id, id: stepId } });
    if (!step) return { kind: "gone" };
    await tx.roadmapStep.deleteMany({ where: { organizationId, id: stepId } });
    await note("initiative.step_removed", { step: step.text });
    const { text, doneBy, doneAt, position } = step;
    return { kind: "removed", removed: { id: stepId, text, by: doneBy ?? "", at: doneAt?.toISOString() ?? "", position: String(position) } };
  });
}

/** Puts back a line that was removed, where it was. @param removed as its seal says */
export function restoreStep(db: Database, access: Access, id: string, removed: Sealed, now: Date): Promise<StepOutcome> {
  return changeWithin<StepOutcome>(db, access, id, now, async (within) => {
    if ((await stepsIn(within)).length >= MOST_STEPS) return { kind: "full" };
    const { text, by, at, position } = removed;
    const done = at === "" ? {} : { doneBy: by, doneAt: new Date(at) };
    const { count } = await within.tx.roadmapStep.createMany({
      data: [{ id: removed.id, initiativeId: id, position: Number(position), text, ...done }],
      skipDuplicates: true,
    });
    if (count > 0) await within.note("initiative.step_restored", { step: text });
    return { kind: "done" };
  });
}

function stepsIn({ tx, organizationId, initiative: { id } }: Within) {
  return tx.roadmapStep.findMany({
    where: { organizationId, initiativeId: id },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, position: true, text: true },
  });
}
