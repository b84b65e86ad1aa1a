import ical, { ICalCalendarMethod, ICalEventTransparency } from "ical-generator";
import { deadlineOf, isOpen, type RoadmapEntry } from "#app/domain/board/roadmap-entry.ts";
import type { Words } from "#app/words/say.ts";
import { visibleText } from "./visible-text.server.ts";

const DAY_MS = 24 * 3600 * 1000;

/**
 * The days by which initiatives are to be done as a calendar (RFC 5545): an all-day event each, which takes up nobody's time. Events and not to-dos
 * (VTODO), which neither Google Calendar nor Outlook imports. What has ended, and what has neither a due day nor a quarter, is left out. An event keeps its UID,
 * and its sequence grows with each change, so that it is moved when the file is imported again.
 */
export function roadmapCalendar(entries: readonly RoadmapEntry[], name: string, { say, language }: Words, now: Date): string {
  const calendar = ical({
    prodId: { company: "Pinhigh", product: "Roadmap", language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    name: visibleText(say("roadmapColumns:heading", { name })),
  });
  for (const entry of entries.filter(isOpen)) {
    const deadline = deadlineOf(entry);
    if (deadline === null) continue;
    const start = new Date(`${deadline}T00:00:00Z`);
    const { id, title, dueOn, lastQuarter, pillars, page, revision } = entry;
    calendar.createEvent({
      ...{ id, start, end: new Date(start.getTime() + DAY_MS), allDay: true, stamp: now, sequence: revision, transparency: ICalEventTransparency.TRANSPARENT },
      summary: visibleText(dueOn === null ? say("roadmapColumns:quarterEnds", { title, quarter: lastQuarter! }) : title),
      description: visibleText(aboutIn(entry, say)),
      categories: pillars.map((pillar) => ({ name: say(`terms:${pillar}`) })),
      url: page,
    });
  }
  return `${calendar.toString()}\r\n`;
}

function aboutIn({ state, ownerName, steps, done, page }: RoadmapEntry, say: Words["say"]): string {
  return [
    state && `${say("roadmapColumns:state")}: ${say(`board:state_${state}`)}`,
    ownerName && say("board:ownedBy", { person: ownerName }),
    steps.length > 0 && say("roadmapColumns:stepsOf", { done: steps.filter(({ isDone }) => isDone).length, all: steps.length }),
    done && `${say("roadmapColumns:done")}: ${done}`,
    page,
  ]
    .filter((line) => typeof line === "string" && line !== "")
    .join("\n");
}
