import { z } from "zod";
import { hasThreeDecimals } from "./content-values.ts";
import type { Definition, Item } from "./definition.ts";

/**
 * An answer is in exactly one of four states, never merged (method, section 1). `blank` is also what an item that is
 * absent from the answers is in.
 */
export const ANSWER_STATES = ["answered", "not_applicable", "not_sure", "blank"] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];

export const CONFIDENCES = ["guess", "fairly_sure", "certain"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Characters in a note, and in a link to evidence. */
export const LONGEST_NOTE = 1000;
export const LONGEST_LINK = 500;

/** Neither NUL nor a lone surrogate, which the database does not take. */
export function isStorable(text: string): boolean {
  return !text.includes("\u0000") && text.isWellFormed();
}

/** Text from outside: nothing that cannot be stored, a length that fits a screen. */
export const safeText = (max: number) =>
  z
    .string()
    .max(max, `use at most ${max} characters`)
    .refine(isStorable, { error: "has characters that cannot be stored", params: { fault: "characters" } });

/** A name or password before the host, which makes an address read as another's: https://bank.example@evil.example. */
export function namesUser(link: string): boolean {
  if (!URL.canParse(link)) return false;
  const { username, password } = new URL(link);
  return username !== "" || password !== "";
}

/**
 * An address that leads where it reads as leading: no backslash, which a browser takes for a slash, nothing that turns its
 * letters round, and no sign in the host that only looks like one of ours.
 */
export function opensAsWritten(link: string): boolean {
  const host = /^https?:\/\/([^/?#]*)/i.exec(link)?.[1] ?? "";
  return URL.canParse(link) && !/[\\\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(link) && /^[\x21-\x7e\p{L}\p{N}\p{M}]*$/u.test(host);
}

/** A link as it may be stored, whatever was required of one when it was given. */
const anyLinkSchema = safeText(LONGEST_LINK);
/** A link as it may be given. */
export const linkSchema = anyLinkSchema
  .refine((s) => /^https?:\/\/\S+$/i.test(s), { error: "begin the link with http:// or https://", abort: true })
  .refine(opensAsWritten, { error: "give an address that a browser can open as it is written", abort: true })
  .refine((s) => !namesUser(s), "leave out the name or password before the @: it hides where the link leads");

function evidenceOf<Link extends z.ZodType<string>>(link: Link) {
  return z.strictObject({
    link,
    /** Last day (ISO date) on which the evidence counts; absent: no end. */
    expires: z.iso.date().optional(),
  });
}

export type Evidence = z.infer<ReturnType<typeof evidenceOf>>;

function answerWith<Link extends z.ZodType<string>>(link: Link) {
  const extras = {
    confidence: z.enum(CONFIDENCES).optional(),
    comment: safeText(LONGEST_NOTE).optional(),
    evidence: evidenceOf(link).optional(),
  };
  return z.discriminatedUnion("state", [
    z.strictObject({
      state: z.literal("answered"),
      value: z.union([safeText(64), z.array(safeText(64)).max(12), z.number()]),
      /** Where a shift is wanted to stand in 12 months. */
      target: z.number().optional(),
      ...extras,
    }),
    z.strictObject({ state: z.literal("not_applicable"), ...extras }),
    z.strictObject({ state: z.literal("not_sure"), ...extras }),
    z.strictObject({ state: z.literal("blank"), ...extras }),
  ]);
}

export const answerSchema = answerWith(linkSchema);
/** For reading back what was stored, which a rule that came later must not make unreadable. */
export const storedAnswerSchema = answerWith(anyLinkSchema);
export type Answer = z.infer<typeof answerSchema>;
/** An answer that says something. */
export type Said = Extract<Answer, { state: "answered" }>;
export type Answers = Record<string, Answer>;

/** Item ids to answers, before the items themselves are known; see `checkAnswers`. */
export const answersSchema = z.record(safeText(64), answerSchema);

export type AnswerProblem = { field: string; message: string };

/**
 * Says to programs and to authors of content what is wrong with an answer to this item, or null; `refusedText` says it to
 * respondents. The kinds and their values: method, section 2.
 */
export function problemWith(item: Item, answer: Answer): string | null {
  if (answer.state !== "answered") return null;
  const { value, target } = answer;
  if (target !== undefined && item.kind !== "shift") return "takes no target";
  switch (item.kind) {
    case "single":
      if (typeof value !== "string") return "takes one option id";
      return item.options.some((o) => o.id === value) ? null : `has no option "${value}"`;
    case "multi": {
      if (!Array.isArray(value) || value.length === 0) return "takes a list of one or more option ids";
      if (new Set(value).size !== value.length) return "names an option twice";
      const unknown = value.find((id) => !item.options.some((o) => o.id === id));
      if (unknown !== undefined) return `has no option "${unknown}"`;
      const exclusive = item.options.find((o) => o.exclusive && value.includes(o.id));
      return exclusive && value.length > 1 ? `"${exclusive.id}" cannot be combined with other options` : null;
    }
    case "scale":
      if (typeof value !== "number" || !Number.isInteger(value)) return "takes a whole number";
      return value >= item.min && value <= item.max ? null : `takes a whole number from ${item.min} to ${item.max}`;
    case "shift": {
      const last = item.positions.length - 1;
      if (!isPosition(value, last)) return `takes a whole number from 0 to ${last}`;
      return target === undefined || isPosition(target, last) ? null : `takes as target a whole number from 0 to ${last}`;
    }
    case "number":
      if (typeof value !== "number" || value < item.min || value > item.max || Number.isNaN(value)) return `takes a number from ${item.min} to ${item.max}`;
      return hasThreeDecimals(value) ? null : "takes at most three decimals";
    case "ranking": {
      if (!Array.isArray(value) || value.length !== item.pick) return `takes a list of ${item.pick} option ids, the first place first`;
      if (new Set(value).size !== value.length) return "names an option twice";
      const unknown = value.find((id) => !item.options.some((o) => o.id === id));
      return unknown === undefined ? null : `has no option "${unknown}"`;
    }
  }
}

function isPosition(value: Said["value"], last: number): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= last;
}

/**
 * Checks answers against a definition: every item must exist in this version and every value must be of its kind.
 * For programs, so in English. Returns an empty list when all is well.
 */
export function checkAnswers(definition: Definition, answers: Answers): AnswerProblem[] {
  const items = new Map(definition.items.map((item) => [item.id, item]));
  const problems: AnswerProblem[] = [];
  for (const [id, answer] of Object.entries(answers)) {
    const item = items.get(id);
    const message = item ? problemWith(item, answer) : `is not an item of ${definition.slug} version ${definition.version}`;
    if (message) problems.push({ field: `answers.${id}`, message });
  }
  return problems;
}

/** The answer to an item; an absent one is blank. Safe for ids such as `__proto__`. */
export function answerTo(answers: Answers, itemId: string): Answer {
  return (Object.hasOwn(answers, itemId) ? answers[itemId] : undefined) ?? { state: "blank" };
}
