import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import { isUnreachable, type Unreachable } from "#app/components/forms/unreachable.ts";
import type { MoveAnswer } from "#app/domain/board/move-answer.ts";
import { fetcherOf } from "./use-moves.ts";

/** Hears what becomes of the moves of one initiative, wherever its card jumps meanwhile. */
export function MoveWatch({ id, hear }: { id: string; hear: (answer: MoveAnswer) => void }) {
  const { state, data } = useFetcher<MoveAnswer | Unreachable>({ key: fetcherOf(id) });
  useEffect(() => {
    if (state === "idle" && data) hear(isUnreachable(data) ? { kind: "refused", id, why: "unreachable" } : data);
  }, [id, state, data, hear]);
  return null;
}
