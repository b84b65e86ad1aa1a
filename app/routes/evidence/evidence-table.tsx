import { Link } from "@remix-run/react";
import { useWords } from "#app/components/words/use-words.tsx";
import type { EvidenceState } from "#app/domain/evidence/evidence-state.ts";
import { fileSizeText } from "#app/domain/evidence/file-size.ts";
import { displayDate } from "#app/domain/report/display.ts";
import { organizationPaths } from "#app/organization-paths.ts";

type Row = {
  id: string;
  assessment: string;
  question: string;
  title: string;
  link: string | null;
  file: string | null;
  size: number | null;
  owner: string | null;
  expires: string | null;
  state: EvidenceState;
};

/** The register: what there is, of which question, whose it is, and how long it holds. @param slug of the organisation */
export function EvidenceTable({ slug, evidence }: { slug: string; evidence: readonly Row[] }) {
  const words = useWords();
  const { say, language } = words;
  return (
    <div className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label={say("evidence:table")}>
      <table className="figures min-w-[48rem]">
        <caption className="sr-only">{say("evidence:table")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("evidence:title")}</th>
            <th scope="col">{say("evidence:question")}</th>
            <th scope="col">{say("evidence:kind")}</th>
            <th scope="col">{say("evidence:owner")}</th>
            <th scope="col">{say("evidence:lastDay")}</th>
            <th scope="col">{say("evidence:state")}</th>
          </tr>
        </thead>
        <tbody>
          {evidence.map(({ id, assessment, question, title, file, size, owner, expires, state }) => (
            <tr key={id}>
              <th scope="row" className="words">
                <Link to={organizationPaths.evidencePiece(slug, id)} className="inline-block py-0.5">
                  {title}
                </Link>
              </th>
              <td className="words min-w-52">
                {question}
                <span className="block text-xs text-quiet">{assessment}</span>
              </td>
              <td className="words">
                {file === null || size === null ? say("evidence:link") : say("evidence:fileOf", { file, size: fileSizeText(size, words) })}
              </td>
              <td className="words">{owner ?? say("evidence:nobody")}</td>
              <td className="whitespace-nowrap">{expires === null ? say("evidence:noLastDay") : displayDate(expires, language)}</td>
              <td>{say(`evidence:state_${state}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
