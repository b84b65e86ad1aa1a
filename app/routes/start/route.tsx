import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, type MetaFunction, useLoaderData, useLocation } from "@remix-run/react";
import { AssessmentFacts } from "#app/components/catalogue/assessment-facts.tsx";
import { CatalogueItem } from "#app/components/catalogue/catalogue-item.tsx";
import { YouGet } from "#app/components/catalogue/you-get.tsx";
import { Page } from "#app/components/layout/page.tsx";
import { FocusOnArrival } from "#app/components/ui/focus-on-arrival.tsx";
import { inWords } from "#app/domain/report/display.ts";
import { paths } from "#app/paths.ts";
import { startingPage } from "#app/services/content/starting-page.server.ts";
import { StartingQuestions } from "./starting-questions.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => {
  const question = "Where should I start?";
  const first = loaded?.recommended[0];
  if (first) return [{ title: `Start with: ${first.entry.title} · Pinhigh` }];
  return [{ title: `${loaded && loaded.form.problems.length > 0 ? "Error: " : ""}${question} · Pinhigh` }];
};

export function loader({ request }: LoaderFunctionArgs) {
  const page = startingPage(new URL(request.url).searchParams);
  return data(page, { status: page.form.problems.length > 0 ? 422 : 200 });
}

export default function Start() {
  const { questions, form, recommended } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  const [first, ...others] = recommended;
  return (
    <Page>
      <FocusOnArrival on={first ? search : "questions"}>{first ? `Start with “${first.entry.title}”` : "Where should I start?"}</FocusOnArrival>
      {!first && <p className="measure mt-3 text-quiet">Three questions lead you to an assessment. Nothing of this is stored.</p>}
      {first && (
        <>
          <First recommended={first} />
          {others.length > 0 && (
            <section className="mt-12">
              <h2 className="text-2xl">{others.length > 1 ? "These would fit as well" : "This would fit as well"}</h2>
              <ul className="mt-4 border-b border-rule">
                {others.map(({ slug, entry, because }) => (
                  <CatalogueItem key={slug} entry={entry} heading="h3" why={because.join() === first.because.join() ? null : becauseInWords(because)} />
                ))}
              </ul>
            </section>
          )}
          <HowChosen recommended={recommended} />
          <h2 className="mt-12 text-2xl">Answer differently</h2>
        </>
      )}
      <StartingQuestions questions={questions} form={form} />
      <p className="mt-8 text-sm">
        Or <Link to={paths.assessments}>choose among all assessments</Link>.
      </p>
    </Page>
  );
}

type Recommended = ReturnType<typeof startingPage>["recommended"][number];

function First({ recommended: { entry, because } }: { recommended: Recommended }) {
  return (
    <>
      <p className="measure mt-3 text-lg">{becauseInWords(because)}</p>
      <div className="mt-6 grid grid-cols-1 gap-x-12 gap-y-4 border-t border-rule pt-6 md:grid-cols-[minmax(0,42rem)_minmax(0,1fr)]">
        <div>
          <p>{entry.summary}</p>
          <AssessmentFacts entry={entry} />
        </div>
        <YouGet sentences={entry.youGet} />
      </div>
      <p className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
        <Link to={paths.assessment(entry.slug)} className="button">
          Look at it and begin
        </Link>
        <Link to={paths.example(entry.slug)}>See an example result</Link>
      </p>
    </>
  );
}

function HowChosen({ recommended }: { recommended: Recommended[] }) {
  return (
    <details className="measure mt-6">
      <summary className="inline-flex min-h-11 items-center text-sm text-accent">How this was chosen</summary>
      <p className="text-sm">
        Each answer gives points to the assessments it speaks for. What takes longer than you have, or is not made for your role, is left out. The most points
        come first; of equals, the shorter.
      </p>
      <ul className="mt-2 list-disc pl-5 text-sm">
        {recommended.map(({ slug, entry, points }) => (
          <li key={slug}>
            {entry.title}: {points} {points === 1 ? "point" : "points"}, {entry.minutes} minutes
          </li>
        ))}
      </ul>
    </details>
  );
}

function becauseInWords(because: readonly string[]): string {
  return `Because ${inWords(because)}.`;
}
