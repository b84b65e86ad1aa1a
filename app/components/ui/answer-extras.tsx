import type { Evidence } from "#app/domain/assessment/answer.ts";

/** What a respondent added to an answer: a note in their own words, and a link to the proof. */
export function AnswerExtras({ comment, evidence }: { comment: string | null; evidence: Evidence | null }) {
  return (
    <>
      {comment && <span className="block text-sm font-normal whitespace-pre-line text-quiet">{comment}</span>}
      {evidence && (
        <span className="block text-sm font-normal text-quiet">
          Evidence:{" "}
          <a href={evidence.link} rel="noreferrer nofollow ugc" className="break-all">
            {evidence.link}
          </a>
          {evidence.expires && `, counts until ${evidence.expires}`}
        </span>
      )}
    </>
  );
}
