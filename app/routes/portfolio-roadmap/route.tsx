import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/layout/page.tsx";
import { RoadmapBody } from "#app/components/roadmap/roadmap-body.tsx";
import { paths } from "#app/paths.ts";
import { latestResults } from "#app/services/portfolios/latest-results.server.ts";
import { requirePortfolio } from "#app/services/portfolios/require-portfolio.server.ts";
import { planPage } from "#app/services/roadmap/plan-page.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${Object.keys(loaded?.page.errors ?? {}).length > 0 ? "Error: " : ""}One roadmap over all · Pinhigh` },
];

export async function loader({ params, request }: LoaderFunctionArgs) {
  const portfolio = await requirePortfolio(params["token"]);
  const results = latestResults(portfolio);
  if (results.length === 0) return redirect(paths.portfolio(portfolio.token));
  const page = await planPage(results, new URL(request.url).searchParams, request.signal);
  const titles = results.map((r) => r.compiled.definition.shortTitle);
  return data({ token: portfolio.token, titles, page }, { status: page.status });
}

export default function PortfolioRoadmap() {
  const { token, titles, page } = useLoaderData<typeof loader>();
  return (
    <Page>
      <p className="mb-2 text-sm">
        <Link to={paths.portfolio(token)}>Your portfolio</Link>
        <span className="text-quiet">: {titles.join(", ")}</span>
      </p>
      <RoadmapBody page={page} action={paths.portfolioRoadmap(token)} />
    </Page>
  );
}
