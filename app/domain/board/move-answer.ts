import type { Move, Whereabouts } from "./move-form.ts";

type WithRevision = Whereabouts & { revision: number };

/** What a board is told of a move; plain JSON. */
export type MoveAnswer =
  | { kind: "moved"; id: string; was: Whereabouts; now: WithRevision; isPutBack: boolean }
  /** Somebody else has changed it since: where it is now, and what was wanted. */
  | { kind: "conflict"; now: WithRevision; move: Move }
  /** `id` is null where not even that could be read. */
  | { kind: "refused"; id: string | null; why: "gone" | "formChanged" | "unreachable" };
