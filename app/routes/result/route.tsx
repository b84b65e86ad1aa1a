import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/layout/page.tsx";
import { ResultBody } from "#app/components/result/result-body.tsx";
import { RoadmapSummary } from "#app/components/roadmap/roadmap-summary.tsx";
import { paths } from "#app/paths.ts";
import { requireResult } from "#app/services/responses/require-result.server.ts";
import { planPage } from "#app/services/roadmap/plan-page.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.view.shortTitle ?? "Result"}: your result · Pinhigh` }];

export async function loader({ params }: LoaderFunctionArgs) {
  const { token, compiled, answers, view, submittedAt } = await requireResult(params["token"], new Date());
  const roadmap = await planPage(compiled, answers, new URLSearchParams());
  return { token, view, roadmap, submittedAt: submittedAt.toISOString() };
}

export default function Result() {
  const { token, view, roadmap, submittedAt } = useLoaderData<typeof loader>();
  return (
    <Page>
      <p className="mb-2 text-sm text-quiet">
        {view.title} · submitted on {new Date(submittedAt).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" })}
      </p>
      <ResultBody view={view} />
      <RoadmapSummary page={roadmap} path={paths.resultRoadmap(token)} />
      <p className="no-print mt-12 border-t border-rule pt-6 text-sm text-quiet">
        This page stays at its address. Whoever has the link can see the result; nobody can change the answers with it.{" "}
        <Link to={paths.assessments}>Take another assessment</Link>
      </p>
    </Page>
  );
}
