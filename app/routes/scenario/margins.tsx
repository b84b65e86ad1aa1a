import { useWords } from "#app/components/words/use-words.tsx";
import type { Pillar } from "#app/domain/assessment/vocabulary.ts";
import { displayAmount } from "#app/domain/report/display.ts";
import type { MarginView } from "#app/services/scenarios/scenario-page.server.ts";

/** Where the plan has nothing left, and what more would bring there. */
export function Margins({ margins }: { margins: MarginView[] }) {
  const { say, language } = useWords();
  const worth = margins.filter(({ raises }) => raises >= 0.005);
  const poolOf = (pool: Pillar | "budget") => (pool === "budget" ? say("scenarios:money") : say(`terms:${pool}`));
  return (
    <section className="mt-12 border-t border-rule pt-8">
      <h2 className="text-2xl">{say("scenarios:margins")}</h2>
      <p className="measure mt-2 text-quiet">{say("scenarios:marginsText")}</p>
      {worth.length === 0 ? (
        <p className="mt-3">{say("scenarios:marginNothing")}</p>
      ) : (
        <ul className="measure mt-3 list-disc space-y-1 pl-5">
          {worth.map(({ pool, quarter, raises }) => (
            <li key={`${pool} ${quarter}`}>{say("scenarios:marginLine", { pool: poolOf(pool), quarter, points: displayAmount(raises, language) })}</li>
          ))}
        </ul>
      )}
      {margins.length > 0 && (
        <p className="measure mt-3 text-quiet">
          {say("scenarios:binding", { places: margins.map(({ pool, quarter }) => `${poolOf(pool)} ${quarter}`).join(", ") })}
        </p>
      )}
    </section>
  );
}
