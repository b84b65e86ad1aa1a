import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/layout/page.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { paths } from "#app/paths.ts";
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
  return { words: pageWords(language, "organizations", "people"), organizations };
}

export default function Organizations() {
  const { say } = useWords();
  const { organizations } = useLoaderData<typeof loader>();
  const none = organizations.length === 0;
  return (
    <Page>
      <title>{`${say("organizations:listTitle")} · Pinhigh`}</title>
      <h1 className="text-3xl">{say(none ? "organizations:listEmpty" : "organizations:listTitle")}</h1>
      <p className="measure mt-4">{say(none ? "organizations:listEmptyText" : "organizations:listText")}</p>
      {!none && (
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
      <p className="mt-8">
        <Link to={paths.newOrganization} className={none ? "button" : "button button-quiet"}>
          {say(none ? "organizations:makeOne" : "organizations:makeAnother")}
        </Link>
      </p>
    </Page>
  );
}
