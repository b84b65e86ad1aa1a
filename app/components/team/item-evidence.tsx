import { Link } from "@remix-run/react";
import { useWords } from "#app/components/words/use-words.tsx";
import type { EvidenceState } from "#app/domain/evidence/evidence-state.ts";
import { displayDate } from "#app/domain/report/display.ts";
import { organizationPaths } from "#app/organization-paths.ts";

type ItemEvidenceProps = {
  pieces: readonly { id: string; title: string; owner: string | null; expires: string | null; state: EvidenceState }[];
  slug: string;
  /** Where evidence for the question is added; null for whoever may not. */
  add: string | null;
};

/** What the organisation's register has now for a question, beside what people answered when the cycle was open. */
export function ItemEvidence({ pieces, slug, add }: ItemEvidenceProps) {
  const { say, language } = useWords();
  const until = (expires: string, state: EvidenceState) =>
    say(state === "expired" ? "team:evidenceExpiredOn" : "team:evidenceUntil", { day: displayDate(expires, language) });
  return (
    <section className="mt-10 border-t border-rule pt-6">
      <h2 className="text-xl">{say("team:register")}</h2>
      {pieces.length === 0 && <p className="measure mt-2">{say("team:registerNone")}</p>}
      <ul className="measure mt-2">
        {pieces.map(({ id, title, owner, expires, state }) => (
          <li key={id} className="border-t border-rule py-3">
            <Link to={organizationPaths.evidencePiece(slug, id)} className="inline-block py-0.5 wrap-anywhere">
              <bdi>{title}</bdi>
            </Link>
            <span className="block text-sm text-quiet">
              {owner === null ? say("team:registerNobody") : say("team:registerOwner", { person: owner })}
              {" · "}
              {state === "expired" ? (
                <strong className="text-alert">{until(expires!, state)}</strong>
              ) : expires === null ? (
                say("team:evidenceNoEnd")
              ) : (
                until(expires, state)
              )}
            </span>
          </li>
        ))}
      </ul>
      {add && (
        <Link to={add} className="no-print inline-flex min-h-11 items-center">
          {say("team:registerAdd")}
        </Link>
      )}
    </section>
  );
}
