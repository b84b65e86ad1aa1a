import { Link } from "@remix-run/react";
import { ResultTable } from "#app/components/organization/result-table.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import type { WorkspaceFrame } from "#app/domain/tenancy/places.ts";
import { organizationPaths } from "#app/organization-paths.ts";

type LatestResultsProps = {
  frame: WorkspaceFrame;
  openCycles: { id: string; title: string; period: string }[];
  /** Those that whoever looks may see; empty: none. */
  results: Parameters<typeof ResultTable>[0]["results"];
};

/** Where an organisation stands once somebody has answered. */
export function LatestResults({ frame: { name, slug }, openCycles, results }: LatestResultsProps) {
  const { say } = useWords();
  return (
    <>
      <h1 className="max-w-[34ch] text-3xl">{say("results:latestHeading", { name })}</h1>
      {openCycles.length > 0 && (
        <section className="mt-8">
          <h2 className="text-xl">{say("results:openNow")}</h2>
          <ul>
            {openCycles.map((cycle) => (
              <li key={cycle.id}>
                <Link to={organizationPaths.cycle(slug, cycle.id)} className="inline-flex min-h-11 items-center">
                  {say("cycles:cycleTitle", cycle)}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {results.length > 0 ? (
        <ResultList slug={slug} results={results} />
      ) : (
        <p className="mt-8">
          <Link to={organizationPaths.cycles(slug)} className="button">
            {say("results:toCycles")}
          </Link>
        </p>
      )}
    </>
  );
}

/** The latest results one by one; nothing where there are none. */
export function ResultList({ slug, results }: Parameters<typeof ResultTable>[0]) {
  const { say } = useWords();
  if (results.length === 0) return null;
  return (
    <section className="mt-8">
      <h2 className="text-xl">{say("results:latest")}</h2>
      <p className="measure mt-2">{say("results:latestText")}</p>
      <ResultTable slug={slug} results={results} />
      <Link to={organizationPaths.organizationResults(slug)} className="mt-2 inline-flex min-h-11 items-center">
        {say("results:seeAll")}
      </Link>
    </section>
  );
}
