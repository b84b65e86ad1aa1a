import { linkSchema } from "../assessment/answer.ts";
import type { ResponseEntry } from "./organization-file.ts";
import type { AnswerEntry } from "./stored-answer-schema.ts";

const isTaken = (link: string) => linkSchema.safeParse(link).success;

/**
 * A response without the links that the form would not take: they were given before a rule forbade them, or written into the file by hand.
 * With a link goes the day it was good until. Of a kept old answer the link goes in the same way.
 * @returns the response, and how many links were left out
 */
export function leaveOutLinks(response: ResponseEntry): { response: ResponseEntry; leftOut: number } {
  let leftOut = 0;
  const answers = response.answers.map((answer): AnswerEntry => {
    const { evidenceLink, evidenceExpires, value, ...rest } = answer;
    const isGood = evidenceLink === undefined || isTaken(evidenceLink);
    const kept = typeof value === "object" && "state" in value && value.evidence && !isTaken(value.evidence.link) ? value : null;
    if (isGood && !kept) return answer;
    leftOut += (isGood ? 0 : 1) + (kept ? 1 : 0);
    const { evidence: _, ...bare } = kept ?? {};
    return {
      ...rest,
      ...(value === undefined ? {} : { value: kept ? (bare as typeof kept) : value }),
      ...(isGood && evidenceLink !== undefined ? { evidenceLink } : {}),
      ...(isGood && evidenceExpires !== undefined ? { evidenceExpires } : {}),
    };
  });
  return leftOut === 0 ? { response, leftOut } : { response: { ...response, answers }, leftOut };
}
