import { z } from "zod";
import type { Words } from "../../words/say.ts";
import { linkSchema, LONGEST_LINK } from "../assessment/answer.ts";
import { linkText } from "../assessment/answer-sentences.ts";
import { revisionSchema } from "../kpis/kpi-form.ts";
import { plainText } from "../kpis/plain-text.ts";
import type { FieldProblems, FormReading } from "../tenancy/organization-form.ts";
import { plainLine, VISIBLE } from "../tenancy/plain-line.ts";
import { LONGEST_STEP } from "./own-initiative-form.ts";

/** Characters of each part of what an initiative bets on, and of what was measured. */
export const LONGEST_BET = 1000;
export const LONGEST_NOTE = 2000;
export const LONGEST_ATTACHMENT_TITLE = 120;
/** Lines of one checklist; whoever has more has two initiatives. */
export const MOST_STEPS = 50;
/** Notes of one initiative. */
export const MOST_NOTES = 200;
/** Links and files of one initiative. */
export const MOST_ATTACHMENTS = 50;
export const VERDICTS = ["held", "refuted", "unclear"] as const;
export type Verdict = (typeof VERDICTS)[number];
export const BET_TEXTS = ["analog", "antilog", "leapOfFaith", "hypothesis", "refutedBy"] as const;

/** Who looks after it, by when; null: nobody, no day. */
export type Keeping = { owner: string | null; due: string | null };
/** Evidence-based planning; null: not said. `measureOn` is an ISO date. */
export type Bet = Record<(typeof BET_TEXTS)[number], string | null> & { measureOn: string | null };
/** What the measurement showed; all null: the leap of faith is open. */
export type Decision = { verdict: Verdict | null; measured: string | null; decidedOn: string | null };
type AtRevision<Values> = Values & { revision: number };

const orNull = <Schema extends z.ZodType>(schema: Schema) => z.union([z.literal("").transform(() => null), schema]);
/** This century, so that nobody waits for a slip of the pen. */
const day = z.iso.date().startsWith("20");
const prose = plainText(LONGEST_BET).transform((text) => text || null);
const id = z.uuid();
/** A form that is sent twice adds one: `once` is the id it gets. */
const once = z.uuid();

const keepSchema = z.strictObject({ owner: orNull(id), due: orNull(day), revision: revisionSchema });
const betSchema = z.strictObject({
  analog: prose,
  antilog: prose,
  leapOfFaith: prose,
  hypothesis: prose,
  refutedBy: prose,
  measureOn: orNull(day),
  revision: revisionSchema,
});
const decisionSchema = z.strictObject({ verdict: z.enum(["open", ...VERDICTS]), measured: prose, decidedOn: orNull(day), revision: revisionSchema });
const stepSchema = z.strictObject({ once, step: plainLine(LONGEST_STEP) });
const noteText = plainText(LONGEST_NOTE).refine((text) => VISIBLE.test(text));
const noteSchema = z.strictObject({ once, note: noteText });
const attachmentSchema = z.strictObject({ once, title: plainLine(LONGEST_ATTACHMENT_TITLE), link: orNull(z.string().trim().pipe(linkSchema)) });

/** Something of a page's that is named by its id alone. */
export const namedSchema = z.strictObject({ id });
export const attachmentRemovalSchema = z.strictObject({ id, typed: z.string() });
/** A line of the checklist, or a note, that was removed, as the page gave it with its seal. `at` and `by` are of a line that was done, and of who wrote a note. */
const sealed = { id, by: z.string().max(100), at: z.union([z.literal(""), z.iso.datetime()]), seal: z.string().max(100) };
export const stepUndoSchema = z.strictObject({ ...sealed, text: plainLine(LONGEST_STEP), position: z.string().regex(/^\d{1,4}$/) });
export const noteUndoSchema = z.strictObject({ ...sealed, text: noteText, byId: z.union([z.literal(""), id]) });

type Fields = Record<string, string>;

/** @param owners the ids of who can be chosen */
export function readKeeping(fields: Fields, owners: readonly string[], words: Words): FormReading<AtRevision<Keeping>> {
  const parsed = keepSchema.safeParse(fields);
  const wrong = wrongIn(parsed);
  const isStranger = !["", ...owners].includes(fields["owner"] ?? "");
  return reading(parsed, words, "owner", [
    ...(isStranger || wrong.has("owner") ? [{ field: "owner", message: words.say("initiatives:chooseOwner") }] : []),
    ...(wrong.has("due") ? [{ field: "due", message: words.say("initiatives:notADay") }] : []),
  ]);
}

