import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/layout/page.tsx";
import { RoadmapBody } from "#app/components/roadmap/roadmap-body.tsx";
import { Rich } from "#app/components/words/rich.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { paths } from "#app/paths.ts";
import { latestResults } from "#app/services/portfolios/latest-results.server.ts";
import { requirePortfolio } from "#app/services/portfolios/require-portfolio.server.ts";
import { planPage } from "#app/services/roadmap/plan-page.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const portfolio = await requirePortfolio(params["token"], context.language);
  const results = latestResults(portfolio);
  if (results.length === 0) return redirect(paths.portfolio(portfolio.token));
  const page = await planPage(results, new URL(request.url).searchParams, wordsIn(context.language), request.signal);
  const titles = results.map((r) => r.compiled.definition.shortTitle);
  const words = pageWords(context.language, "roadmap", "terms");
  return data({ words, token: portfolio.token, titles, page }, { status: page.status });
}

export default function PortfolioRoadmap() {
  const { say } = useWords();
  const { token, titles, page } = useLoaderData<typeof loader>();
  return (
    <Page>
      <p className="mb-2 text-sm text-quiet">
        <Rich
          text={say("roadmap:portfolioOf", { assessments: titles.join(", ") })}
          marks={{ portfolio: (text) => <Link to={paths.portfolio(token)}>{text}</Link> }}
        />
      </p>
      <RoadmapBody page={page} title={say("roadmap:roadmapOverAll")} action={paths.portfolioRoadmap(token)} />
    </Page>
  );
}
