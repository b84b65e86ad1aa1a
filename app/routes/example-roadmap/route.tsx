import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { ExampleNotice } from "#app/components/layout/example-notice.tsx";
import { Page } from "#app/components/layout/page.tsx";
import { PaperFoot } from "#app/components/layout/paper-foot.tsx";
import { RoadmapBody } from "#app/components/roadmap/roadmap-body.tsx";
import { paths } from "#app/paths.ts";
import { requireAssessment } from "#app/services/content/require-assessment.server.ts";
import { provenanceOf } from "#app/services/responses/provenance.server.ts";
import { planPage } from "#app/services/roadmap/plan-page.server.ts";
import { pageWords } from "#app/services/words/words-in.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${Object.keys(loaded?.page.errors ?? {}).length > 0 ? "Error: " : ""}${loaded?.shortTitle ?? ""}: an example roadmap · Pinhigh` },
];

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { definition, compiled, hash, example } = requireAssessment(params["slug"]);
  const page = await planPage([{ compiled, answers: example.answers }], new URL(request.url).searchParams, request.signal);
  const { slug, shortTitle } = definition;
  const provenance = provenanceOf(definition, hash, `${paths.exampleRoadmap(slug)}${new URL(request.url).search}`);
  return data({ words: pageWords(context.language, "terms"), slug, shortTitle, title: example.title, page, provenance }, { status: page.status });
}

export default function ExampleRoadmap() {
  const { slug, shortTitle, title, page, provenance } = useLoaderData<typeof loader>();
  return (
    <Page notice={<ExampleNotice title={title} />}>
      <p className="mb-2 text-sm">
        <Link to={paths.example(slug)}>{shortTitle}: example result</Link>
      </p>
      <RoadmapBody page={page} action={paths.exampleRoadmap(slug)} />
      <PaperFoot provenance={provenance} />
    </Page>
  );
}
