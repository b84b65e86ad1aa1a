import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useState } from "react";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { Page } from "#app/components/layout/page.tsx";
import { AddToPortfolio } from "#app/components/portfolio/add-to-portfolio.tsx";
import { PortfolioMap } from "#app/components/portfolio/portfolio-map.tsx";
import { ContradictingAnswers } from "#app/components/result/contradicting-answers.tsx";
import { roadmapInShort } from "#app/components/roadmap/roadmap-page.ts";
import { RoadmapSummary } from "#app/components/roadmap/roadmap-summary.tsx";
import { displayScore } from "#app/domain/report/display.ts";
import { useWords } from "#app/components/words/use-words.tsx";
import { pillarTakeaway } from "#app/domain/report/pillar-takeaway.ts";
import { portfolioView } from "#app/domain/report/portfolio-view.ts";
import { paths } from "#app/paths.ts";
import { readPortfolioChange } from "#app/services/api/read-portfolio-form.server.ts";
import { catalog } from "#app/services/content/catalog-instance.server.ts";
import { requireAssessment } from "#app/services/content/require-assessment.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { publicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import { addResult } from "#app/services/portfolios/add-result.server.ts";
import { latestResults } from "#app/services/portfolios/latest-results.server.ts";
import { requirePortfolio } from "#app/services/portfolios/require-portfolio.server.ts";
import { startInPortfolio } from "#app/services/portfolios/start-in-portfolio.server.ts";
import { unfinishedResponses } from "#app/services/portfolios/unfinished-responses.server.ts";
import { planPage } from "#app/services/roadmap/plan-page.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const portfolio = await requirePortfolio(params["token"]);
  const results = latestResults(portfolio);
  const resultPathOf = Object.fromEntries(results.map((r) => [r.compiled.definition.slug, paths.result(r.resultToken)]));
  const submitted = new URL(request.url).searchParams.get("submitted") ?? "";
  const unfinished = unfinishedResponses(portfolio);
  const begun = new Set(unfinished.map((response) => response.hash));
  return {
    words: pageWords(context.language, "roadmap", "terms"),
    token: portfolio.token,
    link: `${publicOrigin()}${paths.portfolio(portfolio.token)}`,
    view: portfolioView(results, catalog().contradictions),
    resultPathOf,
    justSubmitted: Object.hasOwn(resultPathOf, submitted) ? submitted : null,
    roadmap: results.length === 0 ? null : roadmapInShort(await planPage(results, new URLSearchParams(), wordsIn(context.language), request.signal)),
    unfinished,
    others: catalog()
      .assessments.filter(({ hash }) => !begun.has(hash))
      .map(({ definition: { slug, title, minutes, items } }) => ({
        slug,
        title,
        minutes,
        questions: items.length,
        answered: Object.hasOwn(resultPathOf, slug),
      }))
      .sort((a, b) => Number(a.answered) - Number(b.answered) || a.minutes - b.minutes),
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portfolio = await requirePortfolio(params["token"]);
  const change = await readPortfolioChange(request, wordsIn(context.language));
  if (change.intent === "begin") {
    const { takeToken } = await startInPortfolio(database(), portfolio, requireAssessment(change.assessment), new Date());
    return redirect(paths.take(takeToken), 303);
  }
  const outcome = change.result === null ? "unknown" : await addResult(database(), portfolio, change.result);
  if (outcome === "unknown") return data({ typed: change.typed, problems: [{ field: "result", message: NO_RESULT }] }, { status: 422 });
  return redirect(paths.portfolio(portfolio.token), 303);
}

const NO_RESULT = "There is no result at this address. Copy the address of a result page whole.";
const NONE: never[] = [];

/** What was refused, until something else is sent. The router forgets it at the next navigation, and the step to the field is one. */
function useHeld<Reply>(reply: Reply | undefined): Reply | undefined {
  const [held, setHeld] = useState(reply);
  const { state } = useNavigation();
  if (state === "submitting" && held !== undefined) setHeld(undefined);
  if (state === "idle" && reply !== undefined && reply !== held) setHeld(reply);
  return held;
}

export default function Portfolio() {
  const { token, link, view, resultPathOf, justSubmitted, roadmap, unfinished, others } = useLoaderData<typeof loader>();
  const refused = useHeld(useActionData<typeof action>());
  const words = useWords();
  const scored = view.pillars.filter((p) => p.published);
  return (
    <Page>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{`${refused ? "Error: your" : "Your"} portfolio · Pinhigh`}</title>
      <ErrorSummary problems={refused?.problems ?? NONE} />
      <p className="mb-2 text-sm text-quiet">Your portfolio</p>
      <h1 className="max-w-[34ch] text-3xl">{view.rows.length === 0 ? "Nothing has been answered here yet" : pillarTakeaway(scored, words)}</h1>
      {justSubmitted && (
        <p role="status" className="measure mt-4 border-l-4 border-accent py-1 pl-4">
          “{view.rows.find((row) => row.slug === justSubmitted)!.title}” has been submitted. <Link to={resultPathOf[justSubmitted]!}>See its result</Link>
        </p>
      )}
      {view.rows.length === 0 ? (
        <p className="measure mt-4">
          Here will be one map of the five pillars by assessments, and one roadmap over all of them. Choose the first one below; the shortest takes{" "}
          {others[0]?.minutes} minutes.
        </p>
      ) : (
        <p className="measure mt-4">
          {view.rows.length === 1 ? "One assessment has" : `${view.rows.length} assessments have`} been answered.
          {view.mean !== null && view.rows.length > 1 && (
            <>
              {" "}
              Their scores have a mean of <strong className="tabular-nums">{displayScore(view.mean)}</strong>.
            </>
          )}
        </p>
      )}
      {view.rows.length > 0 && <PortfolioMap view={view} resultPathOf={resultPathOf} />}
      {view.contradictions.length > 0 && (
        <section className="mt-12 border-t border-rule pt-8">
          <h2 className="text-2xl">Answers that do not fit together</h2>
          <p className="measure mt-2 text-quiet">The scores stay as they are; how sure they are has been lowered.</p>
          <ul className="measure mt-4 space-y-6">
            {view.contradictions.map((contradiction) => (
              <li key={contradiction.id} className="border-l-4 border-rule pl-4">
                {contradiction.text}
                <ContradictingAnswers contradiction={contradiction} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {roadmap && <RoadmapSummary page={roadmap} path={paths.portfolioRoadmap(token)} />}
      <AddToPortfolio token={token} unfinished={unfinished} others={others} refused={refused} />
      <section className="no-print mt-12 border-t border-rule pt-8">
        <h2 className="text-xl">Come back to this portfolio</h2>
        <p className="measure mt-2">Keep this address. Whoever has it can open every result here, answer in your name and add to it.</p>
        <label className="mt-4 block max-w-[42rem] text-sm font-semibold">
          Address of your portfolio
          <input readOnly value={link} className="field mt-1 w-full font-normal" onFocus={(e) => e.currentTarget.select()} />
        </label>
      </section>
    </Page>
  );
}
