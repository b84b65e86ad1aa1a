import type { ReactNode } from "react";
import { useWords } from "#app/components/words/use-words.tsx";
import type { WorkFunction } from "#app/domain/tenancy/profile-choices.ts";

type ProgressProps = {
  counts: { answered: number; asked: number; others: number };
  byFunction: { workFunction: WorkFunction | null; answered: number; asked: number }[];
  isAnonymous: boolean;
  /** Who has answered; null where that is not shown. */
  answeredBy: string[] | null;
  children: ReactNode;
};

/** How far a cycle has come. */
export function Progress({ counts, byFunction, isAnonymous, answeredBy, children }: ProgressProps) {
  const { say } = useWords();
  const { answered, asked, others } = counts;
  return (
    <section className="mt-10 border-t border-rule pt-6">
      <h2 className="text-xl">{say("cycles:answers")}</h2>
      <p className="measure mt-2">
        <strong className="tabular-nums">{say("cycles:counts", { answered, asked })}</strong>{" "}
        {others > 0 && <span className="tabular-nums">{say("cycles:countsOthers", { count: others })} </span>}
        {isAnonymous && say("cycles:countsOnly")}
      </p>
      {isAnonymous && others > 0 && <p className="measure mt-2">{say("cycles:openLinkApart")}</p>}
      {asked > 0 && <progress className="progress-line mt-3 max-w-[28rem]" value={answered} max={asked} aria-label={say("cycles:answers")} />}
      {byFunction.length > 0 && (
        <div className="mt-4 overflow-x-auto" tabIndex={0} role="region" aria-label={say("cycles:byFunction")}>
          <table className="figures max-w-[28rem]">
            <caption className="sr-only">{say("cycles:byFunction")}</caption>
            <thead>
              <tr>
                <th scope="col">{say("people:worksIn")}</th>
                <th scope="col" className="figure">
                  {say("cycles:asked")}
                </th>
                <th scope="col" className="figure">
                  {say("cycles:answered")}
                </th>
              </tr>
            </thead>
            <tbody>
              {byFunction.map((group) => (
                <tr key={group.workFunction ?? ""}>
                  <th scope="row">{group.workFunction ? say(`people:workFunction_${group.workFunction}`) : say("people:notSaid")}</th>
                  <td className="figure">{group.asked}</td>
                  <td className="figure">{group.answered}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {answeredBy && answeredBy.length > 0 && (
        <details className="mt-4">
          <summary className="inline-flex min-h-11 items-center text-accent">{say("cycles:whoAnswered")}</summary>
          <ul className="mt-2 list-disc pl-5">
            {answeredBy.map((who) => (
              <li key={who} className="wrap-anywhere">
                {who}
              </li>
            ))}
          </ul>
        </details>
      )}
      {children}
    </section>
  );
}
