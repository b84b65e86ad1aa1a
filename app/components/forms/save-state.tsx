import type { SaveStatus } from "./use-answer-queue.ts";

const WORDS: Record<SaveStatus | "unreachable", string> = {
  idle: "",
  saving: "Saving",
  saved: "Saved",
  waiting: "Not saved yet. Your answers are kept on this device and will be sent when the connection is back.",
  unreachable: "There was no connection. Your answers are kept; continue again when it is back.",
  refused: "One answer cannot be saved as it is. Continue, and the page says which.",
  conflict: "Not all saved: an answer was changed on another device. Choose which one holds.",
  incomplete: "One answer is not complete and not saved yet.",
  closed: "Not saved: already submitted.",
};

/** Says whether what was answered is in the database; a screen reader hears it without losing its place. */
export function SaveState({ status }: { status: SaveStatus | "unreachable" }) {
  return (
    <p
      role="status"
      className={`text-sm ${["waiting", "unreachable", "closed", "refused", "conflict", "incomplete"].includes(status) ? "basis-full font-semibold" : "text-quiet"}`}
    >
      {WORDS[status]}
    </p>
  );
}
