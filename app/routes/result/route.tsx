import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { Rich } from "#app/components/words/rich.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { Page } from "#app/components/layout/page.tsx";
import { PaperFoot } from "#app/components/layout/paper-foot.tsx";
import { ResultBody } from "#app/components/result/result-body.tsx";
import { roadmapInShort } from "#app/components/roadmap/roadmap-page.ts";
import { RoadmapSummary } from "#app/components/roadmap/roadmap-summary.tsx";
import { displayDate } from "#app/domain/report/display.ts";
import { paths } from "#app/paths.ts";
import { provenanceOf } from "#app/services/responses/provenance.server.ts";
import { requireResult } from "#app/services/responses/require-result.server.ts";
import { planPage } from "#app/services/roadmap/plan-page.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? [{ title: data.pageTitle }] : []);

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const result = await requireResult(params["token"], new Date(), context.language);
  const { token, language, compiled, hash, view, submittedAt, isNobodys } = result;
  const spoken = wordsIn(language);
  const roadmap = roadmapInShort(await planPage([result], new URLSearchParams(), spoken, request.signal));
  const notKept = new URL(request.url).searchParams.get("notice") === "not-kept";
  const provenance = provenanceOf(compiled.definition, hash, paths.result(token));
  const words = pageWords(language, "result", "reference", "answers", "terms", "roadmap");
  const pageTitle = wordsIn(context.language).say("result:pageTitle", { title: view.shortTitle });
  return { words, language, pageTitle, token, view, roadmap, submittedAt: submittedAt.toISOString(), notKept, provenance, isNobodys };
}

export default function Result() {
  const { say, language } = useWords();
  const { token, view, roadmap, submittedAt, notKept, provenance, isNobodys } = useLoaderData<typeof loader>();
  return (
    <Page>
      {notKept && (
        <p role="alert" className="no-print measure mb-6 border-l-4 border-alert py-1 pl-4 font-semibold">
          {say("result:notKept")}
        </p>
      )}
      <p className="mb-2 text-sm text-quiet">
        {/* Of an organisation's the moment may be that of its cycle. */}
        {isNobodys ? say("result:submittedOn", { title: view.title, date: displayDate(submittedAt, language) }) : view.title}
      </p>
      <ResultBody view={view} />
      <RoadmapSummary page={roadmap} path={paths.resultRoadmap(token)} />
      {isNobodys ? (
        <>
          <Form method="post" action={paths.portfolios} className="no-print mt-12 border-t border-rule pt-6">
            <h2 className="text-xl">{say("result:moreSides")}</h2>
            <p className="measure mt-2">{say("result:moreSidesText")}</p>
            <input type="hidden" name="result" value={token} />
            <button type="submit" className="button-plain mt-2">
              {say("result:beginPortfolio")}
            </button>
          </Form>
          <section className="no-print mt-12 border-t border-rule pt-6">
            <h2 className="text-xl">{say("result:keepHeading")}</h2>
            <p className="measure mt-2">{say("result:keepText")}</p>
            <Link to={paths.claim(token)} className="button-plain mt-2">
              {say("result:keepInOrganization")}
            </Link>
          </section>
        </>
      ) : (
        <p className="no-print measure mt-12 border-t border-rule pt-6">
          <Rich text={say("result:belongs")} marks={{ organizations: (text) => <Link to={paths.organizations}>{text}</Link> }} />
        </p>
      )}
      <p className="no-print mt-12 border-t border-rule pt-6 text-sm text-quiet">
        <Rich text={say("result:stays")} marks={{ another: (text) => <Link to={paths.assessments}>{text}</Link> }} />
      </p>
      <PaperFoot provenance={provenance} />
    </Page>
  );
}
