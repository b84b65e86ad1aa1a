import { Link } from "@remix-run/react";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayChange } from "#app/domain/report/display.ts";
import { InitiativesNote } from "./initiatives-note.tsx";
import { PlanStanding } from "./plan-standing.tsx";
import { isPrerequisiteOnly, type RoadmapInShort } from "./roadmap-page.ts";

/** The roadmap in short at the end of a result: three waves, titles and gains, and the way to the whole. */
export function RoadmapSummary({ page, path }: { page: RoadmapInShort; path: string }) {
  const { say, language } = useWords();
  const { view } = page;
  return (
    <section className="mt-12 border-t-2 border-ink pt-8">
      <h2 className="max-w-[32ch] text-3xl">{view?.sentence ?? say("roadmap:noRoadmap")}</h2>
      {page.impossible && <p className="measure mt-3">{page.impossible}</p>}
      {view && (
        <>
          <p className="measure mt-3 text-quiet">
            {say("roadmap:threeWeeksEach")} <span className="no-print">{say("roadmap:putInYourOwn")}</span>
          </p>
          <PlanStanding view={view} page={page} />
          <InitiativesNote shown={view.waves.flatMap((wave) => wave.items)} />
          <div className="mt-6 grid gap-x-10 gap-y-8 md:grid-cols-3">
            {view.waves.map((wave) => (
              <div key={wave.id}>
                <h3 className="border-b border-ink pb-1 text-xl">{say(`roadmap:${wave.id}Wave`)}</h3>
                {wave.items.length === 0 && <p className="mt-2 text-quiet">{say("roadmap:nothingStartsInShort")}</p>}
                <ul>
                  {wave.items.map((item) => (
                    <li key={item.id} className="flex justify-between gap-4 border-b border-rule py-2">
                      <span lang={item.language}>{item.title}</span>
                      {isPrerequisiteOnly(item) ? (
                        <span className="text-quiet">{say("roadmap:prerequisite")}</span>
                      ) : (
                        <span className="text-accent tabular-nums">{displayChange(item.gain, language)}</span>
                      )}
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </div>
          <p className="no-print mt-8">
            <Link to={path} className="button">
              {say("roadmap:openRoadmap")}
            </Link>
          </p>
        </>
      )}
    </section>
  );
}
