import { Rich } from "#app/components/words/rich.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { inWords } from "#app/domain/report/display.ts";
import type { ReasonsView } from "#app/services/scenarios/scenario-reasons.server.ts";

/** Why an initiative is in the plan: what it raises at its place, how sure that is, why then, and what holds it up. */
export function WhyIn({ reasons }: { reasons: ReasonsView }) {
  const { say, language } = useWords();
  return (
    <div className="mt-1 space-y-4">
      <Adds reasons={reasons} />
      {reasons.rises.length > 0 && (
        <div>
          <p className="text-quiet">{say("reasons:raises")}</p>
          <ul className="mt-1 space-y-2">
            {reasons.rises.map(({ question, rise, shared, assessments }) => (
              <li key={`${question} ${rise} ${assessments.join(" ")}`} className="border-l-2 border-rule pl-3">
                {question}
                {assessments.length > 0 && (
                  <span className="block text-quiet">{say("roadmap:askedIn", { count: assessments.length, assessments: inWords(assessments, language) })}</span>
                )}
                <span className="block text-quiet">{rise}</span>
                {shared && <span className="block text-quiet">{shared}</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Lines title={say("reasons:then")} lines={reasons.then} />
      <Lines title={say("reasons:holds")} lines={reasons.holds} />
      <Lines title={say("reasons:sure")} lines={[reasons.sure]} />
    </div>
  );
}

/** Why one is not in the plan, beyond what would admit it. */
export function WhyNot({ reasons, title, lang }: { reasons: ReasonsView; title: string; lang: string }) {
  const { say } = useWords();
  const unseen = (text: string) => (
    <span className="sr-only" lang={lang}>
      {text}
    </span>
  );
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-sm text-accent">
        <Rich text={say("reasons:why", { title })} marks={{ title: unseen }} />
      </summary>
      <div className="space-y-3 pb-2 text-sm">
        <Adds reasons={reasons} />
        <Lines title={say("reasons:holds")} lines={reasons.holds} />
        <Lines title={say("reasons:sure")} lines={[reasons.sure]} />
      </div>
    </details>
  );
}

function Adds({ reasons: { adds } }: { reasons: ReasonsView }) {
  return (
    <ul className="measure space-y-1">
      {adds.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Lines({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <div className="measure">
      <p className="text-quiet">{title}</p>
      <ul className="mt-1 space-y-1">
        {lines.map((line) => (
          <li key={line} className="border-l-2 border-rule pl-3">
            {line}
          </li>
        ))}
      </ul>
    </div>
  );
}
