import type { Words } from "../../words/say.ts";
import { PILLARS } from "../assessment/vocabulary.ts";
import type { EntryPromise, RoadmapEntry } from "./roadmap-entry.ts";

/** A cell of a table: words, a figure, or a day as an ISO date; null: nothing. */
export type FileCell = string | number | { day: string } | null;
/** `width`: about how many letters of a column are to be seen at once. */
export type FileTable = { head: readonly { text: string; width: number }[]; rows: readonly (readonly FileCell[])[] };

type Column<Row> = { text: string; width: number; of: (row: Row) => FileCell };

/** Everything about the initiatives, one a row; effort in person-weeks, cost in EUR, promises in points. */
export function initiativeTable(entries: readonly RoadmapEntry[], words: Words): FileTable {
  return tableOf(entries, [...standing(words), ...work(words), ...promised(words), ...bet(words)]);
}

/** Every step of every checklist, in order. */
export function checklistTable(entries: readonly RoadmapEntry[], { say }: Words): FileTable {
  const rows = entries.flatMap(({ title, steps }) => steps.map((step, index) => ({ title, number: index + 1, ...step })));
  return tableOf(rows, [
    { text: say("roadmapColumns:initiative"), width: 40, of: ({ title }) => title },
    { text: say("roadmapColumns:number"), width: 8, of: ({ number }) => number },
    { text: say("roadmapColumns:step"), width: 60, of: ({ text }) => text },
    { text: say("roadmapColumns:isDone"), width: 10, of: ({ isDone }) => say(isDone ? "roadmapColumns:yes" : "roadmapColumns:no") },
    { text: say("roadmapColumns:doneBy"), width: 22, of: ({ doneBy }) => doneBy },
    { text: say("roadmapColumns:doneOn"), width: 12, of: ({ doneOn }) => day(doneOn) },
  ]);
}

/** What was promised of each initiative that promised something, and what has come of it. */
export function promiseTable(entries: readonly RoadmapEntry[], words: Words): FileTable {
  const { say } = words;
  const rows = entries.flatMap(({ title, state, promise }) => (promise ? [{ title, state, promise }] : []));
  return tableOf(rows, [
    { text: say("roadmapColumns:initiative"), width: 40, of: ({ title }) => title },
    { text: say("roadmapColumns:state"), width: 14, of: ({ state }) => state && say(`board:state_${state}`) },
    ...promised(words).map(({ of, ...column }) => ({ ...column, of: ({ promise }: { promise: EntryPromise | null }) => of({ promise }) })),
    { text: say("roadmapColumns:comparable"), width: 14, of: ({ promise: { realised } }) => realised && hundredths(realised.of) },
    { text: say("roadmapColumns:against"), width: 20, of: ({ promise: { realised } }) => realised && realised.periods.join(", ") },
  ]);
}

function standing({ say }: Words): Column<RoadmapEntry>[] {
  return [
    { text: say("roadmapColumns:initiative"), width: 40, of: ({ title }) => title },
    { text: say("roadmapColumns:pillars"), width: 18, of: ({ pillars }) => pillars.map((pillar) => say(`terms:${pillar}`)).join(", ") },
    { text: say("roadmapColumns:state"), width: 14, of: ({ state }) => state && say(`board:state_${state}`) },
    { text: say("roadmapColumns:firstQuarter"), width: 12, of: ({ startQuarter }) => startQuarter },
    { text: say("roadmapColumns:lastQuarter"), width: 12, of: ({ lastQuarter }) => lastQuarter },
    { text: say("roadmapColumns:owner"), width: 22, of: ({ ownerName }) => ownerName },
    { text: say("roadmapColumns:due"), width: 12, of: ({ dueOn }) => day(dueOn) },
    { text: say("roadmapColumns:startedOn"), width: 12, of: ({ startedOn }) => day(startedOn) },
    { text: say("roadmapColumns:endedOn"), width: 12, of: ({ endedOn }) => day(endedOn) },
  ];
}

