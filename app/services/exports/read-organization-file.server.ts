import { setImmediate as letOthers } from "node:timers/promises";
import type { z } from "zod";
import type { Contradiction } from "#app/domain/assessment/contradiction.ts";
import { checkChangeEntries } from "#app/domain/export/change-entries.ts";
import { checkEvent, checkOutline, type FileProblem, responseChecker } from "#app/domain/export/check-organization-file.ts";
import { LONGEST_PART, MOST_ADOPTIONS, MOST_EVENTS, MOST_INITIATIVES, MOST_RESPONSES, MOST_SCENARIOS } from "#app/domain/export/import-limit.ts";
import { issueInWords } from "#app/domain/export/issue-in-words.ts";
import { leaveOutLinks } from "#app/domain/export/leave-out-links.ts";
import {
  type EventEntry,
  eventEntrySchema,
  type FileOutline,
  fileOutlineSchema,
  organizationFileSchema,
  type ResponseEntry,
  responseEntrySchema,
} from "#app/domain/export/organization-file.ts";
import {
  type AdoptionEntry,
  adoptionEntrySchema,
  initiativeChecker,
  type InitiativeEntry,
  initiativeEntrySchema,
  planChecker,
  type ScenarioEntry,
  scenarioEntrySchema,
} from "#app/domain/export/roadmap-entries.ts";
import { checkTeamEntries } from "#app/domain/export/team-entries.ts";
import type { Words } from "#app/words/say.ts";
import { checkFigures, compileAll } from "./check-figures.server.ts";
import { repeatedKey } from "./repeated-key.server.ts";
import { JsonFaultError, type JsonPart, jsonParts } from "./json-parts.server.ts";

const DEEPEST = 24;
/** Of a file that is wrong in many places these are told. */
const MOST_PROBLEMS = 20;
/** The lists that come entry by entry, and how many entries each may have. */
const LISTS = { adoptions: MOST_ADOPTIONS, events: MOST_EVENTS, initiatives: MOST_INITIATIVES, responses: MOST_RESPONSES, scenarios: MOST_SCENARIOS };
const isList = (key: string): key is keyof typeof LISTS => Object.hasOwn(LISTS, key);
/** Characters of a key that are told. */
const LONGEST_KEY = 64;
/** Characters that are looked through before others have their turn in this process. */
const AT_ONCE = 256 * 1024;

/** What a file is read with: the clock, the rules of contradiction that its bands are drawn by, and the reader's words. */
export type Reading = { now: Date; rules: readonly Contradiction[]; words: Words };
type Of = Pick<ResponseEntry, "id" | "cycle" | "assessment" | "createdAt" | "submittedAt" | "respondentRole" | "workFunction" | "publishedIn">;
export type BroughtPlan = { key: "scenarios"; entry: ScenarioEntry } | { key: "adoptions"; entry: AdoptionEntry };
/**
 * A file that was read and checked. Its responses and scenarios stand in memory without what is in them; `entries` reads the responses again, in
 * their order, and `plans` the scenarios and what was adopted.
 */
export type BroughtFile = FileOutline & {
  events: readonly EventEntry[];
  initiatives: readonly InitiativeEntry[];
  responses: readonly Of[];
  scenarios: readonly Pick<ScenarioEntry, "id">[];
  entries(): AsyncIterable<ResponseEntry>;
  plans(): AsyncIterable<BroughtPlan>;
  /** Links that the form would not take, and that are therefore not among the entries. */
  linksLeftOut: number;
};
export type ReadFile = { file: BroughtFile; problems?: never } | { file?: never; problems: FileProblem[] };

class ProblemsFound extends Error {
  constructor(readonly problems: FileProblem[]) {
    super("the file has problems");
  }
}

/**
 * Reads the file of an organisation and believes none of it: its shape, that what it refers to is in it, that each assessment is the
 * one its hash says, that each answer fits its question, and that each result is what the answers score here. The bands are those
 * that are drawn here. The file is gone through three times: for its outline, to check the entries of its long lists, and by whoever takes them.
 */
