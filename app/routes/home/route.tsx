import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { ScoreLineFigure } from "#app/components/charts/score-line-figure.tsx";
import { Rich } from "#app/components/words/rich.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { Page } from "#app/components/layout/page.tsx";
import { displayChange, displayScore, displayShare } from "#app/domain/report/display.ts";
import { nameWithin } from "#app/domain/report/names-within.ts";
import { scoreLineText } from "#app/domain/report/score-line-text.ts";
import { paths } from "#app/paths.ts";
import { catalog } from "#app/services/content/catalog-instance.server.ts";
import { assessmentIn } from "#app/services/content/content-in-language.server.ts";
import { hasDemo } from "#app/services/demo/demo-instance.server.ts";
import { exampleResult } from "#app/services/responses/example-result.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export const QUIZ = "customer-or-product-centric";

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? [{ title: data.pageTitle }, { name: "description", content: data.description }] : []);

export function loader({ context }: LoaderFunctionArgs) {
  const words = wordsIn(context.language);
  const entry = assessmentIn(catalog().assessmentBySlug.get(QUIZ)!, context.language);
  const { view } = exampleResult(entry);
  const { definition, example } = entry;
  return {
    words: pageWords(context.language, "home", "terms"),
    pageTitle: words.say("home:pageTitle"),
    description: words.say("home:description"),
    questions: definition.items.length,
    minutes: definition.minutes,
    initiatives: catalog().initiatives.length,
    assessments: catalog().assessments.length,
    hasDemo: hasDemo(),
    example: {
      title: example.title,
      headline: view.headline,
      score: view.overall.score,
      level: view.overall.level,
      gatedLevel: view.overall.gatedLevel,
      band: view.band,
      levels: view.levels.map(({ name, cut }) => ({ name, cut })),
      gateAt: view.overall.gatedLevel! < view.overall.level! ? view.levels[view.overall.gatedLevel!]!.cut : null,
      ends: view.ends,
      gap: view.gaps[0] ?? null,
      likeliest: view.band?.levels[0] ?? null,
    },
  };
}

export default function Home() {
  const words = useWords();
  const { say, language } = words;
  const { questions, minutes, initiatives, assessments, hasDemo, example } = useLoaderData<typeof loader>();
  return (
    <Page>
      <section className="pb-12">
        <h1 className="max-w-[18ch] text-3xl sm:text-4xl">{say("home:question")}</h1>
        <p className="mt-4 text-lg">{say("home:inShort", { questions, minutes })}</p>
        <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
          <Link to={paths.assessment(QUIZ)} className="button">
            {say("home:takeQuiz")}
          </Link>
          <Link to={paths.example(QUIZ)}>{say("home:seeExample")}</Link>
          <Link to={paths.start}>{say("home:whereToStart")}</Link>
          {hasDemo && <Link to={paths.demo}>{say("home:lookAround")}</Link>}
        </div>
        <div className="mt-12 max-w-[56rem]">
          <p className="text-sm text-quiet">{say("home:exampleOf", { title: nameWithin(example.title, language) })}</p>
          <p className="mt-1 font-serif text-xl">{example.headline}</p>
          <ScoreLineFigure {...example} label={scoreLineText(say("home:example"), example.score, example, words)} />
        </div>
      </section>
      <section className="border-t border-rule py-10">
        <h2 className="text-2xl">{say("home:leaveWith")}</h2>
        <ol className="mt-6 grid gap-8 sm:grid-cols-3">
          <li>
            <p className="font-serif text-2xl text-accent tabular-nums">{example.score === null ? "" : displayScore(example.score, language)}</p>
            <p className="mt-1">
              {example.likeliest
                ? say("home:placeInExample", { level: example.likeliest.level, share: displayShare(example.likeliest.chance, words) })
                : say("home:place")}
            </p>
          </li>
          <li>
            <p className="font-serif text-2xl text-accent tabular-nums">{example.gap && displayChange(example.gap.points, language)}</p>
            <p className="mt-1">{example.gap ? say("home:gapsInExample", { part: nameWithin(example.gap.dimension, language) }) : say("home:gaps")}</p>
          </li>
          <li>
            <p className="font-serif text-2xl text-accent tabular-nums">{initiatives}</p>
            <p className="mt-1">{say("home:initiatives")}</p>
          </li>
        </ol>
      </section>
      <section className="border-t border-rule py-10">
        <h2 className="text-2xl">{say("home:forThree")}</h2>
        <dl className="mt-6 grid gap-8 sm:grid-cols-3">
          <div>
            <dt className="font-semibold">{say("home:executive")}</dt>
            <dd className="mt-1">{say("home:executiveText")}</dd>
          </div>
          <div>
            <dt className="font-semibold">{say("home:consultant")}</dt>
            <dd className="mt-1">{say("home:consultantText")}</dd>
          </div>
          <div>
            <dt className="font-semibold">{say("home:team")}</dt>
            <dd className="mt-1">{say("home:teamText")}</dd>
          </div>
        </dl>
        <p className="mt-8">
          <Rich
            text={say("home:further", { assessments })}
            marks={{
              method: (text) => <Link to={paths.method}>{text}</Link>,
              quiet: (text) => <span className="text-quiet">{text}</span>,
              all: (text) => <Link to={paths.assessments}>{text}</Link>,
            }}
          />
        </p>
      </section>
    </Page>
  );
}
