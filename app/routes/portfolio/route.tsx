import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useState } from "react";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { Page } from "#app/components/layout/page.tsx";
import { AddToPortfolio } from "#app/components/portfolio/add-to-portfolio.tsx";
import { PortfolioMap } from "#app/components/portfolio/portfolio-map.tsx";
import { TAKE_OUT_ID, TakeOut } from "#app/components/portfolio/take-out.tsx";
import { ContradictingAnswers } from "#app/components/result/contradicting-answers.tsx";
import { roadmapInShort } from "#app/components/roadmap/roadmap-page.ts";
import { RoadmapSummary } from "#app/components/roadmap/roadmap-summary.tsx";
import { Rich } from "#app/components/words/rich.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayScore, inWords } from "#app/domain/report/display.ts";
import type { ContradictionView } from "#app/domain/report/contradiction-views.ts";
import { portfolioView } from "#app/domain/report/portfolio-view.ts";
import { type Language, SOURCE_LANGUAGE } from "#app/words/language.ts";
import { paths } from "#app/paths.ts";
import { readPortfolioChange } from "#app/services/api/read-portfolio-form.server.ts";
import { catalog } from "#app/services/content/catalog-instance.server.ts";
import { assessmentIn, contradictionsIn } from "#app/services/content/content-in-language.server.ts";
import { requireAssessment } from "#app/services/content/require-assessment.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { publicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import { addResult } from "#app/services/portfolios/add-result.server.ts";
import { latestResults } from "#app/services/portfolios/latest-results.server.ts";
import { MOST_MEMBERS } from "#app/services/portfolios/make-room.server.ts";
import type { Portfolio as PortfolioOfResponses } from "#app/services/portfolios/read-portfolio.server.ts";
import { removeFromPortfolio } from "#app/services/portfolios/remove-from-portfolio.server.ts";
import { requirePortfolio } from "#app/services/portfolios/require-portfolio.server.ts";
import { startInPortfolio } from "#app/services/portfolios/start-in-portfolio.server.ts";
import { type UnfinishedResponse, unfinishedResponses } from "#app/services/portfolios/unfinished-responses.server.ts";
import { planPage } from "#app/services/roadmap/plan-page.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export async function loader({ params, request, context: { language } }: LoaderFunctionArgs) {
  const portfolio = await requirePortfolio(params["token"], language);
  const results = latestResults(portfolio);
  const drafts = portfolio.responses.filter(({ submittedAt }) => submittedAt === null);
  const resultPathOf = Object.fromEntries(results.map((r) => [r.compiled.definition.slug, paths.result(r.resultToken)]));
  const query = new URL(request.url).searchParams;
  const shown = (slug: string | null) => (slug !== null && Object.hasOwn(resultPathOf, slug) ? slug : null);
  const unfinished = unfinishedResponses(portfolio);
  const begun = new Set(unfinished.map((response) => response.hash));
  return {
    words: pageWords(language, "portfolio", "terms", "roadmap"),
    token: portfolio.token,
    link: `${publicOrigin()}${paths.portfolio(portfolio.token)}`,
    view: portfolioView(results, contradictionsIn(language), wordsIn(language), drafts),
    resultPathOf,
    languages: Object.fromEntries(portfolio.responses.map((r) => [r.compiled.definition.slug, r.language])),
    justSubmitted: shown(query.get("submitted")),
    alreadyThere: shown(query.get("already")),
    members: membersOf(portfolio),
    roadmap: results.length === 0 ? null : roadmapInShort(await planPage(results, new URLSearchParams(), wordsIn(language), request.signal)),
    unfinished,
    others: catalog()
      .assessments.filter(({ hash }) => !begun.has(hash))
      .map((entry) => assessmentIn(entry, language))
      .map(({ definition: { slug, title, minutes, items }, language }) => ({
        slug,
        title,
        language,
        minutes,
        questions: items.length,
        answered: Object.hasOwn(resultPathOf, slug),
      }))
      .sort((a, b) => Number(a.answered) - Number(b.answered) || a.minutes - b.minutes),
  };
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const portfolio = await requirePortfolio(params["token"], language);
  const words = wordsIn(language);
  const { say } = words;
  const change = await readPortfolioChange(request, words);
  const full = say("portfolio:full", { most: MOST_MEMBERS });
  const refusal = (field: string, message: string) => data({ typed: change.typed, problems: [{ field, message }] }, { status: 422 });
  if (change.intent === "begin") {
    const { takeToken } = await startInPortfolio(database(), portfolio, requireAssessment(change.assessment, language), new Date());
    return takeToken === null ? refusal(TAKE_OUT_ID, full) : redirect(paths.take(takeToken), 303);
  }
  if (change.intent === "remove") {
    await removeFromPortfolio(database(), portfolio, change.result);
    return redirect(paths.portfolio(portfolio.token), 303);
  }
  const outcome = change.result === null ? "unknown" : await addResult(database(), portfolio, change.result);
  if (outcome === "unknown") return refusal("result", say("portfolio:noResult"));
  if (outcome === "full") return refusal("result", full);
  const there = portfolio.responses.find(({ resultToken }) => resultToken === change.result);
  return redirect(there ? paths.portfolioHolding(portfolio.token, there.compiled.definition.slug) : paths.portfolio(portfolio.token), 303);
}

