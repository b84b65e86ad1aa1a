import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ExampleNotice } from "#app/components/layout/example-notice.tsx";
import { Page } from "#app/components/layout/page.tsx";
import { PaperFoot } from "#app/components/layout/paper-foot.tsx";
import { RoadmapBody } from "#app/components/roadmap/roadmap-body.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { paths } from "#app/paths.ts";
import { requireAssessment } from "#app/services/content/require-assessment.server.ts";
import { provenanceOf } from "#app/services/responses/provenance.server.ts";
import { planPage } from "#app/services/roadmap/plan-page.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { definition, compiled, source, language, hash, example } = requireAssessment(params["slug"], context.language);
  const page = await planPage([{ compiled, source, answers: example.answers }], new URL(request.url).searchParams, wordsIn(language), request.signal);
  const { slug, shortTitle } = definition;
  const provenance = provenanceOf(definition, hash, `${paths.exampleRoadmap(slug)}${new URL(request.url).search}`);
  const words = pageWords(language, "roadmap", "terms");
  return data({ words, language, slug, shortTitle, title: example.title, page, provenance }, { status: page.status });
}

export default function ExampleRoadmap() {
  const { say } = useWords();
  const { slug, shortTitle, title, page, provenance } = useLoaderData<typeof loader>();
  return (
    <Page notice={<ExampleNotice title={title} />}>
      <p className="mb-2 text-sm">
        <Link to={paths.example(slug)}>{say("roadmap:exampleResultOf", { assessment: shortTitle })}</Link>
      </p>
      <RoadmapBody page={page} title={say("roadmap:exampleRoadmapOf", { assessment: shortTitle })} action={paths.exampleRoadmap(slug)} />
      <PaperFoot provenance={provenance} />
    </Page>
  );
}
