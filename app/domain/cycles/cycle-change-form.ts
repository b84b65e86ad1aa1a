import { z } from "zod";
import { type Language, LANGUAGES } from "../../words/language.ts";
import type { Words } from "../../words/say.ts";
import { LONGEST_LIST } from "../tenancy/invitation-form.ts";
import type { FieldProblems } from "../tenancy/organization-form.ts";
import { plainLine } from "../tenancy/plain-line.ts";
import { RESPONDENT_ROLES, type RespondentRole, WORK_FUNCTIONS, type WorkFunction } from "../tenancy/profile-choices.ts";
import { readAsked, readLater } from "./opening-form.ts";

export const LONGEST_REASON = 300;

const optional = <Values extends readonly [string, ...string[]]>(values: Values) => z.union([z.literal("").transform(() => null), z.enum(values)]);
const revision = z.coerce
  .number()
  .int()
  .min(1)
  .max(2 ** 31 - 1);
const local = z.string().max(16);
const only = <Name extends string>(name: Name) => z.strictObject({ intent: z.literal(name) });

const changeSchema = z.discriminatedUnion("intent", [
  only("answer"),
  only("close"),
  only("remind"),
  only("unlink"),
  only("end-series"),
  z.strictObject({ intent: z.literal("link"), openLinkUntil: local }),
  z.strictObject({ intent: z.literal("closing"), revision, closesAt: local }),
  z.strictObject({ intent: z.literal("reopen"), revision, reason: z.string().max(4_000), closesAt: local }),
  z.strictObject({
    intent: z.literal("add"),
    addresses: z.string().max(LONGEST_LIST),
    respondentRole: optional(RESPONDENT_ROLES),
    workFunction: optional(WORK_FUNCTIONS),
    language: z.enum(LANGUAGES),
  }),
]);

/** What the page of a cycle can be asked to do. Times are moments; `closesAt` null: when somebody closes it. */
export type CycleChange =
  | { intent: "answer" }
  | { intent: "close" | "remind" | "unlink" | "end-series" }
  | { intent: "link"; openLinkUntil: Date }
  | { intent: "closing"; revision: number; closesAt: Date | null }
  | { intent: "reopen"; revision: number; reason: string; closesAt: Date | null }
  | { intent: "add"; addresses: string[]; respondentRole: RespondentRole | null; workFunction: WorkFunction | null; language: Language };

/** What was read: a change, what is wrong with its fields, or (null) something that none of the page's forms sends. */
export type ChangeReading = { change: CycleChange; problems?: never } | { change?: never; problems: FieldProblems } | null;

/** Reads what a form of the page of a cycle asks for. @param clock the organisation's time zone, in which times are entered, and the present moment */
export function readCycleChange(fields: Record<string, string>, clock: { timeZone: string; now: Date }, words: Words): ChangeReading {
  const parsed = changeSchema.safeParse({ ...fields });
  if (!parsed.success) return null;
  const form = parsed.data;
  const { say } = words;
  const problems: FieldProblems = [];
  const later = (field: string, text: string): Date | null => {
    const read = readLater(text, clock.now, clock);
    if (read instanceof Date) return read;
    problems.push({ field, message: say(`cycles:time_${read}`) });
    return null;
  };
  const done = (change: CycleChange | null): ChangeReading => (problems.length > 0 || !change ? { problems } : { change });
  switch (form.intent) {
    case "link": {
      const openLinkUntil = later("openLinkUntil", form.openLinkUntil);
      return done(openLinkUntil && { intent: "link", openLinkUntil });
    }
    case "closing":
      return done({ ...form, closesAt: form.closesAt === "" ? null : later("closesAt", form.closesAt) });
    case "reopen": {
      const reason = plainLine(LONGEST_REASON).safeParse(form.reason);
      if (!reason.success) problems.push({ field: "reason", message: say("cycles:reasonMissing", { most: LONGEST_REASON }) });
      const closesAt = form.closesAt === "" ? null : later("closesAtAgain", form.closesAt);
      return done({ intent: "reopen", revision: form.revision, reason: reason.data ?? "", closesAt });
    }
    case "add": {
      const { addresses, problem } = readAsked(form.addresses, words);
      if (problem) problems.push({ field: "addresses", message: problem });
      else if (addresses.length === 0) problems.push({ field: "addresses", message: say("people:noAddress") });
      return done({ ...form, addresses });
    }
    case "answer":
      return { change: { intent: form.intent } };
    default:
      return { change: { intent: form.intent } };
  }
}
