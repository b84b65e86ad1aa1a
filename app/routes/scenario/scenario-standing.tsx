import { Form } from "@remix-run/react";
import { endText, searchText } from "#app/components/roadmap/standing-text.ts";
import { usePlanning } from "#app/components/scenarios/use-planning.ts";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayScore, displayShare } from "#app/domain/report/display.ts";
import type { PlanView } from "#app/domain/report/plan-view.ts";
import type { PlanProgress } from "#app/domain/roadmap/plan.ts";
import { organizationPaths } from "#app/organization-paths.ts";

type ScenarioStandingProps = {
  slug: string;
  id: string;
  state: string;
  progress: PlanProgress | null;
  stopAsked: boolean;
  mayEdit: boolean;
  view: Pick<PlanView, "status" | "stoppedBy" | "objective" | "bound" | "gap"> | null;
};

/** Whether a scenario is planned, how far the search has come, and how good its plan is known to be. */
export function ScenarioStanding({ slug, id, state, progress, stopAsked, mayEdit, view }: ScenarioStandingProps) {
  const words = useWords();
  const { say, language } = words;
  const isGoingOn = state === "waiting" || state === "planning";
  const known = usePlanning(isGoingOn ? organizationPaths.scenarioProgress(slug, id) : null, progress);
  if (isGoingOn) {
    const text = stopAsked
      ? say("scenarios:stopping")
      : view === null
        ? say("scenarios:waits")
        : known === null
          ? say("scenarios:planning")
          : searchText(known, words);
    return (
      <div className="measure mt-4 border-l-4 border-accent pl-3">
        <p role="status">
          {text} <noscript>{say("roadmap:loadAgain")}</noscript>
        </p>
        {mayEdit && !stopAsked && view !== null && (
          <Form method="post">
            <button type="submit" name="intent" value="stop" className="button-plain">
              {say("scenarios:stop")}
            </button>
          </Form>
        )}
      </div>
    );
  }
  if (!view) return null;
  return (
    <div className="measure mt-4" role="status">
      <p>{view.stoppedBy === "cancelled" ? say("scenarios:stopped", { share: displayShare(view.gap, words) }) : endText(view, words)}</p>
      <details>
        <summary className="inline-flex min-h-11 items-center text-sm text-accent">{say("roadmap:howKnown")}</summary>
        <p className="pb-2 text-sm text-quiet">
          {say("roadmap:howKnownText", { objective: displayScore(view.objective, language), bound: displayScore(view.bound, language) })}
        </p>
      </details>
    </div>
  );
}
