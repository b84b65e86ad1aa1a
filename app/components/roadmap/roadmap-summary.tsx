import { Link } from "@remix-run/react";
import { displayScore } from "#app/domain/report/display.ts";
import { PlanStanding } from "./plan-standing.tsx";
import type { RoadmapInShort } from "./roadmap-page.ts";

/** The roadmap in short at the end of a result: three waves, titles and gains, and the way to the whole. */
export function RoadmapSummary({ page, path }: { page: RoadmapInShort; path: string }) {
  const { view } = page;
  return (
    <section className="mt-12 border-t-2 border-ink pt-8">
      <h2 className="max-w-[32ch] text-3xl">{view?.sentence ?? "There is no roadmap yet"}</h2>
      {page.impossible && <p className="measure mt-3">{page.impossible}</p>}
      {view && (
        <>
          <p className="measure mt-3 text-quiet">
            With three person-weeks a quarter from each of the five pools. <span className="no-print">Put in your own weeks on the next page.</span>
          </p>
          <PlanStanding view={view} hash={page.hash} finished={page.finished} />
          <div className="mt-6 grid gap-x-10 gap-y-8 md:grid-cols-3">
            {view.waves.map((wave) => (
              <div key={wave.id}>
                <h3 className="border-b border-ink pb-1 text-xl">{wave.title}</h3>
                {wave.items.length === 0 && <p className="mt-2 text-quiet">Nothing starts here.</p>}
                <ul>
                  {wave.items.map((item) => (
                    <li key={item.id} className="flex justify-between gap-4 border-b border-rule py-2">
                      <span>{item.title}</span>
                      <span className="text-accent tabular-nums">+{displayScore(item.gain)}</span>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </div>
          <p className="no-print mt-8">
            <Link to={path} className="button">
              Open your roadmap
            </Link>
          </p>
        </>
      )}
    </section>
  );
}
