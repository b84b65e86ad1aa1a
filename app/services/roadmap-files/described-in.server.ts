import type { RoadmapEntry } from "#app/domain/board/roadmap-entry.ts";
import type { Say } from "#app/words/say.ts";

/** What the description of an initiative says in a program for work items, paragraph by paragraph; `head` null: it needs none. */
export function describedIn(entry: RoadmapEntry, say: Say): { head: string | null; text: string }[] {
  const { problem, done, leapOfFaith, hypothesis, refutedBy, kpis, links, page } = entry;
  const said: [string | null, string | null][] = [
    [say("roadmapColumns:problem"), problem],
    [say("roadmapColumns:done"), done],
    [say("initiatives:leapOfFaith"), leapOfFaith],
    [say("initiatives:hypothesis"), hypothesis],
    [say("initiatives:refutedBy"), refutedBy],
    [say("roadmapColumns:kpis"), kpis.join(", ")],
    ...links.map(({ title, link }): [string, string] => [title, link]),
    [null, page],
  ];
  return said.flatMap(([head, text]) => (text ? [{ head, text }] : []));
}
