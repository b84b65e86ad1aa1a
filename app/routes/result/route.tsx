import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/layout/page.tsx";
import { PaperFoot } from "#app/components/layout/paper-foot.tsx";
import { ResultBody } from "#app/components/result/result-body.tsx";
import { roadmapInShort } from "#app/components/roadmap/roadmap-page.ts";
import { RoadmapSummary } from "#app/components/roadmap/roadmap-summary.tsx";
import { paths } from "#app/paths.ts";
import { provenanceOf } from "#app/services/responses/provenance.server.ts";
import { requireResult } from "#app/services/responses/require-result.server.ts";
import { planPage } from "#app/services/roadmap/plan-page.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.view.shortTitle ?? "Result"}: your result · Pinhigh` }];

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { token, compiled, hash, answers, view, submittedAt } = await requireResult(params["token"], new Date());
  const roadmap = roadmapInShort(await planPage([{ compiled, answers }], new URLSearchParams(), wordsIn(context.language), request.signal));
  const notKept = new URL(request.url).searchParams.get("notice") === "not-kept";
  const provenance = provenanceOf(compiled.definition, hash, paths.result(token));
  return { words: pageWords(context.language, "roadmap", "terms"), token, view, roadmap, submittedAt: submittedAt.toISOString(), notKept, provenance };
}

export default function Result() {
  const { token, view, roadmap, submittedAt, notKept, provenance } = useLoaderData<typeof loader>();
  return (
    <Page>
      {notKept && (
        <p role="alert" className="no-print measure mb-6 border-l-4 border-alert py-1 pl-4 font-semibold">
          Your last answers were not kept: these questions had been submitted before. This is the result as it was submitted.
        </p>
      )}
      <p className="mb-2 text-sm text-quiet">
        {view.title} · submitted on {new Date(submittedAt).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" })}
      </p>
      <ResultBody view={view} />
      <RoadmapSummary page={roadmap} path={paths.resultRoadmap(token)} />
      <Form method="post" action={paths.portfolios} className="no-print mt-12 border-t border-rule pt-6">
        <h2 className="text-xl">Look at more than one side</h2>
        <p className="measure mt-2">
          A portfolio joins this result with other assessments: one map, one roadmap over all of them, and no question asked twice.
        </p>
        <input type="hidden" name="result" value={token} />
        <button type="submit" className="button-plain mt-2">
          Begin a portfolio with this result
        </button>
      </Form>
      <p className="no-print mt-12 border-t border-rule pt-6 text-sm text-quiet">
        This page stays at its address. Whoever has the link can see the result; nobody can change the answers with it.{" "}
        <Link to={paths.assessments}>Take another assessment</Link>
      </p>
      <PaperFoot provenance={provenance} />
    </Page>
  );
}
