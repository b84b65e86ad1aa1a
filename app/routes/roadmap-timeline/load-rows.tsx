import { useWords } from "#app/components/words/use-words.tsx";
import { PILLARS } from "#app/domain/assessment/vocabulary.ts";
import type { BoardEntry } from "#app/domain/board/board-card.ts";
import { isTooMuch, type Load, loadOf, type PlanLimits } from "#app/domain/board/quarter-load.ts";
import { displayAmount } from "#app/domain/report/display.ts";
import { displayMoney } from "#app/domain/report/display-money.ts";

type LoadRowsProps = { quarters: readonly string[]; cards: readonly BoardEntry[]; limits: PlanLimits | null };

/** What each quarter takes of every pool and of the budget, against what the plan allows. */
export function LoadRows({ quarters, cards, limits }: LoadRowsProps) {
  const { say, language } = useWords();
  const loads = loadOf(cards, quarters, limits);
  const rows = [
    ...PILLARS.map((pool) => ({
      id: pool,
      title: say(`terms:${pool}`),
      loads: loads.map(({ pools }) => pools[pool]),
      text: (n: number) => displayAmount(n, language),
    })),
    { id: "budget", title: say("board:budget"), loads: loads.map(({ budget }) => budget), text: (n: number) => displayMoney(n, language) },
  ];
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={quarters.length + 1} className="pt-8">
          <h2 className="text-lg">{say("board:load")}</h2>
          <span className="font-normal text-quiet">{say("board:loadText")}</span>
        </th>
      </tr>
      {rows.map(({ id, title, loads: perQuarter, text }) => (
        <tr key={id}>
          <th scope="row" className="font-normal">
            {title}
          </th>
          {perQuarter.map((load, index) => (
            <td key={quarters[index]}>
              <LoadText load={load} text={text} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

function LoadText({ load, text }: { load: Load; text: (figure: number) => string }) {
  const { say } = useWords();
  const { used, available } = load;
  if (available === null) return text(used);
  const said = say("board:usedOf", { used: text(used), available: text(available) });
  return isTooMuch(load) ? (
    <strong className="text-alert">
      {said}
      <span className="block text-xs">{say("board:tooMuch", { more: text(used - available) })}</span>
    </strong>
  ) : (
    said
  );
}
