import { z } from "zod";
import type { Words } from "../../words/say.ts";
import type { Answer } from "../assessment/answer.ts";
import { answersFromForm, type FormEntries } from "../assessment/answers-form.ts";
import type { Item } from "../assessment/definition.ts";
import { isAgreed, LONGEST_REASON, reasonSchema } from "./consensus.ts";

/** What was posted to the form in which a team writes down what it agreed on. */
const sentSchema = z.strictObject({
  intent: z.enum(["set", "withdraw"]),
  /** How often it was written down when the page was shown; 0: never. */
  revision: z.coerce.number().int().min(0).max(1_000_000),
});

export type ConsensusForm =
  | { kind: "set"; answer: Answer; reason: string; revision: number }
  | { kind: "withdraw"; revision: number }
  | { kind: "problems"; problems: { field: string; message: string }[] }
  /** Fields that the form does not have. */
  | { kind: "foreign" };

/** Reads it; the fields of the answer are those of the question itself. Problems are whole sentences. */
export function readConsensus(item: Item, entries: FormEntries, words: Words): ConsensusForm {
  const { say } = words;
  const own = new Map(entries.filter(([name]) => ["intent", "revision", "reason"].includes(name)));
  const sent = sentSchema.safeParse({ intent: own.get("intent"), revision: own.get("revision") });
  if (!sent.success) return { kind: "foreign" };
  const { intent, revision } = sent.data;
  if (intent === "withdraw") return { kind: "withdraw", revision };
  const read = answersFromForm(
    [item],
    entries.filter(([name]) => !own.has(name)),
    words,
  );
  if (read.problems.some(({ field }) => field !== item.id)) return { kind: "foreign" };
  const answer = read.changes[0]?.answer;
  const problems = [...read.problems];
  if (problems.length === 0 && !(answer && isAgreed(answer))) problems.push({ field: item.id, message: say("team:chooseAnswer") });
  const text = (own.get("reason") ?? "").replaceAll("\r\n", "\n");
  const reason = reasonSchema.safeParse(text);
  if (!reason.success) problems.push({ field: "reason", message: say(text.length > LONGEST_REASON ? "team:reasonTooLong" : "team:giveReason") });
  if (problems.length > 0 || !answer || !reason.success) return { kind: "problems", problems };
  return { kind: "set", answer, reason: reason.data, revision };
}