export function readBet(fields: Fields, words: Words): FormReading<AtRevision<Bet>> {
  const parsed = betSchema.safeParse(fields);
  const wrong = wrongIn(parsed);
  const unfit = BET_TEXTS.filter((name) => wrong.has(name)).map((field) => ({ field, message: words.say("initiatives:textUnfit", { most: LONGEST_BET }) }));
  return reading(parsed, words, "analog", [...unfit, ...(wrong.has("measureOn") ? [{ field: "measureOn", message: words.say("initiatives:notADay") }] : [])]);
}

/** @param today in the organisation's time zone: nothing has been measured after it */
export function readDecision(fields: Fields, today: string, words: Words): FormReading<AtRevision<Decision>> {
  const { say } = words;
  const parsed = decisionSchema.safeParse(fields);
  const wrong = wrongIn(parsed);
  const isOpen = fields["verdict"] === "open";
  const problems: FieldProblems = [];
  if (wrong.has("verdict")) problems.push({ field: "verdict", message: say("initiatives:chooseVerdict") });
  if (wrong.has("measured")) problems.push({ field: "measured", message: say("initiatives:textUnfit", { most: LONGEST_BET }) });
  else if (!isOpen && !VISIBLE.test(fields["measured"] ?? "")) problems.push({ field: "measured", message: say("initiatives:measuredMissing") });
  const on = fields["decidedOn"] ?? "";
  if (wrong.has("decidedOn") || (!isOpen && (on === "" || on > today))) problems.push({ field: "decidedOn", message: say("initiatives:dayUntilToday") });
  const { values } = reading(parsed, words, "verdict", problems);
  if (!values) return { problems: problems.length > 0 ? problems : [{ field: "verdict", message: say("initiatives:formChanged") }] };
  const { verdict, revision, ...rest } = values;
  return { values: verdict === "open" ? { verdict: null, measured: null, decidedOn: null, revision } : { verdict, revision, ...rest } };
}

export function readStep(fields: Fields, words: Words): FormReading<{ once: string; step: string }> {
  const parsed = stepSchema.safeParse(fields);
  const isEmpty = !VISIBLE.test(fields["step"] ?? "");
  const message = isEmpty ? words.say("initiatives:stepMissing") : words.say("initiatives:stepUnfit", { most: LONGEST_STEP });
  return reading(parsed, words, "step", wrongIn(parsed).has("step") ? [{ field: "step", message }] : []);
}

export function readNote(fields: Fields, words: Words): FormReading<{ once: string; note: string }> {
  const parsed = noteSchema.safeParse(fields);
  const isEmpty = !VISIBLE.test(fields["note"] ?? "");
  const message = isEmpty ? words.say("initiatives:noteMissing") : words.say("initiatives:textUnfit", { most: LONGEST_NOTE });
  return reading(parsed, words, "note", wrongIn(parsed).has("note") ? [{ field: "note", message }] : []);
}

/** A link or a file, and never both. @param hasFile whether a file comes with it */
export function readAttachment(fields: Fields, hasFile: boolean, words: Words): FormReading<{ once: string; title: string; link: string | null }> {
  const { say } = words;
  const parsed = attachmentSchema.safeParse(fields);
  const wrong = wrongIn(parsed);
  const [title, link] = [(fields["title"] ?? "").trim(), (fields["link"] ?? "").trim()];
  const problems: FieldProblems = [];
  if (wrong.has("title"))
    problems.push({
      field: "title",
      message: title === "" ? say("initiatives:nameMissing") : say("initiatives:nameUnfit", { most: LONGEST_ATTACHMENT_TITLE }),
    });
  if (link !== "" && hasFile) problems.push({ field: "link", message: say("initiatives:notBoth") });
  else if (link === "" && !hasFile) problems.push({ field: "link", message: say("initiatives:linkOrFile") });
  else if (wrong.has("link")) problems.push({ field: "link", message: linkText(link.slice(0, LONGEST_LINK + 1), words) });
  return reading(parsed, words, "title", problems);
}

type Parsed<Values> = z.ZodSafeParseResult<Values>;

function wrongIn(parsed: Parsed<unknown>): Set<unknown> {
  return new Set(parsed.error?.issues.map(({ path: [field] }) => field));
}

/** What was read, or what is wrong; fields that the page does not have, and an id or a revision that nobody typed, are said at one field. */
function reading<Values>(parsed: Parsed<Values>, { say }: Words, field: string, problems: FieldProblems): FormReading<Values> {
  if (problems.length > 0) return { problems };
  return parsed.success ? { values: parsed.data } : { problems: [{ field, message: say("initiatives:formChanged") }] };
}
