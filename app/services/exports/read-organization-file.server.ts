import { setImmediate as letOthers } from "node:timers/promises";
import type { z } from "zod";
import { checkAnswers } from "#app/domain/assessment/answer.ts";
import type { Contradiction } from "#app/domain/assessment/contradiction.ts";
import { checkOrganizationFile, type FileProblem } from "#app/domain/export/check-organization-file.ts";
import { MOST_EVENTS, MOST_RESPONSES } from "#app/domain/export/import-limit.ts";
import { fileOutlineSchema, type OrganizationFile, type ResponseEntry, responseEntrySchema } from "#app/domain/export/organization-file.ts";
import { checkTeamEntries } from "#app/domain/export/team-entries.ts";
import { canonicalJson } from "#app/domain/report/canonical-json.ts";
import { type Compiled, compile } from "#app/domain/scoring/compile.ts";
import { METHOD_VERSION } from "#app/domain/scoring/score.ts";
import { depthOf } from "../api/json-depth.server.ts";
import { contentHash } from "../content/catalog.server.ts";
import { scoreResponse } from "../responses/score-response.server.ts";
import { answersFromRows } from "../responses/stored-answer.server.ts";
import { rowFromEntry } from "./answer-entry.server.ts";

const DEEPEST = 24;
/** Of a file that is wrong in many places these are told. */
const MOST_PROBLEMS = 20;
/** Responses whose shape is checked before others have their turn in this process. */
const AT_ONCE = 50;

/** What a file is read with: the clock, and the rules of contradiction that its bands are drawn by. */
export type Reading = { now: Date; rules: readonly Contradiction[] };
export type ReadFile = { file: OrganizationFile; problems?: never } | { problems: FileProblem[] };

/**
 * Reads the file of an organisation and believes none of it: its shape, that what it refers to is in it, that each assessment is the
 * one its hash says, that each answer fits its question, and that each result is what the answers score here. The bands are those
 * that were drawn here.
 */
export async function readOrganizationFile(text: string, { now, rules }: Reading): Promise<ReadFile> {
  const refuse = (message: string): ReadFile => ({ problems: [{ place: "", message }] });
  if (depthOf(text) > DEEPEST) return refuse("is nested too deeply");
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return refuse("is not well-formed JSON");
  }
  await letOthers();
  if (hasForbiddenKey(data)) return refuse("has a key that is not allowed: __proto__");
  const tooLong = tooLongLists(data);
  if (tooLong.length > 0) return { problems: tooLong };
  await letOthers();
  const outline = fileOutlineSchema.safeParse(data);
  if (!outline.success) return { problems: problemsOf(outline.error, "") };
  const responses: ResponseEntry[] = [];
  const problems: FileProblem[] = [];
  for (const [index, entry] of outline.data.responses.entries()) {
    if (index % AT_ONCE === 0) await letOthers();
    const parsed = responseEntrySchema.safeParse(entry);
    if (parsed.success) responses.push(parsed.data);
    else problems.push(...problemsOf(parsed.error, `responses.${index}`));
    if (problems.length >= MOST_PROBLEMS) break;
  }
  const file: OrganizationFile = { ...outline.data, responses };
  if (problems.length === 0) problems.push(...checkOrganizationFile(file, now), ...checkTeamEntries(file));
  if (problems.length === 0) problems.push(...(await checkFigures(file, rules)));
  return problems.length > 0 ? { problems: problems.slice(0, MOST_PROBLEMS) } : { file };
}

/** Before each entry is looked at, which takes its time. */
function tooLongLists(data: unknown): FileProblem[] {
  const lists = { events: MOST_EVENTS, responses: MOST_RESPONSES };
  return Object.entries(lists).flatMap(([place, most]) => {
    const list: unknown = typeof data === "object" && data !== null ? Reflect.get(data, place) : null;
    if (!Array.isArray(list) || list.length <= most) return [];
    return [{ place, message: `has ${list.length.toLocaleString("en")} entries; at most ${most.toLocaleString("en")} can be brought in` }];
  });
}

/** Puts the bands that are drawn here in the place of those of the file. */
async function checkFigures({ assessments, responses }: OrganizationFile, rules: Reading["rules"]): Promise<FileProblem[]> {
  const problems: FileProblem[] = [];
  const compiled = new Map<string, Compiled>();
  for (const [index, { hash, definition }] of assessments.entries()) {
    await letOthers();
    const place = `assessments.${index}`;
    if (contentHash(definition) !== hash) problems.push({ place: `${place}.hash`, message: "is not the hash of the definition: it was altered" });
    else
      try {
        compiled.set(hash, compile(definition));
      } catch {
        problems.push({ place: `${place}.definition`, message: "does not hold together, so that nothing can be scored by it" });
      }
  }
  if (problems.length > 0) return problems;
  for (const [index, response] of responses.entries()) {
    await letOthers();
    problems.push(...checkResponse(response, compiled.get(response.assessment)!, rules, `responses.${index}`));
    if (problems.length >= MOST_PROBLEMS) break;
  }
  return problems;
}

function checkResponse({ answers: entries, result }: ResponseEntry, compiled: Compiled, rules: Reading["rules"], place: string): FileProblem[] {
  let answers;
  try {
    answers = answersFromRows(entries.map(rowFromEntry));
  } catch {
    return [{ place: `${place}.answers`, message: "has an answer whose value does not go with its state" }];
  }
  const wrong = checkAnswers(compiled.definition, answers).map(({ field, message }) => ({ place: `${place}.${field}`, message }));
  if (wrong.length > 0) return wrong;
  if (result.method !== METHOD_VERSION)
    return [{ place: `${place}.result.method`, message: `was scored by method ${result.method}; this installation has method ${METHOD_VERSION}` }];
  const { score: here, band } = scoreResponse(compiled, answers, rules);
  result.band = band;
  if (canonicalJson(here) === canonicalJson(result.score)) return [];
  const [theirs, ours] = [result.score.overall.score, here.overall.score].map((figure) => (figure === null ? "no score" : String(figure)));
  return [
    { place: `${place}.result.score`, message: `is not what its answers score here: ${theirs} overall in the file, ${ours} here, or other parts differ` },
  ];
}

function problemsOf({ issues }: z.ZodError, at: string): FileProblem[] {
  return issues.slice(0, MOST_PROBLEMS).map(({ path, message }) => {
    const place = [at, ...path.map(String)].filter((part) => part !== "").join(".");
    return { place: place.slice(0, 200), message: message.slice(0, 300) };
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
