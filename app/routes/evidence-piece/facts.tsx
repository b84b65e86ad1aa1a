import type { ReactNode } from "react";
import { useDays } from "#app/components/words/use-days.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import type { EvidenceState } from "#app/domain/evidence/evidence-state.ts";
import { fileSizeText } from "#app/domain/evidence/file-size.ts";
import { displayDate } from "#app/domain/report/display.ts";
import { organizationPaths } from "#app/organization-paths.ts";

type FactsProps = {
  /** Of the organisation. */
  slug: string;
  evidence: {
    id: string;
    link: string | null;
    file: { name: string; size: number } | null;
    owner: { name: string } | null;
    expires: string | null;
    state: EvidenceState;
    addedBy: string;
    createdAt: string;
  };
};

/** What an evidence is, how it stands, and whose it is. */
export function Facts({ slug, evidence: { id, link, file, owner, expires, state, addedBy, createdAt } }: FactsProps) {
  const words = useWords();
  const { dayOf } = useDays();
  const { say, language } = words;
  const day = dayOf(createdAt);
  const rows = [
    { name: say("evidence:state"), value: say(`evidence:state_${state}`) },
    { name: say("evidence:lastDay"), value: expires === null ? say("evidence:noLastDay") : displayDate(expires, language) },
    { name: say("evidence:owner"), value: owner?.name ?? say("evidence:nobody") },
  ];
  return (
    <>
      <dl className="mt-4 border-t border-rule">
        {link && (
          <Row name={say("evidence:link")}>
            {/* The address is never part of a sentence: it may hold anything. */}
            <a href={link} rel="noopener noreferrer nofollow ugc" className="break-all">
              <bdi>{link}</bdi>
            </a>
          </Row>
        )}
        {file && (
          <Row name={say("evidence:file")}>
            <a href={organizationPaths.evidencePieceFile(slug, id)} download className="wrap-anywhere">
              {say("evidence:download", { file: say("evidence:fileOf", { file: file.name, size: fileSizeText(file.size, words) }) })}
            </a>
          </Row>
        )}
        {rows.map(({ name, value }) => (
          <Row key={name} name={name}>
            {value}
          </Row>
        ))}
      </dl>
      <p className="mt-4 text-sm text-quiet">{addedBy === "" ? say("evidence:addedOnOnly", { day }) : say("evidence:addedOn", { day, person: addedBy })}</p>
    </>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-x-6 border-b border-rule py-2">
      <dt className="w-44 text-quiet">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  );
}