export async function readOrganizationFile(file: Blob, reading: Reading): Promise<ReadFile> {
  const { say } = reading.words;
  try {
    return { file: await checkedFile(file, reading) };
  } catch (error) {
    if (error instanceof ProblemsFound) return { problems: error.problems.slice(0, MOST_PROBLEMS) };
    if (error instanceof JsonFaultError) return { problems: [{ place: "", message: say(`imports:${error.fault}`) }] };
    throw error;
  }
}

async function checkedFile(file: Blob, reading: Reading): Promise<BroughtFile> {
  const { words } = reading;
  const outline = await outlineOf(file, words);
  refuseIf(checkOutline(outline, words, reading.now));
  refuseIf(checkTeamEntries(outline, words));
  refuseIf(checkChangeEntries(outline, words));
  const { compiled, problems } = compileAll(outline, words);
  refuseIf(problems);
  const check = responseChecker(outline, words);
  const checkInitiative = initiativeChecker(outline, words, reading.now);
  const checkScenario = planChecker(outline, words, reading.now);
  const checkAdoption = planChecker(outline, words, reading.now);
  const events: EventEntry[] = [];
  const initiatives: InitiativeEntry[] = [];
  const scenarios: Pick<ScenarioEntry, "id">[] = [];
  const responses: Of[] = [];
  const bands: ResponseEntry["result"]["band"][] = [];
  let linksLeftOut = 0;
  for await (const part of partsOf(file)) {
    if (!isList(part.key) || part.index === null) continue;
    const place = `${part.key}.${part.index}`;
    if (part.key === "events") {
      const event = readEntry(eventEntrySchema, part, place, words);
      if (event) events.push(event);
      problems.push(...(event ? checkEvent(event, place, reading.now, words) : []));
    }
    if (part.key === "initiatives") {
      const initiative = readEntry(initiativeEntrySchema, part, place, words);
      if (initiative) initiatives.push(initiative);
      problems.push(...(initiative ? checkInitiative(initiative, place) : []));
    }
    if (part.key === "scenarios") {
      await letOthers();
      const scenario = readEntry(scenarioEntrySchema, part, place, words);
      if (scenario) scenarios.push({ id: scenario.id });
      problems.push(...(scenario ? checkScenario(scenario, place) : []));
    }
    if (part.key === "adoptions") {
      await letOthers();
      const adoption = readEntry(adoptionEntrySchema, part, place, words);
      problems.push(...(adoption ? checkAdoption(adoption, place) : []));
    }
    if (part.key === "responses") {
      await letOthers();
      const response = readEntry(responseEntrySchema, part, place, words);
      const wrong = response ? check(response, place) : [];
      problems.push(...wrong);
      if (response && wrong.length === 0) {
        const figures = checkFigures(response, compiled.get(response.assessment)!, reading, place);
        problems.push(...(figures.problems ?? []));
        bands.push(figures.band ?? null);
        linksLeftOut += leaveOutLinks(response).leftOut;
        const { id, cycle, assessment, createdAt, submittedAt, respondentRole, workFunction, publishedIn } = response;
        responses.push({ id, cycle, assessment, createdAt, submittedAt, respondentRole, workFunction, publishedIn });
      }
    }
    if (problems.length >= MOST_PROBLEMS) break;
  }
  refuseIf(problems);
  return { ...outline, events, initiatives, responses, scenarios, linksLeftOut, entries: () => entriesOf(file, bands), plans: () => plansOf(file) };

  /** One entry; null where it is not as it has to be, which is told. */
  function readEntry<Entry>(schema: z.ZodType<Entry>, { text }: JsonPart, place: string, spoken: Words): Entry | null {
    const parsed = schema.safeParse(parsedPart(text, place, spoken));
    if (parsed.success) return parsed.data;
    problems.push(...problemsOf(parsed.error, place, spoken));
    return null;
  }
}

