import { Form, Link, useNavigation } from "@remix-run/react";
import type { FieldProblem } from "#app/components/forms/error-summary.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayDate } from "#app/domain/report/display.ts";
import { paths } from "#app/paths.ts";

type AddProps = {
  token: string;
  unfinished: { title: string; begunAt: string; answered: number; questions: number; path: string }[];
  others: { slug: string; title: string; minutes: number; questions: number; answered: boolean }[];
  /** What was wrong with the address of a result, and what was typed; undefined when nothing was. */
  refused: { typed: string; problems: FieldProblem[] } | undefined;
};

/** Every question has an answer; what is missing is the submission. */
function isComplete({ answered, questions }: AddProps["unfinished"][number]): boolean {
  return answered === questions;
}

/** What can be done next in a portfolio: go on, begin another assessment, add a result that is there already. */
export function AddToPortfolio({ token, unfinished, others, refused }: AddProps) {
  const { say, language } = useWords();
  const busy = useNavigation().state !== "idle";
  return (
    <section className="no-print mt-12 border-t-2 border-ink pt-8">
      {unfinished.length > 0 && (
        <>
          <h2 className="text-2xl">{say("portfolio:goOnHeading")}</h2>
          <ul className="mt-3 mb-10 max-w-[52rem]">
            {unfinished.map((response) => (
              <li key={response.path} className="flex flex-wrap items-baseline justify-between gap-x-6 border-t border-rule py-3">
                <span>
                  {response.title}{" "}
                  <span className="text-sm text-quiet">
                    {say(isComplete(response) ? "portfolio:completeFacts" : "portfolio:goOnFacts", {
                      ...response,
                      day: displayDate(response.begunAt, language),
                    })}
                  </span>
                </span>
                <Link
                  to={response.path}
                  aria-label={say(isComplete(response) ? "portfolio:checkAndSubmitNamed" : "portfolio:goOnWith", response)}
                  className="py-1"
                >
                  {say(isComplete(response) ? "portfolio:checkAndSubmit" : "portfolio:goOn")}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 className="text-2xl">{say("portfolio:addAssessment")}</h2>
      <p className="measure mt-2 text-quiet">{say("portfolio:addAssessmentText")}</p>
      <Form method="post" action={paths.portfolio(token)} className="mt-3 max-w-[52rem]">
        <input type="hidden" name="intent" value="begin" />
        <ul>
          {others.map((a) => (
            <li key={a.slug} className="flex flex-wrap items-baseline justify-between gap-x-6 border-t border-rule py-2">
              <span>
                {a.title} <span className="text-sm text-quiet">{say("portfolio:takes", a)}</span>
              </span>
              <button
                type="submit"
                name="assessment"
                value={a.slug}
                className="button-plain"
                aria-label={say(a.answered ? "portfolio:answerAgainWith" : "portfolio:beginWith", a)}
                aria-disabled={busy}
                onClick={(e) => busy && e.preventDefault()}
              >
                {say(a.answered ? "portfolio:answerAgain" : "portfolio:begin")}
              </button>
            </li>
          ))}
        </ul>
      </Form>
      <Form method="post" action={paths.portfolio(token)} className="mt-10">
        <h2 className="text-xl">{say("portfolio:addResult")}</h2>
        <input type="hidden" name="intent" value="add" />
        <label htmlFor="result" className="mt-3 block text-sm font-semibold">
          {say("portfolio:resultAddress")}
        </label>
        {refused && (
          <p id="result-error" className="mt-1 border-l-4 border-alert pl-3 font-semibold text-alert">
            {say("portfolio:error", { message: refused.problems.map((p) => p.message).join(" ") })}
          </p>
        )}
        <div className="mt-1 flex flex-wrap gap-3">
          <input
            key={refused ? "refused" : "fresh"}
            id="result"
            name="result"
            defaultValue={refused?.typed ?? ""}
            className="field w-full max-w-[34rem]"
            aria-invalid={refused ? true : undefined}
            aria-describedby={refused ? "result-error" : undefined}
          />
          <button type="submit" className="button-plain">
            {say("portfolio:addIt")}
          </button>
        </div>
      </Form>
    </section>
  );
}
