import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/layout/page.tsx";
import { CoreAssessments, FirstSteps } from "#app/components/organization/first-steps.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { CORE_ASSESSMENTS, firstSteps } from "#app/domain/cycles/first-steps.ts";
import { paths } from "#app/paths.ts";
import { assessmentChoices } from "#app/services/content/assessment-choices.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { requirePerson } from "#app/services/identity/require-person.server.ts";
import { listOrganizations } from "#app/services/tenancy/list-organizations.server.ts";
import { pageWords } from "#app/services/words/words-in.server.ts";

export async function loader({ request, context: { language } }: LoaderFunctionArgs) {
  const person = await requirePerson(request);
  const organizations = await listOrganizations(database(), person, new Date());
  const [first] = organizations;
  const wantsList = new URL(request.url).searchParams.has("list");
  if (first && organizations.length === 1 && !wantsList) throw redirect(paths.organization(first.slug), 303);
  const core = first ? null : assessmentChoices(language, CORE_ASSESSMENTS);
  return { words: pageWords(language, "organizations", "people", ...(core ? (["cycles"] as const) : [])), organizations, core };
}

export default function Organizations() {
  const { say } = useWords();
  const { organizations, core } = useLoaderData<typeof loader>();
  return (
    <Page>
      <title>{`${say("organizations:listTitle")} · Pinhigh`}</title>
      <h1 className="text-3xl">{say(core ? "organizations:listEmpty" : "organizations:listTitle")}</h1>
      <p className="measure mt-4">{say(core ? "organizations:listEmptyText" : "organizations:listText")}</p>
      {core ? (
        <Beginning core={core} />
      ) : (
        <ul className="measure mt-6 border-b border-rule">
          {organizations.map(({ slug, name, role, isSynthetic }) => (
            <li key={slug} className="flex flex-wrap items-baseline justify-between gap-x-6 border-t border-rule py-3">
              <Link to={paths.organization(slug)} className="py-1 text-lg">
                {name}
              </Link>
              <span className="text-sm text-quiet">
                {role ? say(`people:role_${role}`) : say("organizations:consultantHere")}
                {isSynthetic && ` · ${say("organizations:exampleHere")}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {!core && (
        <p className="mt-8">
          <Link to={paths.newOrganization} className="button button-quiet">
            {say("organizations:makeAnother")}
          </Link>
        </p>
      )}
    </Page>
  );
}

/** For somebody with nothing: the three steps, the first of them to take. */
function Beginning({ core }: { core: { slug: string; title: string; minutes: number }[] }) {
  const { say } = useWords();
  const [organization, assessment, answer] = firstSteps({ hasOrganization: false, hasCycle: false, hasResult: false });
  return (
    <FirstSteps
      steps={[
        {
          title: say("cycles:organizationStep"),
          state: organization!,
          children: (
            <>
              <p className="measure mt-1">{say("cycles:organizationStepText")}</p>
              <Link to={paths.newOrganization} className="button mt-3">
                {say("organizations:makeOne")}
              </Link>
            </>
          ),
        },
        {
          title: say("cycles:assessmentStep"),
          state: assessment!,
          children: (
            <>
              <CoreAssessments assessments={core} />
              <Link to={paths.assessments} className="inline-flex min-h-11 items-center">
                {say("cycles:seeAll")}
              </Link>
            </>
          ),
        },
        { title: say("cycles:answerStep"), state: answer!, children: <p className="measure mt-1">{say("cycles:answerStepText")}</p> },
      ]}
    />
  );
}
