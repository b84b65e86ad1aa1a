import type { ReactNode } from "react";
import { useWords } from "#app/components/words/use-words.tsx";
import type { StepState } from "#app/domain/cycles/first-steps.ts";

type Step = { title: string; state: StepState; children: ReactNode };

/** The way to a first result, numbered; each step says whether it is done, and holds what takes it. */
export function FirstSteps({ steps }: { steps: readonly Step[] }) {
  const { say } = useWords();
  return (
    <section className="mt-8">
      <h2 className="text-xl">{say("cycles:stepsHeading")}</h2>
      <ol className="mt-4 max-w-[46rem]">
        {steps.map(({ title, state, children }, i) => (
          <li key={title} className="grid grid-cols-[2rem_minmax(0,1fr)] border-t border-rule py-5" {...(state === "next" ? { "aria-current": "step" } : {})}>
            <span aria-hidden="true" className={`font-serif text-xl ${state === "next" ? "text-accent" : "text-quiet"}`}>
              {i + 1}
            </span>
            <div>
              <h3 className="text-lg">
                {title}{" "}
                <span className={`font-sans text-sm font-normal ${state === "next" ? "text-accent" : "text-quiet"}`}>{say(`cycles:state_${state}`)}</span>
              </h3>
              {children}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The assessments to begin with, in words: what they are called, and how long each takes. */
export function CoreAssessments({
  assessments,
  action,
}: {
  assessments: readonly { slug: string; title: string; minutes: number }[];
  action?: (slug: string, title: string) => ReactNode;
}) {
  const { say } = useWords();
  return (
    <>
      <p className="measure mt-1">{say("cycles:assessmentStepText")}</p>
      <ul className="mt-2">
        {assessments.map(({ slug, title, minutes }) => (
          <li key={slug} className="flex flex-wrap items-center justify-between gap-x-6 py-1">
            <span>{say("cycles:takes", { title, count: minutes })}</span>
            {action?.(slug, title)}
          </li>
        ))}
      </ul>
    </>
  );
}
