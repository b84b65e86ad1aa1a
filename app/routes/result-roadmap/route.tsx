import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/layout/page.tsx";
import { PaperFoot } from "#app/components/layout/paper-foot.tsx";
import { RoadmapBody } from "#app/components/roadmap/roadmap-body.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { paths } from "#app/paths.ts";
import { provenanceOf } from "#app/services/responses/provenance.server.ts";
import { requireResult } from "#app/services/responses/require-result.server.ts";
import { planPage } from "#app/services/roadmap/plan-page.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const result = await requireResult(params["token"], new Date(), context.language);
  const { token, language, compiled, hash, view } = result;
  const page = await planPage([result], new URL(request.url).searchParams, wordsIn(language), request.signal);
  const provenance = provenanceOf(compiled.definition, hash, `${paths.resultRoadmap(token)}${new URL(request.url).search}`);
  const words = pageWords(language, "roadmap", "terms");
  return data({ words, language, token, assessment: view.shortTitle, page, provenance }, { status: page.status });
}

export default function ResultRoadmap() {
  const { say } = useWords();
  const { token, assessment, page, provenance } = useLoaderData<typeof loader>();
  return (
    <Page>
      <p className="mb-2 text-sm">
        <Link to={paths.result(token)}>{say("roadmap:resultOf", { assessment })}</Link>
      </p>
      <RoadmapBody page={page} title={say("roadmap:roadmapOf", { assessment })} action={paths.resultRoadmap(token)} />
      <PaperFoot provenance={provenance} />
    </Page>
  );
}
