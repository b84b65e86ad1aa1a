import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { CatalogueItem } from "#app/components/catalogue/catalogue-item.tsx";
import { ErrorSummary } from "#app/components/forms/error-summary.tsx";
import { Page } from "#app/components/layout/page.tsx";
import { type CatalogueFields, readCatalogueQuery } from "#app/domain/assessment/catalogue-query.ts";
import { findAssessments } from "#app/domain/assessment/find-assessments.ts";
import { paths } from "#app/paths.ts";
import { catalog } from "#app/services/content/catalog-instance.server.ts";
import { SearchForm, ShowAll } from "./search-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded && loaded.problems.length > 0 ? "Error: assessments" : "Assessments"} · Pinhigh` },
];

export function loader({ request }: LoaderFunctionArgs) {
  const { fields, wishes, problems } = readCatalogueQuery(new URL(request.url).searchParams);
  const definitions = catalog().assessments.map(({ definition }) => definition);
  const found = findAssessments(definitions, wishes);
  return data({ fields, problems, found, total: definitions.length }, { status: problems.length > 0 ? 422 : 200 });
}

export default function Assessments() {
  const { fields, problems, found, total } = useLoaderData<typeof loader>();
  return (
    <Page>
      <h1 className="text-3xl">Choose what to look at</h1>
      <p className="measure mt-3 text-quiet">
        Each assessment stands alone, and none needs an account. If you are not sure which is for you, <Link to={paths.start}>answer three questions</Link>.
        Several <Link to={paths.portfolios}>join in a portfolio</Link>: one map, one roadmap.
      </p>
      <ErrorSummary problems={problems} />
      <SearchForm fields={fields} errors={Object.fromEntries(problems.map(({ field, message }) => [field, message]))} />
      <p role="status" className="mt-6 font-semibold">
        {foundText(found.length, total, fields)}
      </p>
      {found.length === 0 ? (
        <NothingFound total={total} />
      ) : (
        <>
          <ul className="mt-4 border-b border-rule">
            {found.map((entry) => (
              <CatalogueItem key={entry.slug} entry={entry} heading="h2" why={null} />
            ))}
          </ul>
          <p className="measure mt-4 text-sm text-quiet">
            A pillar is named where at least one question in five is about it; behind it stands the share of these questions. A question may be about two.
          </p>
        </>
      )}
    </Page>
  );
}

function NothingFound({ total }: { total: number }) {
  return (
    <section className="measure mt-4 border-t border-rule pt-6">
      <h2 className="text-xl">Nothing here fits all of that</h2>
      <p className="mt-2">
        The search looks in titles, summaries, introductions and the names of the parts. Every word has to be found there, and the beginning of a word is
        enough. What you choose beside it narrows the list further, so leave something out and look again.
      </p>
      <p className="flex flex-wrap gap-x-8">
        <ShowAll>Show all {total} assessments</ShowAll>
        <Link to={paths.start} className="inline-flex min-h-11 items-center">
          Where should I start?
        </Link>
      </p>
    </section>
  );
}

/** How many there are, and in which order. */
function foundText(found: number, total: number, { q, role, pillar }: CatalogueFields): string {
  const order = q === "" ? "the shortest first" : "the closest to your search first";
  if (found === 0) return `None of ${total} assessments found`;
  if (q === "" && role === "" && pillar === "") return `All ${total} assessments, ${order}`;
  return `${found} of ${total} assessments found${found > 1 ? `, ${order}` : ""}`;
}
