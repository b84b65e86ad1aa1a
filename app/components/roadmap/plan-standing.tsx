import { useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayScore } from "#app/domain/report/display.ts";
import type { PlanProgress } from "#app/domain/roadmap/plan.ts";
import { paths } from "#app/paths.ts";
import type { RoadmapInShort } from "./roadmap-page.ts";
import { endText, type SearchKnown, searchText } from "./standing-text.ts";

type ProgressReply = { finished: boolean; progress: PlanProgress | null };
type Standing = Pick<NonNullable<RoadmapInShort["view"]>, "status" | "stoppedBy" | "objective" | "bound" | "gap">;

/** Says how good the plan is known to be; while the search goes on, shows how far it has come and then the better plan. */
export function PlanStanding({ view, page }: { view: Standing; page: Pick<RoadmapInShort, "hash" | "finished" | "progress"> }) {
  const words = useWords();
  const { say, language } = words;
  const known = useProgress(page.finished ? null : page.hash, page.progress);
  if (!page.finished) {
    return (
      <div role="status" className="measure mt-4 border-l-4 border-accent pl-3">
        <p>
          {searchText(known, words)} <noscript>{say("roadmap:loadAgain")}</noscript>
        </p>
      </div>
    );
  }
  return (
    <div className="measure mt-4" role="status">
      <p>{endText(view, words)}</p>
      <details>
        <summary className="inline-flex min-h-11 items-center text-sm text-accent">{say("roadmap:howKnown")}</summary>
        <p className="pb-2 text-sm text-quiet">
          {say("roadmap:howKnownText", { objective: displayScore(view.objective, language), bound: displayScore(view.bound, language) })}
        </p>
      </details>
    </div>
  );
}

function useProgress(hash: string | null, loaded: PlanProgress | null): SearchKnown {
  const [told, setTold] = useState<{ hash: string; known: SearchKnown } | null>(null);
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!hash) return;
    const stop = new AbortController();
    void follow(hash, stop.signal, (known) => setTold({ hash, known })).then((done) => {
      if (done) revalidate();
    });
    return () => stop.abort();
  }, [hash, revalidate]);
  return told !== null && told.hash === hash ? told.known : loaded;
}

/** Asks until the plan is finished; each answer is held back by the server for up to a second, so nothing spins. */
async function follow(hash: string, signal: AbortSignal, tell: (known: SearchKnown) => void): Promise<boolean> {
  while (!signal.aborted) {
    const reply = await ask(hash, signal).catch(() => null);
    if (signal.aborted) return false;
    if (reply?.finished) return true;
    tell(reply ? reply.progress : "lost touch");
    if (!reply) return false;
  }
  return false;
}

/** Rejects when the page is left, also in the middle of an answer. */
async function ask(hash: string, signal: AbortSignal): Promise<ProgressReply | null> {
  const response = await fetch(paths.planProgress(hash), { signal });
  return response.ok ? ((await response.json()) as ProgressReply) : null;
}
