import { useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";
import { displayScore, displayShare } from "#app/domain/report/display.ts";
import type { PlanView } from "#app/domain/report/plan-view.ts";
import type { PlanProgress } from "#app/domain/roadmap/plan.ts";
import { paths } from "#app/paths.ts";

type ProgressReply = { finished: boolean; progress: PlanProgress | null };

/** Says how good the plan is known to be; while the search goes on, shows how far it has come and then the better plan. */
export function PlanStanding({
  view,
  hash,
  finished,
}: {
  view: Pick<PlanView, "status" | "objective" | "bound" | "gap">;
  hash: string | null;
  finished: boolean;
}) {
  const progress = useProgress(finished ? null : hash);
  if (!finished) {
    return (
      <div role="status" className="measure mt-4 border-l-4 border-accent pl-3">
        <p>
          This holds if every initiative keeps its promise. The first plan is good, and a better one is being looked for.{" "}
          {progress ? phaseText(progress) : <noscript>Load this page again in a few seconds to see it.</noscript>}
        </p>
      </div>
    );
  }
  return (
    <div className="measure mt-4" role="status">
      <p>
        {view.status === "optimal"
          ? "This holds if every initiative keeps its promise. No other plan does better with these weeks: that much is proven."
          : `No better plan was found in the time there was; at most ${displayShare(view.gap)} of the possible improvement is missing.`}
      </p>
      <details>
        <summary className="inline-flex min-h-11 items-center text-sm text-accent">How this is known</summary>
        <p className="pb-2 text-sm text-quiet">
          The plan is worth {displayScore(view.objective)} points × quarters: the area under the projected score, each later quarter counting 5 % less. No plan
          can be worth more than {displayScore(view.bound)}.
        </p>
      </details>
    </div>
  );
}

function useProgress(hash: string | null): PlanProgress | null {
  const [progress, setProgress] = useState<PlanProgress | null>(null);
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!hash) return;
    const stop = new AbortController();
    void follow(hash, stop.signal, setProgress).then((done) => {
      if (done) revalidate();
    });
    return () => stop.abort();
  }, [hash, revalidate]);
  return progress;
}

/** Asks until the plan is finished; each answer is held back by the server for up to a second, so nothing spins. */
async function follow(hash: string, signal: AbortSignal, tell: (progress: PlanProgress | null) => void): Promise<boolean> {
  while (!signal.aborted) {
    const reply = await ask(hash, signal).catch(() => null);
    if (!reply) return false;
    if (reply.finished) return true;
    tell(reply.progress);
  }
  return false;
}

/** Rejects when the page is left, also in the middle of an answer. */
async function ask(hash: string, signal: AbortSignal): Promise<ProgressReply | null> {
  const response = await fetch(paths.planProgress(hash), { signal });
  return response.ok ? ((await response.json()) as ProgressReply) : null;
}

function phaseText({ phase, gap }: PlanProgress): string {
  if (phase === "robustness") return "The plan is settled; 200 reruns are checking how much it depends on the estimates.";
  if (phase === "proving") return `At most ${displayShare(gap)} of the possible improvement is still open.`;
  return "Trying out changes to it.";
}