function work({ say }: Words): Column<RoadmapEntry>[] {
  return [
    ...PILLARS.map((pool): Column<RoadmapEntry> => ({
      ...{ text: say("roadmapColumns:weeksOf", { pool: say(`terms:${pool}`) }), width: 14 },
      of: ({ effort }) => effort[pool] ?? null,
    })),
    { text: say("roadmapColumns:cost"), width: 12, of: ({ cost }) => cost },
    { text: say("roadmapColumns:stepsDone"), width: 10, of: ({ steps }) => steps.filter(({ isDone }) => isDone).length },
    { text: say("roadmapColumns:stepsAll"), width: 10, of: ({ steps }) => steps.length },
    { text: say("roadmapColumns:checklist"), width: 50, of: ({ steps }) => lines(steps.map(({ text, isDone }) => `${isDone ? "[x]" : "[ ]"} ${text}`)) },
    { text: say("roadmapColumns:problem"), width: 50, of: ({ problem }) => problem || null },
    { text: say("roadmapColumns:done"), width: 50, of: ({ done }) => done || null },
    { text: say("roadmapColumns:kpis"), width: 30, of: ({ kpis }) => lines(kpis) },
    { text: say("roadmapColumns:links"), width: 40, of: ({ links }) => lines(links.map(({ title, link }) => `${title}: ${link}`)) },
    { text: say("roadmapColumns:files"), width: 30, of: ({ files }) => lines(files) },
    {
      ...{ text: say("roadmapColumns:source"), width: 14 },
      of: ({ isOwn }) => (isOwn === null ? null : say(isOwn ? "roadmapColumns:source_own" : "roadmapColumns:source_library")),
    },
    { text: say("roadmapColumns:page"), width: 40, of: ({ page }) => page },
  ];
}

function promised({ say }: Words): Column<{ promise: EntryPromise | null }>[] {
  return [
    { text: say("roadmapColumns:promised"), width: 12, of: ({ promise }) => promise && hundredths(promise.points) },
    { text: say("roadmapColumns:promisedOn"), width: 12, of: ({ promise }) => day(promise?.on ?? null) },
    { text: say("roadmapColumns:scenario"), width: 24, of: ({ promise }) => promise && promise.scenario },
    { text: say("roadmapColumns:realised"), width: 12, of: ({ promise }) => (promise?.realised ? hundredths(promise.realised.points) : null) },
  ];
}

function bet({ say }: Words): Column<RoadmapEntry>[] {
  return [
    { text: say("initiatives:leapOfFaith"), width: 50, of: ({ leapOfFaith }) => leapOfFaith },
    { text: say("initiatives:hypothesis"), width: 50, of: ({ hypothesis }) => hypothesis },
    { text: say("initiatives:refutedBy"), width: 50, of: ({ refutedBy }) => refutedBy },
    { text: say("initiatives:measureOn"), width: 14, of: ({ measureOn }) => day(measureOn) },
    { text: say("initiatives:verdict"), width: 16, of: ({ verdict }) => verdict && say(`initiatives:verdict_${verdict}`) },
    { text: say("initiatives:measured"), width: 50, of: ({ measured }) => measured },
    { text: say("roadmapColumns:decidedOn"), width: 14, of: ({ decidedOn }) => day(decidedOn) },
    { text: say("initiatives:analog"), width: 40, of: ({ analog }) => analog },
    { text: say("initiatives:antilog"), width: 40, of: ({ antilog }) => antilog },
  ];
}

function tableOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): FileTable {
  return { head: columns.map(({ text, width }) => ({ text, width })), rows: rows.map((row) => columns.map(({ of }) => of(row))) };
}

const day = (date: string | null): FileCell => (date === null ? null : { day: date });
const lines = (texts: readonly string[]): FileCell => (texts.length === 0 ? null : texts.join("\n"));
/** To two decimals. */
const hundredths = (points: number) => Math.round(points * 100) / 100;
