import { ListFilter } from "#app/components/organization/list-filter.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { CYCLE_STATES, type CyclesQuery } from "#app/domain/cycles/list-query.ts";

type CycleFilterProps = { query: CyclesQuery; assessments: { slug: string; title: string }[]; all: string };

/** Chooses cycles by their assessment and by whether they are open. */
export function CycleFilter({ query, assessments, all }: CycleFilterProps) {
  const { say } = useWords();
  return (
    <ListFilter
      label={say("cycles:search")}
      order={query}
      all={all}
      fields={[
        {
          id: "of",
          name: "assessment",
          label: say("cycles:ofWhich"),
          value: query.assessment,
          options: [{ value: "", label: say("cycles:everyAssessment") }, ...assessments.map(({ slug, title }) => ({ value: slug, label: title }))],
        },
        {
          id: "state",
          label: say("cycles:state"),
          value: query.state,
          options: [{ value: "", label: say("cycles:openOrClosed") }, ...CYCLE_STATES.map((value) => ({ value, label: say(`cycles:${value}`) }))],
        },
      ]}
    />
  );
}
