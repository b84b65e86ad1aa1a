import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { ExampleNotice } from "#app/components/layout/example-notice.tsx";
import { Page } from "#app/components/layout/page.tsx";
import { RoadmapBody } from "#app/components/roadmap/roadmap-body.tsx";
import { paths } from "#app/paths.ts";
import { requireAssessment } from "#app/services/content/require-assessment.server.ts";
import { planPage } from "#app/services/roadmap/plan-page.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${Object.keys(loaded?.page.errors ?? {}).length > 0 ? "Error: " : ""}${loaded?.shortTitle ?? ""}: an example roadmap · Pinhigh` },
];

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { definition, compiled, example } = requireAssessment(params["slug"]);
  const page = await planPage(compiled, example.answers, new URL(request.url).searchParams);
  const { slug, shortTitle } = definition;
  return data({ slug, shortTitle, title: example.title, page }, { status: Object.keys(page.errors).length > 0 ? 422 : 200 });
}

export default function ExampleRoadmap() {
  const { slug, shortTitle, title, page } = useLoaderData<typeof loader>();
  return (
    <Page notice={<ExampleNotice title={title} />}>
      <p className="mb-2 text-sm">
        <Link to={paths.example(slug)}>{shortTitle}: example result</Link>
      </p>
      <RoadmapBody page={page} action={paths.exampleRoadmap(slug)} />
    </Page>
  );
}
