import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, type MetaFunction, useLoaderData, useLocation } from "@remix-run/react";
import { AssessmentFacts } from "#app/components/catalogue/assessment-facts.tsx";
import { CatalogueItem } from "#app/components/catalogue/catalogue-item.tsx";
import { YouGet } from "#app/components/catalogue/you-get.tsx";
import { Page } from "#app/components/layout/page.tsx";
import { FocusOnArrival } from "#app/components/ui/focus-on-arrival.tsx";
import { Rich } from "#app/components/words/rich.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { inWords } from "#app/domain/report/display.ts";
import { paths } from "#app/paths.ts";
import { type StartingPage, startingPage } from "#app/services/content/starting-page.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";
import type { Words } from "#app/words/say.ts";
import { StartingQuestions } from "./starting-questions.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (loaded ? [{ title: loaded.title }] : []);

export function loader({ request, context: { language } }: LoaderFunctionArgs) {
  const words = wordsIn(language);
  const page = startingPage(new URL(request.url).searchParams, words);
  const speaks = pageWords(language, "catalogue", "terms");
  return data({ ...page, words: speaks, title: `${titleOf(page, words)} · Pinhigh` }, { status: page.form.problems.length > 0 ? 422 : 200 });
}

function titleOf({ recommended: [first], form }: StartingPage, { say }: Words): string {
  if (first) return say("catalogue:startWithTitle", { title: first.entry.title });
  return say(form.problems.length > 0 ? "catalogue:startError" : "catalogue:start");
}

export default function Start() {
  const words = useWords();
  const { say } = words;
  const { questions, form, recommended, unmet } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  const [first, ...others] = recommended;
  return (
    <Page>
      <FocusOnArrival on={first ? search : "questions"}>
        {first ? say("catalogue:startWith", { title: first.entry.title }) : say("catalogue:start")}
      </FocusOnArrival>
      {!first && <p className="measure mt-3 text-quiet">{say("catalogue:startLead")}</p>}
      {first && (
        <>
          <First recommended={first} unmet={unmet} />
          {others.length > 0 && (
            <section className="mt-12">
              <h2 className="text-2xl">{say("catalogue:othersFit", { count: others.length })}</h2>
              <ul className="mt-4 border-b border-rule">
                {others.map(({ slug, entry, language, because }) => (
                  <CatalogueItem
                    key={slug}
                    entry={entry}
                    language={language}
                    heading="h3"
                    why={because.join() === first.because.join() ? null : becauseInWords(because, words)}
                  />
                ))}
              </ul>
            </section>
          )}
          <HowChosen recommended={recommended} />
          <h2 className="mt-12 text-2xl">{say("catalogue:answerDifferently")}</h2>
        </>
      )}
      <StartingQuestions questions={questions} form={form} />
      <p className="mt-8 text-sm">
        <Rich text={say("catalogue:chooseAmongAll")} marks={{ all: (text) => <Link to={paths.assessments}>{text}</Link> }} />
      </p>
    </Page>
  );
}

type Recommended = StartingPage["recommended"][number];

function First({ recommended: { entry, language, because }, unmet }: { recommended: Recommended; unmet: string[] }) {
  const words = useWords();
  const { say } = words;
  return (
    <>
      <p className="measure mt-3 text-lg">{becauseInWords(because, words)}</p>
      {unmet.map((answer) => (
        <p key={answer} className="measure mt-2 border-l-4 border-rule pl-3">
          {say("catalogue:unmet", { answer })}
        </p>
      ))}
      <div className="mt-6 grid grid-cols-1 gap-x-12 gap-y-4 border-t border-rule pt-6 md:grid-cols-[minmax(0,42rem)_minmax(0,1fr)]">
        <div>
          <p lang={language}>{entry.summary}</p>
          <AssessmentFacts entry={entry} />
        </div>
        <YouGet sentences={entry.youGet} language={language} />
      </div>
      <p className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
        <Link to={paths.assessment(entry.slug)} className="button">
          {say("catalogue:lookAndBegin")}
        </Link>
        <Link to={paths.example(entry.slug)}>{say("catalogue:seeExample")}</Link>
      </p>
    </>
  );
}

function HowChosen({ recommended }: { recommended: Recommended[] }) {
  const { say } = useWords();
  return (
    <details className="measure mt-6">
      <summary className="inline-flex min-h-11 items-center text-sm text-accent">{say("catalogue:howChosen")}</summary>
      <p className="text-sm">{say("catalogue:howChosenText")}</p>
      <ul className="mt-2 list-disc pl-5 text-sm">
        {recommended.map(({ slug, entry, points }) => (
          <li key={slug}>{say("catalogue:points", { title: entry.title, count: points, minutes: entry.minutes })}</li>
        ))}
      </ul>
    </details>
  );
}

function becauseInWords(because: readonly string[], { language, say }: Words): string {
  return say("catalogue:because", { reasons: inWords(because, language) });
}
