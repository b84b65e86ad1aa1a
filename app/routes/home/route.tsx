import { Link, useLoaderData } from "@remix-run/react";
import { ScoreLineFigure, scoreLineText } from "#app/components/charts/score-line-figure.tsx";
import { Page } from "#app/components/layout/page.tsx";
import { displayScore, displayShare } from "#app/domain/report/display.ts";
import { paths } from "#app/paths.ts";
import { catalog } from "#app/services/content/catalog-instance.server.ts";
import { exampleResult } from "#app/services/responses/example-result.server.ts";

export const QUIZ = "customer-or-product-centric";

export function meta() {
  return [
    { title: "Pinhigh: how far is your company from its customers?" },
    { name: "description", content: "An honest check of how customer-centric a company is, and a plan that fits its capacity. No account." },
  ];
}

export function loader() {
  const entry = catalog().assessmentBySlug.get(QUIZ)!;
  const { view } = exampleResult(entry);
  const { definition, example } = entry;
  return {
    questions: definition.items.length,
    minutes: definition.minutes,
    initiatives: catalog().initiatives.length,
    assessments: catalog().assessments.length,
    example: {
      title: example.title,
      headline: view.headline,
      score: view.overall.score,
      level: view.overall.level,
      band: view.band,
      levels: view.levels.map(({ name, cut }) => ({ name, cut })),
      gateAt: view.overall.gatedLevel! < view.overall.level! ? view.levels[view.overall.gatedLevel!]!.cut : null,
      ends: view.ends,
      heldBackBy: view.heldBackBy[0] ?? null,
      gap: view.gaps[0] ?? null,
      likeliest: view.band?.levels[0] ?? null,
    },
  };
}

export default function Home() {
  const { questions, minutes, initiatives, assessments, example } = useLoaderData<typeof loader>();
  return (
    <Page>
      <section className="pb-12">
        <h1 className="max-w-[18ch] text-3xl sm:text-4xl">How far is your company from its customers?</h1>
        <p className="mt-4 text-lg">
          {questions} questions. {minutes} minutes. No account.
        </p>
        <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
          <Link to={paths.assessment(QUIZ)} className="button">
            Take the quiz
          </Link>
          <Link to={paths.example(QUIZ)}>See an example result</Link>
          <Link to={paths.start}>Where should I start?</Link>
        </div>
        <div className="mt-12 max-w-[56rem]">
          <p className="text-sm text-quiet">Example, not a real company: {example.title.toLowerCase()}</p>
          <p className="mt-1 font-serif text-xl">{example.headline}</p>
          <ScoreLineFigure {...example} label={scoreLineText("Example", example.score, example.level)} />
        </div>
      </section>
      <section className="border-t border-rule py-10">
        <h2 className="text-2xl">What you leave with</h2>
        <ol className="mt-6 grid gap-8 sm:grid-cols-3">
          <li>
            <p className="font-serif text-2xl text-accent tabular-nums">{example.score === null ? "" : displayScore(example.score)}</p>
            <p className="mt-1">
              A place on the line, and how sure it is.{" "}
              {example.likeliest && `In the example, level ${example.likeliest.level} in ${displayShare(example.likeliest.chance)} of the plausible readings.`}
            </p>
          </li>
          <li>
            <p className="font-serif text-2xl text-accent tabular-nums">{example.gap && `+${displayScore(example.gap.points)}`}</p>
            <p className="mt-1">
              The three gaps that matter, in points. {example.gap && `The widest in the example lies in “${example.gap.dimension.toLowerCase()}”.`}
            </p>
          </li>
          <li>
            <p className="font-serif text-2xl text-accent tabular-nums">{initiatives}</p>
            <p className="mt-1">Initiatives to choose from, put into the order that gains most for the people you can spare.</p>
          </li>
        </ol>
      </section>
      <section className="border-t border-rule py-10">
        <h2 className="text-2xl">Made for three people</h2>
        <dl className="mt-6 grid gap-8 sm:grid-cols-3">
          <div>
            <dt className="font-semibold">The executive with three minutes</dt>
            <dd className="mt-1">One sentence, one line, and what holds the company back. Everything else is folded away until you ask.</dd>
          </div>
          <div>
            <dt className="font-semibold">The consultant with a client on Thursday</dt>
            <dd className="mt-1">Every figure opens to the answers, weights and rules that made it, so it can be defended in the room.</dd>
          </div>
          <div>
            <dt className="font-semibold">The team that has to do the work</dt>
            <dd className="mt-1">A plan that fits the weeks you have, says why each step is in it, and what would admit the rest.</dd>
          </div>
        </dl>
        <p className="mt-8">
          <Link to={paths.method}>How the numbers are made</Link>
          <span className="text-quiet">, or choose among all </span>
          <Link to={paths.assessments}>{assessments} assessments</Link>
        </p>
      </section>
    </Page>
  );
}