/** All of a file but what is in its long lists, which are counted. */
async function outlineOf(file: Blob, words: Words): Promise<FileOutline> {
  const found: Record<string, unknown> = {};
  let length = 0;
  let foreign = 0;
  for await (const { key, index, text } of partsOf(file)) {
    // No file of ours, however long it goes on: what has been read is refused below.
    if (!Object.hasOwn(organizationFileSchema.shape, key) && ++foreign > MOST_PROBLEMS) break;
    if (isList(key) && index !== null) {
      if (index >= LISTS[key])
        throw new ProblemsFound([{ place: key, message: words.say("imports:tooMany", { most: LISTS[key].toLocaleString(words.language) }) }]);
      continue;
    }
    length += text.length;
    if (length > LONGEST_PART) throw new JsonFaultError("tooLong");
    if (key === "__proto__") throw new ProblemsFound([{ place: "", message: words.say("imports:forbiddenKey") }]);
    await letOthers();
    found[key] = parsedPart(text, key, words);
  }
  // With the lists, which are empty here where they are lists at all.
  const parsed = organizationFileSchema.safeParse(found);
  if (!parsed.success) throw new ProblemsFound(problemsOf(parsed.error, "", words));
  const { adoptions: _, events: __, initiatives: ___, responses: ____, scenarios: _____, ...outline } = parsed.data;
  return fileOutlineSchema.parse(outline);
}

/** The responses of a file that was checked before, with the bands that were drawn then. */
async function* entriesOf(file: Blob, bands: readonly ResponseEntry["result"]["band"][]): AsyncGenerator<ResponseEntry> {
  for await (const { key, index, text } of partsOf(file)) {
    if (key !== "responses" || index === null) continue;
    const { response } = leaveOutLinks(responseEntrySchema.parse(JSON.parse(text)));
    yield { ...response, result: { ...response.result, band: bands[index]! } };
  }
}

/** The scenarios of a file that was checked before, and what was adopted of them, as they stand in it. */
async function* plansOf(file: Blob): AsyncGenerator<BroughtPlan> {
  for await (const { key, index, text } of partsOf(file)) {
    if (index === null) continue;
    if (key === "scenarios") yield { key, entry: scenarioEntrySchema.parse(JSON.parse(text)) };
    if (key === "adoptions") yield { key, entry: adoptionEntrySchema.parse(JSON.parse(text)) };
  }
}

function partsOf(file: Blob): AsyncGenerator<JsonPart> {
  return jsonParts(textOf(file), { lists: Object.keys(LISTS), deepest: DEEPEST, longest: LONGEST_PART });
}

async function* textOf(file: Blob): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for (let at = 0; at < file.size; at += AT_ONCE) {
      await letOthers();
      yield decoder.decode(await file.slice(at, at + AT_ONCE).arrayBuffer(), { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    // Of the decoder: bytes that are no text.
    throw error instanceof TypeError ? new JsonFaultError("malformed") : error;
  }
}

function parsedPart(text: string, place: string, { say }: Words): unknown {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new JsonFaultError("malformed");
  }
  const key = repeatedKey(text);
  if (key !== null) throw new ProblemsFound([{ place, message: say("imports:keyNamedTwice", { key: key.slice(0, LONGEST_KEY) }) }]);
  if (hasForbiddenKey(data)) throw new ProblemsFound([{ place, message: say("imports:forbiddenKey") }]);
  return data;
}

function refuseIf(problems: FileProblem[]): void {
  if (problems.length > 0) throw new ProblemsFound(problems);
}

function problemsOf({ issues }: z.ZodError, at: string, words: Words): FileProblem[] {
  return issues.slice(0, MOST_PROBLEMS).map((issue) => {
    const place = [at, ...issue.path.map(String)].filter((part) => part !== "").join(".");
    return { place: place.slice(0, 200), message: issueInWords(issue, words) };
  });
}

/** A reviver would be asked for every value of a file of many megabytes; this walks its objects only. */
function hasForbiddenKey(data: unknown): boolean {
  const open = [data];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== "object" || value === null) continue;
    if (Object.hasOwn(value, "__proto__")) return true;
    for (const member of Object.values(value)) if (typeof member === "object" && member !== null) open.push(member);
  }
  return false;
}
