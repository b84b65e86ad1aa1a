import { Link } from "@remix-run/react";
import { useWords } from "#app/components/words/use-words.tsx";
import type { TeamResult } from "#app/domain/agreement/team-result-shape.ts";
import { displayAmount } from "#app/domain/report/display.ts";
import type { TeamNames } from "#app/domain/report/team-names.ts";
import { agreementText } from "#app/domain/report/team-sentences.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import { Distribution } from "./distribution.tsx";

type TeamQuestionsProps = {
  figures: TeamResult;
  names: TeamNames;
  /** What was agreed on, in words, by question. */
  agreed: Readonly<Record<string, string>>;
  /** How much evidence there is by question; null where that may not be seen. */
  evidence: Readonly<Record<string, { holding: number; expired: number }>> | null;
  slug: string;
  cycle: string;
  mayAgree: boolean;
};

/** Every question under its part, each opening to what people answered and leading to their comments. */
export function TeamQuestions({ figures, names, agreed, evidence, slug, cycle, mayAgree }: TeamQuestionsProps) {
  const words = useWords();
  const { say, language } = words;
  return (
    <section className="mt-12 border-t border-rule pt-8">
      <h2 className="text-2xl">{say("team:questions")}</h2>
      <p className="measure mt-2 text-quiet">{say("team:questionsText")}</p>
      {names.dimensions.map((dimension) => (
        <div key={dimension.id} className="mt-6">
          <h3 className="text-lg">{dimension.title}</h3>
          <ul>
            {names.items
              .filter((item) => item.dimension === dimension.id)
              .map((item) => {
                const of = figures.items.find(({ id }) => id === item.id)!;
                const { number } = item;
                return (
                  <li key={item.id} className="border-t border-rule py-2">
                    <details>
                      <summary className="flex min-h-11 items-baseline gap-x-1 py-1">
                        <span>
                          <span className="text-quiet tabular-nums">{number}.</span> {item.text}
                          <span className="block text-sm text-quiet">
                            {of.mean === null
                              ? of.withheld && say(`team:${of.withheld}_item`)
                              : say("team:meanShort", { mean: displayAmount(of.mean, language) })}
                            {of.mean !== null && `, ${agreementText(of, words)}`}
                          </span>
                          {agreed[item.id] !== undefined && <span className="block text-sm">{say("team:agreedAnswer", { answer: agreed[item.id]! })}</span>}
                          {evidence?.[item.id] && <span className="block text-sm">{evidenceText(evidence[item.id]!)}</span>}
                        </span>
                      </summary>
                      <Distribution figures={of} item={item} respondents={figures.respondents} />
                    </details>
                    <Link
                      to={organizationPaths.teamItem(slug, cycle, item.id)}
                      aria-label={say(mayAgree ? "team:toItemOf" : "team:toItemSeesOf", { number })}
                      className="no-print inline-flex min-h-11 items-center text-sm"
                    >
                      {say(mayAgree ? "team:toItem" : "team:toItemSees")}
                    </Link>
                  </li>
                );
              })}
          </ul>
        </div>
      ))}
    </section>
  );

  function evidenceText({ holding, expired }: { holding: number; expired: number }): string {
    return holding > 0 ? say("team:hasEvidence", { count: holding }) : say("team:hasExpired", { count: expired });
  }
}
