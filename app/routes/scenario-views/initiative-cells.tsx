import { useWords } from "#app/components/words/use-words.tsx";
import type { ViewedInitiative } from "#app/services/scenarios/scenario-views.server.ts";

/** The name of an initiative at the head of its row. */
export function InitiativeCell({ its: { title, language } }: { its: ViewedInitiative }) {
  return (
    <th scope="row" className="min-w-[12rem] font-normal wrap-anywhere" lang={language}>
      {title}
    </th>
  );
}

/** From when it is in the plan, or that it is not. */
export function PlanCell({ its: { starts } }: { its: ViewedInitiative }) {
  const { say } = useWords();
  return starts === null ? (
    <td className="text-quiet">{say("views:notInPlanShort")}</td>
  ) : (
    <td className="font-semibold whitespace-nowrap text-accent">{starts}</td>
  );
}