/** Every response in a portfolio, with the address it keeps outside of it. */
function membersOf({ responses }: PortfolioOfResponses) {
  return responses.map(({ compiled, resultToken, takeToken, submittedAt, begunAt }) => ({
    resultToken,
    title: compiled.definition.title,
    on: (submittedAt ?? begunAt).toISOString(),
    submitted: submittedAt !== null,
    address: `${publicOrigin()}${submittedAt === null && takeToken !== null ? paths.take(takeToken) : paths.result(resultToken)}`,
  }));
}

const NONE: never[] = [];

/** What was refused, until something else is sent. The router forgets it at the next navigation, and the step to the field is one. */
function useHeld<Reply>(reply: Reply | undefined): Reply | undefined {
  const [held, setHeld] = useState(reply);
  const { state } = useNavigation();
  if (state === "submitting" && held !== undefined) setHeld(undefined);
  if (state === "idle" && reply !== undefined && reply !== held) setHeld(reply);
  return held;
}

/** A rule is translated once every assessment that it speaks of is. */
function languageOfAll({ answers }: ContradictionView, languages: Record<string, Language>): Language | undefined {
  return answers.some(({ slug }) => languages[slug] === SOURCE_LANGUAGE) ? SOURCE_LANGUAGE : languages[answers[0]?.slug ?? ""];
}

/** What stands where the map will be. `minutes` is what the shortest assessment takes that was not begun. */
function Beginning({ unfinished, minutes }: { unfinished: UnfinishedResponse[]; minutes: number | undefined }) {
  const { say, language } = useWords();
  const complete = unfinished.filter(({ answered, questions }) => answered === questions);
  const titles = inWords(
    complete.map(({ title }) => say("portfolio:quoted", { title })),
    language,
  );
  return (
    <p className="measure mt-4">
      {complete.length > 0
        ? say("portfolio:completeText", { count: complete.length, titles })
        : unfinished.length > 0 || minutes === undefined
          ? say("portfolio:begunText")
          : say("portfolio:nothingYetText", { minutes })}
    </p>
  );
}

export default function Portfolio() {
  const { say, language } = useWords();
  const { token, link, view, resultPathOf, languages, justSubmitted, alreadyThere, members, roadmap, unfinished, others } = useLoaderData<typeof loader>();
  const refused = useHeld(useActionData<typeof action>());
  return (
    <Page>
      {/* Not by `meta`, which does not know what an action found. */}
      <title>{`${say(refused ? "portfolio:yoursError" : "portfolio:yours")} · Pinhigh`}</title>
      <ErrorSummary problems={refused?.problems ?? NONE} />
      <p className="mb-2 text-sm text-quiet">{say("portfolio:yours")}</p>
      <h1 className="max-w-[34ch] text-3xl">
        {view.rows.length > 0 ? view.takeaway : say(unfinished.length > 0 ? "portfolio:nothingSubmitted" : "portfolio:nothingYet")}
      </h1>
      {justSubmitted && (
        <p role="status" className="measure mt-4 border-l-4 border-accent py-1 pl-4">
          <Rich
            text={say("portfolio:submitted", { title: view.rows.find((row) => row.slug === justSubmitted)!.title })}
            marks={{ result: (text) => <Link to={resultPathOf[justSubmitted]!}>{text}</Link> }}
          />
        </p>
      )}
      {alreadyThere && (
        <p role="status" className="measure mt-4 border-l-4 border-accent py-1 pl-4">
          {say("portfolio:alreadyThere", { title: view.rows.find((row) => row.slug === alreadyThere)!.title })}
        </p>
      )}
      {view.rows.length === 0 ? (
        <Beginning unfinished={unfinished} minutes={others[0]?.minutes} />
      ) : (
        <p className="measure mt-4">
          {say("portfolio:answered", { count: view.rows.length })}
          {view.mean !== null && view.rows.length > 1 && (
            <>
              {" "}
              <Rich
                text={say("portfolio:mean", { mean: displayScore(view.mean, language) })}
                marks={{ mean: (text) => <strong className="tabular-nums">{text}</strong> }}
              />
            </>
          )}
        </p>
      )}
      {view.rows.length > 0 && <PortfolioMap view={view} resultPathOf={resultPathOf} />}
      {view.contradictions.length > 0 && (
        <section className="mt-12 border-t border-rule pt-8">
          <h2 className="text-2xl">{say("portfolio:contradictions")}</h2>
          <p className="measure mt-2 text-quiet">{say(view.doubtsScores ? "portfolio:contradictionsNote" : "portfolio:contradictionsWithoutScore")}</p>
          <ul className="measure mt-4 space-y-6">
            {view.contradictions.map((contradiction) => (
              <li key={contradiction.id} className="border-l-4 border-rule pl-4">
                <span lang={contradiction.rule ? languageOfAll(contradiction, languages) : undefined}>{contradiction.text}</span>
                <ContradictingAnswers contradiction={contradiction} languages={languages} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {roadmap && <RoadmapSummary page={roadmap} path={paths.portfolioRoadmap(token)} />}
      <AddToPortfolio
        token={token}
        unfinished={unfinished}
        others={others}
        refused={refused?.problems.some(({ field }) => field === "result") ? refused : undefined}
      />
      {members.length > 0 && <TakeOut token={token} members={members} />}
      <section className="no-print mt-12 border-t border-rule pt-8">
        <h2 className="text-xl">{say("portfolio:comeBack")}</h2>
        <p className="measure mt-2">{say("portfolio:comeBackText")}</p>
        <label className="mt-4 block max-w-[42rem] text-sm font-semibold">
          {say("portfolio:address")}
          <input readOnly value={link} className="field mt-1 w-full font-normal" onFocus={(e) => e.currentTarget.select()} />
        </label>
      </section>
    </Page>
  );
}
