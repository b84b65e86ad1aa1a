import type { Words } from "../../words/say.ts";
import type { Answer, AnswerProblem } from "./answer.ts";
import { answerSchema, problemWith } from "./answer.ts";
import { linkText, missingText, noteText, refusedText } from "./answer-sentences.ts";
import { canonicalJson } from "../report/canonical-json.ts";
import type { Item } from "./definition.ts";
import { valueOf, whatIsMissing } from "./entered-value.ts";
import { OPTION_PREFIX, fieldName, type QuestionField } from "./form-fields.ts";

export type FormEntries = readonly (readonly [string, string])[];
export type FormAnswer = { itemId: string; answer: Answer; basedOn: number };

/**
 * Reads a posted screen of questions, with or without JavaScript. Fields of an item that is not on the screen are
 * refused, so that nothing is dropped in silence. A question that comes back as the screen showed it is no change, or a
 * device that never touched it would wipe what another has answered meanwhile. Problems are whole sentences.
 */
export function answersFromForm(items: readonly Item[], entries: FormEntries, words: Words): { changes: FormAnswer[]; problems: AnswerProblem[] } {
  const changes: FormAnswer[] = [];
  const problems: AnswerProblem[] = [];
  const known = new Set(items.flatMap(fieldNames));
  for (const [name] of entries) {
    if (!known.has(name)) problems.push({ field: name.slice(0, 80), message: words.say("answering:foreignField") });
  }
  for (const item of items) {
    const read = answerFromFields(item, entries, words);
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
  /** What was typed or picked in the fields of its kind, word for word. */
  entered: string[];
};

export function answersAsPosted(items: readonly Item[], entries: FormEntries): Record<string, PostedAnswer> {
  return Object.fromEntries(
    items.map((item): [string, PostedAnswer] => {
      const fields = fieldsOf(item, entries);
      const { states, confidence, comment, link, entered } = fields;
      const given = givenIn(item, fields);
      const chosen = given.length > 0 ? valueOf(item, given, entered) : { state: states[0] ?? "blank" };
      const extras = { ...(confidence && { confidence }), ...(comment && { comment }), ...(link && { evidence: { link } }) };
      return [item.id, { answer: { ...chosen, ...extras } as Answer, alsoChosen: given.length > 0 ? states : states.slice(1), entered }];
    }),
  );
}

type Fields = ReturnType<typeof fieldsOf>;

function fieldNames({ id, kind }: Item): string[] {
  const own: QuestionField[] = kind === "shift" ? ["target"] : kind === "number" ? ["number"] : kind === "ranking" ? ["place"] : [];
  const common: QuestionField[] = ["answer", "revision", "shown", "confidence", "comment", "evidence"];
  return [...common, ...own].map((field) => fieldName(field, id));
}

function fieldsOf(item: Item, entries: FormEntries) {
  const all = (field: QuestionField) => entries.filter(([name]) => name === fieldName(field, item.id)).map(([, value]) => value);
  const text = (field: QuestionField) => all(field)[0]?.replaceAll("\r\n", "\n").trim() ?? "";
  const chosen = all("answer");
  const entered = item.kind === "shift" ? all("target") : item.kind === "number" ? all("number") : item.kind === "ranking" ? all("place") : [];
  return {
    options: chosen.filter((v) => v.startsWith(OPTION_PREFIX)).map((v) => v.slice(OPTION_PREFIX.length)),
    states: chosen.filter((v) => !v.startsWith(OPTION_PREFIX)),
    entered,
    confidence: text("confidence"),
    comment: text("comment"),
    link: text("evidence"),
  };
}

/** What was answered besides the two ways out: options chosen, a figure typed, places picked. */
function givenIn(item: Item, { options, entered }: Fields): string[] {
  return item.kind === "number" || item.kind === "ranking" ? entered.map((v) => v.trim()).filter((v) => v !== "") : options;
}

function answerFromFields(item: Item, entries: FormEntries, words: Words): { answer: Answer } | { message: string } {
  const fields = fieldsOf(item, entries);
  const { options, states, entered, confidence, comment, link } = fields;
  const given = givenIn(item, fields);
  if (states.length > 0 && states.length + given.length > 1) return { message: words.say("answering:eitherOr") };
  if (item.kind !== "multi" && (options.length > 1 || (item.kind !== "ranking" && entered.length > 1))) return { message: words.say("answering:chooseOne") };
  const incomplete = states.length === 0 || item.kind === "shift" ? whatIsMissing(item, given, entered) : null;
  if (incomplete !== null) return { message: missingText(incomplete, words) };
  const parsed = answerSchema.safeParse({
    ...(states[0] !== undefined ? { state: states[0] } : given.length === 0 ? { state: "blank" } : valueOf(item, given, entered)),
    ...(confidence === "" ? {} : { confidence }),
    ...(comment === "" ? {} : { comment }),
    ...(link === "" ? {} : { evidence: { link } }),
  });
  if (!parsed.success) return { message: problemText(parsed.error.issues[0]!, fields, words) };
  const { data: answer } = parsed;
  const fits = problemWith(item, answer) === null || answer.state !== "answered";
  return fits ? { answer } : { message: refusedText(item, answer, words) };
}

function problemText({ path }: { path: PropertyKey[] }, { comment, link }: Fields, words: Words): string {
  if (path[0] === "evidence") return linkText(link, words);
  if (path[0] === "comment") return noteText(comment, words);
  return words.say(path[0] === "confidence" ? "answering:howSure" : "answering:notShown");
}

function shownFor(itemId: string, entries: FormEntries): string | undefined {
  return entries.find(([name]) => name === fieldName("shown", itemId))?.[1];
}

function revisionOf(itemId: string, entries: FormEntries): number {
  const given = Number(entries.find(([name]) => name === fieldName("revision", itemId))?.[1] ?? 0);
  return Number.isSafeInteger(given) && given >= 0 ? given : 0;
}
