import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/layout/page.tsx";
import { PaperFoot } from "#app/components/layout/paper-foot.tsx";
import { RoadmapBody } from "#app/components/roadmap/roadmap-body.tsx";
import { paths } from "#app/paths.ts";
import { provenanceOf } from "#app/services/responses/provenance.server.ts";
import { requireResult } from "#app/services/responses/require-result.server.ts";
import { planPage } from "#app/services/roadmap/plan-page.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${Object.keys(loaded?.page.errors ?? {}).length > 0 ? "Error: " : ""}${loaded?.title ?? ""}: your roadmap · Pinhigh` },
];

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { token, compiled, hash, answers, view } = await requireResult(params["token"], new Date(), wordsIn(context.language));
  const page = await planPage([{ compiled, answers }], new URL(request.url).searchParams, request.signal);
  const provenance = provenanceOf(compiled.definition, hash, `${paths.resultRoadmap(token)}${new URL(request.url).search}`);
  return data({ words: pageWords(context.language, "terms"), token, title: view.shortTitle, page, provenance }, { status: page.status });
}

export default function ResultRoadmap() {
  const { token, title, page, provenance } = useLoaderData<typeof loader>();
  return (
    <Page>
      <p className="mb-2 text-sm">
        <Link to={paths.result(token)}>{title}: your result</Link>
      </p>
      <RoadmapBody page={page} action={paths.resultRoadmap(token)} />
      <PaperFoot provenance={provenance} />
    </Page>
  );
}
