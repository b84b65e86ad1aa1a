import type { Answer, AnswerProblem } from "./answer.ts";
import { answerSchema, CONFIDENCES, problemWith } from "./answer.ts";
import { canonicalJson } from "../report/canonical-json.ts";
import type { Item } from "./definition.ts";
import { OPTION_PREFIX, fieldName } from "./form-fields.ts";

export type FormEntries = readonly (readonly [string, string])[];
export type FormAnswer = { itemId: string; answer: Answer; basedOn: number };

/**
 * Reads a posted screen of questions, with or without JavaScript. Fields of an item that is not on the screen are
 * refused, so that nothing is dropped in silence. A question that comes back as the screen showed it is no change, or a
 * device that never touched it would wipe what another has answered meanwhile.
 */
export function answersFromForm(items: readonly Item[], entries: FormEntries): { changes: FormAnswer[]; problems: AnswerProblem[] } {
  const changes: FormAnswer[] = [];
  const problems: AnswerProblem[] = [];
  const known = new Set(items.flatMap((item) => Object.values(fieldNames(item.id))));
  for (const [name] of entries) {
    if (!known.has(name)) problems.push({ field: name.slice(0, 80), message: "is not a field of this screen" });
  }
  for (const item of items) {
    const read = answerFromFields(item, entries);
    if ("message" in read) problems.push({ field: item.id, message: read.message });
    else if (canonicalJson(read.answer) !== shownFor(item.id, entries))
      changes.push({ itemId: item.id, answer: read.answer, basedOn: revisionOf(item.id, entries) });
  }
  return { changes, problems };
}

/** What was posted for an item, unchecked, so that a refused screen comes back as it was sent. */
export type PostedAnswer = {
  answer: Answer;
  /** "Does not apply" or "I don't know" where they were chosen beside answers, which no answer can say. */
  alsoChosen: string[];
};

export function answersAsPosted(items: readonly Item[], entries: FormEntries): Record<string, PostedAnswer> {
  return Object.fromEntries(
    items.map((item): [string, PostedAnswer] => {
      const { options, states, confidence, comment, link } = fieldsOf(item, entries);
      const chosen = stateOf(item, options, options.length > 0 ? undefined : states[0]);
      const extras = { ...(confidence && { confidence }), ...(comment && { comment }), ...(link && { evidence: { link } }) };
      return [item.id, { answer: { ...chosen, ...extras } as Answer, alsoChosen: options.length > 0 ? states : states.slice(1) }];
    }),
  );
}

function fieldNames(itemId: string) {
  return {
    answer: fieldName("answer", itemId),
    revision: fieldName("revision", itemId),
    shown: fieldName("shown", itemId),
    confidence: fieldName("confidence", itemId),
    comment: fieldName("comment", itemId),
    evidence: fieldName("evidence", itemId),
  };
}

function fieldsOf(item: Item, entries: FormEntries) {
  const names = fieldNames(item.id);
  const all = (name: string) => entries.filter(([n]) => n === name).map(([, value]) => value);
  const text = (name: string) => all(name)[0]?.replaceAll("\r\n", "\n").trim() ?? "";
  const chosen = all(names.answer);
  const options = chosen.filter((v) => v.startsWith(OPTION_PREFIX)).map((v) => v.slice(OPTION_PREFIX.length));
  const states = chosen.filter((v) => !v.startsWith(OPTION_PREFIX));
  return { options, states, confidence: text(names.confidence), comment: text(names.comment), link: text(names.evidence) };
}

function answerFromFields(item: Item, entries: FormEntries): { answer: Answer } | { message: string } {
  const { options, states, confidence, comment, link } = fieldsOf(item, entries);
  if (states.length > 0 && states.length + options.length > 1) return { message: "choose either answers, or “does not apply”, or “I don’t know”" };
  if (item.kind !== "multi" && options.length > 1) return { message: "choose one answer" };
  const parsed = answerSchema.safeParse({
    ...stateOf(item, options, states[0]),
    ...(confidence === "" ? {} : { confidence }),
    ...(comment === "" ? {} : { comment }),
    ...(link === "" ? {} : { evidence: { link } }),
  });
  if (!parsed.success) return { message: problemText(parsed.error.issues[0]!) };
  const message = problemWith(item, parsed.data);
  return message ? { message } : { answer: parsed.data };
}

function stateOf(item: Item, options: string[], state: string | undefined) {
  if (state !== undefined) return { state };
  if (options.length === 0) return { state: "blank" };
  if (item.kind === "multi") return { state: "answered", value: options };
  return { state: "answered", value: item.kind === "scale" ? Number(options[0]) : options[0] };
}

function problemText(issue: { path: PropertyKey[]; message: string }): string {
  if (issue.path[0] === "evidence") return `evidence: ${issue.message}`;
  if (issue.path[0] === "comment") return `note: ${issue.message}`;
  if (issue.path[0] === "confidence") return `how sure: takes ${CONFIDENCES.join(", ")}`;
  return "takes one of the answers shown";
}

function shownFor(itemId: string, entries: FormEntries): string | undefined {
  return entries.find(([name]) => name === fieldName("shown", itemId))?.[1];
}

function revisionOf(itemId: string, entries: FormEntries): number {
  const given = Number(entries.find(([name]) => name === fieldName("revision", itemId))?.[1] ?? 0);
  return Number.isSafeInteger(given) && given >= 0 ? given : 0;
}
