import { beginningOf, deadlineOf, isOpen, type RoadmapEntry, weeksOf } from "#app/domain/board/roadmap-entry.ts";
import type { Words } from "#app/words/say.ts";
import { csvRows } from "../exports/csv.server.ts";
import { describedIn } from "./described-in.server.ts";

const HEAD = ["ID", "Work Item Type", "Title 1", "Title 2", "Assigned To", "Start Date", "Target Date", "Effort", "Tags", "Description"];

/**
 * What is still to be done on a roadmap for the import of work items of Azure Boards: initiatives as epics with their title in the first column of
 * titles, and under each its open steps as tasks with theirs in the second, which makes them its children. There is no column for the state: what is imported is new,
 * which each process calls otherwise. Steps that are done would come as new too, and are left out. Descriptions are HTML.
 */
export function roadmapForAzure(entries: readonly RoadmapEntry[], { say }: Words): string {
  const rows = entries.filter(isOpen).flatMap((entry) => {
    const weeks = weeksOf(entry);
    const { title, ownerName, ownerAddress, steps } = entry;
    const epic = [
      ...[null, "Epic", title, null, ownerAddress && `${ownerName} <${ownerAddress}>`, beginningOf(entry), deadlineOf(entry), weeks === 0 ? null : weeks],
      entry.pillars.map((pillar) => say(`terms:${pillar}`)).join("; "),
      describedIn(entry, say)
        .map(({ head, text }) => `<p>${head === null ? "" : `<b>${escaped(head)}:</b> `}${escaped(text)}</p>`)
        .join(""),
    ];
    return [
      epic,
      ...steps.filter(({ isDone }) => !isDone).map(({ text }) => [null, "Task", null, text, ...Array.from({ length: HEAD.length - 4 }, () => null)]),
    ];
  });
  return csvRows([HEAD, ...rows], false);
}

const MARKS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => MARKS[mark]!).replace(/\r\n|\r|\n/g, "<br>");
}
