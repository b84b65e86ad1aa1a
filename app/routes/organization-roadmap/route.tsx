import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Workspace } from "#app/components/layout/workspace.tsx";
import { ResultRoadmap } from "#app/components/roadmap/result-roadmap.tsx";
import { organizationPaths } from "#app/organization-paths.ts";
import { requireOrganizationResult } from "#app/services/results/require-organization-result.server.ts";
import { resultRoadmap } from "#app/services/roadmap/result-roadmap.server.ts";
import { workspaceFrame } from "#app/services/tenancy/workspace-frame.server.ts";
import { pageWords } from "#app/services/words/words-in.server.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { access, result } = await requireOrganizationResult(request, params, context.language);
  const { id, language } = result;
  const roadmap = await resultRoadmap(result, organizationPaths.organizationRoadmap(access.organization.slug, id), request);
  // The frame speaks the reader's language, the roadmap the one its assessment is translated to.
  const words = { ...pageWords(context.language, "workspace"), ...pageWords(language, "roadmap", "terms") };
  return data({ words, language, frame: workspaceFrame(access), id, ...roadmap }, { status: roadmap.page.status });
}

export default function OrganizationRoadmap() {
  const { frame, id, assessment, page, provenance } = useLoaderData<typeof loader>();
  const { slug } = frame;
  return (
    <Workspace frame={frame}>
      <ResultRoadmap
        {...{ assessment, page, provenance }}
        result={organizationPaths.organizationResult(slug, id)}
        action={organizationPaths.organizationRoadmap(slug, id)}
      />
    </Workspace>
  );
}
