import { beginningOf, deadlineOf, isOpen, type RoadmapEntry, weeksOf } from "#app/domain/board/roadmap-entry.ts";
import type { Words } from "#app/words/say.ts";
import { csvRows } from "../exports/csv.server.ts";
import { describedIn } from "./described-in.server.ts";

/** Jira wants estimates in seconds; a person-week is five days of eight hours, as Jira counts a week itself unless told otherwise. */
const SECONDS_OF_A_WEEK = 5 * 8 * 3600;
/** A label to a column: a head that stands twice is one field with several values. An initiative belongs to one pillar or two. */
const LABELS = 2;
const HEAD = [
  ...["Issue Id", "Parent", "Issue Type", "Summary", "Status", "Assignee", "Start Date", "Due Date", "Original Estimate"],
  ...Array.from({ length: LABELS }, () => "Labels"),
  "Description",
];

/**
 * What is still to be done on a roadmap for Jira's import of CSV: initiatives as epics, then the steps of their checklists as tasks, each with the
 * Issue Id of its epic in the column Parent. Without a mark of UTF-8 at its beginning, which would become part of the name of the first column.
 */
export function roadmapForJira(entries: readonly RoadmapEntry[], { say }: Words): string {
  const open = entries.filter(isOpen);
  const epics = open.map((entry, index) => {
    const labels = entry.pillars.map((pillar) => say(`terms:${pillar}`).replace(/\s+/g, "-"));
    const weeks = weeksOf(entry);
    return [
      ...[index + 1, null, "Epic", entry.title, entry.state === "under_way" ? "In Progress" : "To Do", entry.ownerAddress],
      ...[beginningOf(entry), deadlineOf(entry), weeks === 0 ? null : weeks * SECONDS_OF_A_WEEK],
      ...Array.from({ length: LABELS }, (_, at) => labels[at] ?? null),
      describedIn(entry, say)
        .map(({ head, text }) => (head === null ? text : `${head}: ${text}`))
        .join("\n\n"),
    ];
  });
  const tasks = open.flatMap(({ steps }, index) => steps.map((step) => ({ ...step, epic: index + 1 })));
  const rest = HEAD.length - 5;
  return csvRows(
    [
      HEAD,
      ...epics,
      // Parents first: a task only finds the epic that stands above it.
      ...tasks.map(({ text, isDone, epic }, index) => [
        ...[open.length + index + 1, epic, "Task", text, isDone ? "Done" : "To Do"],
        ...Array.from({ length: rest }, () => null),
      ]),
    ],
    false,
  );
}
