import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/layout/page.tsx";
import { ResultRoadmap } from "#app/components/roadmap/result-roadmap.tsx";
import { paths } from "#app/paths.ts";
import { requireResult } from "#app/services/responses/require-result.server.ts";
import { resultRoadmap } from "#app/services/roadmap/result-roadmap.server.ts";
import { pageWords } from "#app/services/words/words-in.server.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const result = await requireResult(params["token"], new Date(), context.language);
  const { token, language } = result;
  const roadmap = await resultRoadmap(result, paths.resultRoadmap(token), request);
  return data({ words: pageWords(language, "roadmap", "terms"), language, token, ...roadmap }, { status: roadmap.page.status });
}

export default function PublicRoadmap() {
  const { token, assessment, page, provenance } = useLoaderData<typeof loader>();
  return (
    <Page>
      <ResultRoadmap {...{ assessment, page, provenance }} result={paths.result(token)} action={paths.resultRoadmap(token)} />
    </Page>
  );
}
