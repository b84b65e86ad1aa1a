import { useWords } from "#app/components/words/use-words.tsx";
import type { SaveStatus } from "./use-answer-queue.ts";

/** Says whether what was answered is in the database; a screen reader hears it without losing its place. */
export function SaveState({ status }: { status: SaveStatus | "unreachable" }) {
  const { say } = useWords();
  return (
    <p
      role="status"
      className={`text-sm ${["waiting", "unreachable", "closed", "over", "refused", "conflict", "incomplete"].includes(status) ? "basis-full font-semibold" : "text-quiet"}`}
    >
      {status === "idle" ? "" : say(`taking:${status}`)}
    </p>
  );
}
