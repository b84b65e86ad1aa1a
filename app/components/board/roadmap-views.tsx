import { ChoiceLinks } from "#app/components/ui/choice-links.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { organizationPaths } from "#app/organization-paths.ts";

const VIEWS = {
  board: organizationPaths.roadmap,
  timeline: organizationPaths.roadmapTimeline,
  scenarios: organizationPaths.scenarios,
  leaps: organizationPaths.leaps,
  ledger: organizationPaths.ledger,
};
export type RoadmapView = keyof typeof VIEWS;

/** The ways to look at a roadmap, as links. */
export function RoadmapViews({ slug, current }: { slug: string; current: RoadmapView }) {
  const { say } = useWords();
  const choices = (Object.keys(VIEWS) as RoadmapView[]).map((id) => ({ id, title: say(`board:view_${id}`) }));
  return <ChoiceLinks label={say("board:views")} choices={choices} current={current} to={(view) => VIEWS[view](slug)} />;
}
