import { useWords } from "#app/components/words/use-words.tsx";
import { displayScore } from "#app/domain/report/display.ts";

type ClaimedAndShownProps = { claimed: number; evidenced: number; distance: number };

/** The claimed score beside the one that evidence shows, and the points between them. */
export function ClaimedAndShown({ claimed, evidenced, distance }: ClaimedAndShownProps) {
  const { say, language } = useWords();
  const rows = [
    { name: say("evidence:claimed"), points: claimed },
    { name: say("evidence:shown"), points: evidenced },
    { name: say("evidence:distance"), points: distance },
  ];
  return (
    <table className="figures mt-4 max-w-[24rem]">
      <caption className="sr-only">{say("evidence:figures")}</caption>
      <thead>
        <tr>
          <th scope="col">{say("evidence:figure")}</th>
          <th scope="col" className="text-right">
            {say("evidence:points")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, points }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="text-right">{displayScore(points, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
