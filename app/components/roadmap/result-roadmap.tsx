import { Link } from "@remix-run/react";
import { PaperFoot } from "#app/components/layout/paper-foot.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import type { Provenance } from "#app/domain/report/provenance.ts";
import { RoadmapBody } from "./roadmap-body.tsx";
import type { RoadmapPage } from "./roadmap-page.ts";

type ResultRoadmapProps = {
  /** Its short title. */
  assessment: string;
  page: RoadmapPage;
  provenance: Provenance;
  /** The address of the result, and that of this page. */
  result: string;
  action: string;
};

/** The roadmap of one result, wherever that stands. */
export function ResultRoadmap({ assessment, page, provenance, result, action }: ResultRoadmapProps) {
  const { say } = useWords();
  return (
    <>
      <p className="mb-2 text-sm">
        <Link to={result} className="inline-block py-0.5">
          {say("roadmap:resultOf", { assessment })}
        </Link>
      </p>
      <RoadmapBody page={page} title={say("roadmap:roadmapOf", { assessment })} action={action} />
      <PaperFoot provenance={provenance} />
    </>
  );
}
