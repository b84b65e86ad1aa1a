import type { MoveAnswer } from "#app/domain/board/move-answer.ts";
import { readMoveForm } from "#app/domain/board/move-form.ts";
import type { Words } from "#app/words/say.ts";
import { readFields } from "../api/read-fields.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { moveInitiative } from "./move-initiative.server.ts";

/**
 * What a board and a timeline can do: move an initiative, and put it back. `status` is that of the reply.
 * @throws Response 400 for what is no form, 403 for who may no more
 */
export async function moveByForm(db: Database, access: Access, request: Request, now: Date, words: Words): Promise<{ answer: MoveAnswer; status: number }> {
  const move = readMoveForm(await readFields(request, words));
  if (!move) return { answer: { kind: "refused", id: null, why: "formChanged" }, status: 422 };
  const outcome = await moveInitiative(db, access, move, now);
  switch (outcome.kind) {
    case "not-allowed":
      throw new Response("Forbidden", { status: 403 });
    case "gone":
      return { answer: { kind: "refused", id: move.id, why: "gone" }, status: 404 };
    case "conflict":
      return { answer: { kind: "conflict", now: outcome.now, move }, status: 409 };
    case "moved":
      return { answer: { ...outcome, id: move.id, isPutBack: move.days !== undefined }, status: 200 };
  }
}
