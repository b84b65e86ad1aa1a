import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { useWords } from "#app/components/words/use-words.tsx";
import { ExampleNotice } from "#app/components/layout/example-notice.tsx";
import { Page } from "#app/components/layout/page.tsx";
import { PaperFoot } from "#app/components/layout/paper-foot.tsx";
import { ResultBody } from "#app/components/result/result-body.tsx";
import { roadmapInShort } from "#app/components/roadmap/roadmap-page.ts";
import { RoadmapSummary } from "#app/components/roadmap/roadmap-summary.tsx";
import { paths } from "#app/paths.ts";
import { requireAssessment } from "#app/services/content/require-assessment.server.ts";
import { exampleResult } from "#app/services/responses/example-result.server.ts";
import { provenanceOf } from "#app/services/responses/provenance.server.ts";
import { planPage } from "#app/services/roadmap/plan-page.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? [{ title: data.pageTitle }] : []);

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const entry = requireAssessment(params["slug"], context.language);
  const { definition, hash, language, compiled, source, example } = entry;
  const spoken = wordsIn(language);
  const roadmap = roadmapInShort(await planPage([{ compiled, source, answers: example.answers }], new URLSearchParams(), spoken, request.signal));
  const words = pageWords(language, "result", "reference", "answers", "terms", "roadmap");
  const pageTitle = wordsIn(context.language).say("result:examplePageTitle", { title: definition.shortTitle });
  return { words, language, pageTitle, ...exampleResult(entry), roadmap, provenance: provenanceOf(definition, hash, paths.example(definition.slug)) };
}

export default function ExampleResult() {
  const { say } = useWords();
  const { title, view, roadmap, provenance } = useLoaderData<typeof loader>();
  return (
    <Page notice={<ExampleNotice title={title} />}>
      <p className="mb-2 text-sm text-quiet">{view.title}</p>
      <ResultBody view={view} />
      <RoadmapSummary page={roadmap} path={paths.exampleRoadmap(view.slug)} />
      <p className="no-print mt-12 border-t border-rule pt-6">
        <Link to={paths.assessment(view.slug)}>{say("result:takeYourself")}</Link>
      </p>
      <PaperFoot provenance={provenance} />
    </Page>
  );
}
