import { PILLAR_TONE } from "#app/components/ui/pillar-tone.ts";
import { useWords } from "#app/components/words/use-words.tsx";
import type { Pillar } from "#app/domain/assessment/vocabulary.ts";

/** The pillars that an initiative belongs to, each in its colour. */
export function PillarNames({ pillars }: { pillars: readonly Pillar[] }) {
  const { say } = useWords();
  return pillars.map((pillar, i) => (
    <span key={pillar}>
      {i > 0 && ", "}
      <span className={`font-semibold ${PILLAR_TONE[pillar]}`}>{say(`terms:${pillar}`)}</span>
    </span>
  ));
}
