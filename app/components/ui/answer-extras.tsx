import { Rich } from "#app/components/words/rich.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import type { Evidence } from "#app/domain/assessment/answer.ts";

/**
 * What a respondent added to an answer: a note in their own words, and a link to the proof. Each is set apart in its
 * writing direction: whatever characters it holds, it cannot turn the words around it.
 */
export function AnswerExtras({ comment, evidence }: { comment: string | null; evidence: Evidence | null }) {
  return (
    <>
      {comment && <bdi className="block text-sm font-normal whitespace-pre-line text-quiet">{comment}</bdi>}
      {evidence && <EvidenceLine {...evidence} />}
    </>
  );
}

function EvidenceLine({ link, expires }: Evidence) {
  const { say } = useWords();
  // The address is never part of a sentence: it may hold anything.
  const address = () => (
    <a href={link} rel="noreferrer nofollow ugc" className="break-all">
      <bdi>{link}</bdi>
    </a>
  );
  return (
    <span className="block text-sm font-normal text-quiet">
      <Rich text={expires === undefined ? say("answers:evidence") : say("answers:evidenceUntil", { day: expires })} marks={{ link: address }} />
    </span>
  );
}
