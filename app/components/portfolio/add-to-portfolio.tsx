import { Form, Link, useNavigation } from "@remix-run/react";
import type { FieldProblem } from "#app/components/forms/error-summary.tsx";
import { paths } from "#app/paths.ts";

type AddProps = {
  token: string;
  unfinished: { title: string; begunAt: string; answered: number; questions: number; path: string }[];
  others: { slug: string; title: string; minutes: number; questions: number; answered: boolean }[];
  refused: { typed: string; problems: FieldProblem[] } | undefined;
};

const day = (date: string) => new Date(date).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** What can be done next in a portfolio: go on, begin another assessment, add a result that is there already. */
export function AddToPortfolio({ token, unfinished, others, refused }: AddProps) {
  const busy = useNavigation().state !== "idle";
  return (
    <section className="no-print mt-12 border-t-2 border-ink pt-8">
      {unfinished.length > 0 && (
        <>
          <h2 className="text-2xl">Go on where you stopped</h2>
          <ul className="mt-3 mb-10 max-w-[52rem]">
            {unfinished.map((response) => (
              <li key={response.path} className="flex flex-wrap items-baseline justify-between gap-x-6 border-t border-rule py-3">
                <span>
                  {response.title}{" "}
                  <span className="text-sm text-quiet">
                    {response.answered} of {response.questions} answered, begun on {day(response.begunAt)}
                  </span>
                </span>
                <Link to={response.path} aria-label={`Go on with ${response.title}`} className="py-1">
                  Go on
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 className="text-2xl">Add an assessment</h2>
      <p className="measure mt-2 text-quiet">Questions you have answered in another one are filled in, with where they come from.</p>
      <Form method="post" action={paths.portfolio(token)} className="mt-3 max-w-[52rem]">
        <input type="hidden" name="intent" value="begin" />
        <ul>
          {others.map((a) => (
            <li key={a.slug} className="flex flex-wrap items-baseline justify-between gap-x-6 border-t border-rule py-2">
              <span>
                {a.title}{" "}
                <span className="text-sm text-quiet">
                  {a.questions} questions, {a.minutes} minutes
                </span>
              </span>
              <button
                type="submit"
                name="assessment"
                value={a.slug}
                className="button-plain"
                aria-label={`${a.answered ? "Answer again" : "Begin"}: ${a.title}`}
                aria-disabled={busy}
                onClick={(e) => busy && e.preventDefault()}
              >
                {a.answered ? "Answer again" : "Begin"}
              </button>
            </li>
          ))}
        </ul>
      </Form>
      <Form method="post" action={paths.portfolio(token)} className="mt-10">
        <h2 className="text-xl">Add a result you have already</h2>
        <input type="hidden" name="intent" value="add" />
        <label htmlFor="result" className="mt-3 block text-sm font-semibold">
          Address of its page
        </label>
        {refused && (
          <p id="result-error" className="mt-1 border-l-4 border-alert pl-3 font-semibold text-alert">
            Error: {refused.problems.map((p) => p.message).join(" ")}
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
            Add it
          </button>
        </div>
      </Form>
    </section>
  );
}
