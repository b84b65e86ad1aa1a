import { type Pillar, PILLARS } from "#app/domain/assessment/vocabulary.ts";
import type { InitiativeState } from "#app/domain/board/initiative-state.ts";
import type { EntryPromise, RoadmapEntry } from "#app/domain/board/roadmap-entry.ts";
import { displayAmount, displayDate, displayScore } from "#app/domain/report/display.ts";
import { displayMoney } from "#app/domain/report/display-money.ts";
import type { Words } from "#app/words/say.ts";
import { markdownLine, markdownLink, markdownText, markdownWithin } from "./markdown-text.server.ts";

/** What is being worked on comes first, and what has ended last. */
const ORDER = ["under_way", "planned", "proposed", "done", "dropped"] as const satisfies readonly InitiativeState[];

/** A roadmap, or the plan of a scenario, as a document in Markdown. @param day of which it is, an ISO date */
export function roadmapDocument(entries: readonly RoadmapEntry[], { heading, day }: { heading: string; day: string }, words: Words): string {
  const { say, language } = words;
  const beginning = [`# ${markdownLine(heading)}`, markdownLine(say("roadmapColumns:asOf", { day: displayDate(day, language) }))];
  if (entries.length === 0) return `${[...beginning, markdownLine(say("roadmapColumns:nothing"))].join("\n\n")}\n`;
  const groups = ORDER.flatMap((state) => {
    const within = entries.filter((entry) => entry.state === state);
    return within.length === 0 ? [] : [stateHeading(state, within.length, words), ...within.flatMap((entry) => sectionOf(entry, words))];
  });
  const unbegun = entries.filter(({ state }) => state === null).flatMap((entry) => sectionOf(entry, words));
  return `${[...beginning, ...groups, ...unbegun].join("\n\n")}\n`;
}

function stateHeading(state: InitiativeState, count: number, { say }: Words): string {
  return `## ${markdownLine(say("roadmapColumns:stateHeading", { state: say(`board:state_${state}`), count }))}`;
}

function sectionOf(entry: RoadmapEntry, words: Words): string[] {
  const { say } = words;
  const { title, state, problem, steps, links, page } = entry;
  const depth = state === null ? "##" : "###";
  const linked = links.map((each) => `- ${markdownLink(each.title, each.link)}`).join("\n");
  const checklist = steps.map(({ text, isDone }) => `- [${isDone ? "x" : " "}] ${markdownLine(text)}`).join("\n");
  return [
    `${depth} ${page === null ? markdownLine(title) : markdownLink(title, page)}`,
    markdownText(problem),
    factsOf(entry, words)
      .map(([name, value]) => `- **${markdownWithin(name)}:** ${markdownWithin(value)}`)
      .join("\n"),
    ...(checklist ? [`**${markdownLine(say("roadmapColumns:checklist"))}**`, checklist] : []),
    ...(linked ? [`**${markdownLine(say("roadmapColumns:links"))}**`, linked] : []),
  ].filter((block) => block !== "");
}

/** What is known about an initiative in few words. */
function factsOf(entry: RoadmapEntry, words: Words): [string, string][] {
  const { say, language } = words;
  const { pillars, startQuarter, lastQuarter, ownerName, dueOn, startedOn, endedOn, cost, done, kpis, promise, files } = entry;
  const day = (date: string | null) => date && displayDate(date, language);
  const facts: [string, string | null | undefined][] = [
    [say("roadmapColumns:pillars"), pillars.map((pillar) => say(`terms:${pillar}`)).join(", ")],
    [say("roadmapColumns:firstQuarter"), startQuarter],
    [say("roadmapColumns:lastQuarter"), lastQuarter === startQuarter ? null : lastQuarter],
    [say("roadmapColumns:owner"), ownerName],
    [say("roadmapColumns:due"), day(dueOn)],
    [say("roadmapColumns:startedOn"), day(startedOn)],
    [say("roadmapColumns:endedOn"), day(endedOn)],
    [say("roadmapColumns:weeks"), weeksText(entry, words)],
    [say("roadmapColumns:cost"), cost ? displayMoney(cost, language) : null],
    [say("roadmapColumns:done"), done],
    [say("roadmapColumns:kpis"), kpis.join(", ")],
    [say("roadmapColumns:promised"), promise && promisedText(promise, words)],
    [say("roadmapColumns:realised"), promise?.realised && displayScore(promise.realised.points, language)],
    ...betOf(entry, words),
    [say("roadmapColumns:files"), files.join(", ")],
  ];
  return facts.flatMap(([name, value]) => (value ? [[name, value]] : []));
}

function betOf(entry: RoadmapEntry, { say, language }: Words): [string, string | null][] {
  const { leapOfFaith, hypothesis, refutedBy, measureOn, verdict, measured, decidedOn, analog, antilog } = entry;
  return [
    [say("initiatives:leapOfFaith"), leapOfFaith],
    [say("initiatives:hypothesis"), hypothesis],
    [say("initiatives:refutedBy"), refutedBy],
    [say("initiatives:measureOn"), measureOn && displayDate(measureOn, language)],
    [say("initiatives:verdict"), verdict && say(`initiatives:verdict_${verdict}`)],
    [say("initiatives:measured"), measured],
    [say("roadmapColumns:decidedOn"), decidedOn && displayDate(decidedOn, language)],
    [say("initiatives:analog"), analog],
    [say("initiatives:antilog"), antilog],
  ];
}

function promisedText({ points, on, scenario }: EntryPromise, { say, language }: Words): string {
  const shown = displayScore(points, language);
  return on === null ? shown : say("roadmapColumns:promisedPoints", { points: shown, scenario, day: displayDate(on, language) });
}

function weeksText({ effort }: RoadmapEntry, { say, language }: Words): string {
  const pools: [Pillar, number][] = PILLARS.flatMap((pool) => (effort[pool] ? [[pool, effort[pool]]] : []));
  return pools.map(([pool, weeks]) => `${say(`terms:${pool}`)} ${displayAmount(weeks, language)}`).join(", ");
}
