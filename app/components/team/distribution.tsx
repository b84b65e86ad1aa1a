import type { ReactNode } from "react";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayAmount, displayCount } from "#app/domain/report/display.ts";
import { agreementText } from "#app/domain/report/team-sentences.ts";
import type { TeamItemName } from "#app/domain/report/team-names.ts";
import type { TeamItem } from "#app/domain/agreement/team-result-shape.ts";
import { type BarFill, CountBar } from "./count-bar.tsx";
import { ScrollTable } from "./scroll-table.tsx";

const STATES: readonly { state: keyof TeamItem["states"]; fill: BarFill }[] = [
  { state: "answered", fill: "solid" },
  { state: "not_applicable", fill: "outlined" },
  { state: "not_sure", fill: "hatched" },
  { state: "blank", fill: "dotted" },
];

/** What people answered to one question: how often each option, and who said something at all; the four states are never merged. */
export function Distribution({ figures, item, respondents }: { figures: TeamItem; item: TeamItemName; respondents: number }) {
  const words = useWords();
  const { say, language } = words;
  const { distribution, states, withheld, mean } = figures;
  const label = (option: string) => item.options.find(({ id }) => id === option)?.label ?? option;
  return (
    <>
      {withheld ? (
        <p className="measure mt-2">{say(`team:${withheld}_item`)}</p>
      ) : (
        <p className="measure mt-2">
          {say("team:itemFigures", { mean: displayAmount(mean!, language) })} {agreementText(figures, words)}.{" "}
          {figures.evidenced !== null && figures.evidenced > 0 && `${say("team:itemEvidence", { count: figures.evidenced })} `}
          <span className="text-quiet">{say(`team:reference_${figures.reference}`)}</span>
        </p>
      )}
      {distribution && (
        <Counts caption={say("team:answersTo", { number: item.number })} first={say("team:answer")}>
          {distribution.map(({ option, count }) => (
            <tr key={option}>
              <th scope="row" className="font-normal">
                {label(option)}
              </th>
              <td className="figure">{displayCount(count, language)}</td>
              <td>
                <CountBar count={count} of={states.answered} />
              </td>
            </tr>
          ))}
        </Counts>
      )}
      {distribution && ["multi", "ranking"].includes(item.kind) && <p className="mt-1 text-sm text-quiet">{say("team:several")}</p>}
      {!distribution && !withheld && <p className="mt-1 text-sm text-quiet">{say("team:noDistribution")}</p>}
      <Counts caption={say("team:statesOf", { number: item.number })} first={say("team:answer")}>
        {STATES.map(({ state, fill }) => (
          <tr key={state}>
            <th scope="row" className="font-normal">
              {say(`team:${state}`)}
            </th>
            <td className="figure">{displayCount(states[state], language)}</td>
            <td>
              <CountBar count={states[state]} of={respondents} fill={fill} />
            </td>
          </tr>
        ))}
      </Counts>
    </>
  );
}

function Counts({ caption, first, children }: { caption: string; first: string; children: ReactNode }) {
  const { say } = useWords();
  const head = [
    { id: "answer", title: first },
    { id: "count", title: say("team:count"), isFigure: true },
    { id: "bar", title: say("team:column_share") },
  ];
  return (
    <ScrollTable caption={caption} head={head} className="max-w-[46rem]">
      {children}
    </ScrollTable>
  );
}
